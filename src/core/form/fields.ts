import { type Block, PICTURE } from '../document/document.ts'
import { type Answer, readAnswers } from './answers.ts'
import type { FieldId } from './description.ts'
import type { Presence } from './form.ts'
import { type FormLabels, splitLabel } from './form-labels.ts'
import type { Prompts } from './prompt.ts'
import type { Sections } from './sections.ts'

/** A single value: null where its label wasn't found or its place is empty. */
export type Field = { readonly value: string | null; readonly presence: Presence }

export type Fields = (field: FieldId) => Field

/** The single values of a form: what the tables say counts before the cover. */
export function readFields(sections: Sections, labels: FormLabels, prompts: Prompts): Fields {
  const blocks = (section: 'basics' | 'secretary'): readonly Block[] => sections.found.get(section) ?? []
  const ofSecretary = readAnswers(blocks('secretary'), labels).map(answer => ({ ...answer, ofSecretary: true }))
  const answers = [...readAnswers([...sections.cover, ...blocks('basics')], labels), ...ofSecretary].flatMap(split)
  const meant = answers.map(answer => ({ answer, field: fieldOf(answer, labels) }))
  const named = answers.find(answer => fieldOf(answer, labels) === 'secretary.name' && answer.place === 'table')
  return field => {
    const candidates = meant.filter(one => one.field === field).map(one => one.answer)
    return choose(isSecretarys(field) ? besideTheName(candidates, named) : candidates, prompts)
  }
}

function choose(candidates: readonly Answer[], prompts: Prompts): Field {
  const [tables, lines] = [candidates.filter(isInTable), candidates.filter(answer => !isInTable(answer))]
  const filled = [...tables, ...lines].find(({ value }) => !prompts.isBlank(value))
  if (filled?.value === PICTURE) return { value: null, presence: 'filled' }
  if (filled !== undefined) return { value: trimBlank(prompts.without(filled.value)), presence: 'filled' }
  return { value: null, presence: candidates.length > 0 ? 'empty' : 'absent' }
}

/** «姓名» is the secretary's in the secretary's rows only. */
function fieldOf(answer: Answer, { fields, secretaryName }: FormLabels): FieldId | null {
  const isName = answer.ofSecretary && secretaryName.find(answer.label) !== null
  return isName ? 'secretary.name' : fields.find(answer.label)
}

const isInTable = ({ place }: Answer): boolean => place === 'table'

const isSecretarys = (field: FieldId): boolean => field === 'secretary.post' || field === 'secretary.title'

/** A post or a title may be anybody's: the secretary's stand in the rows that bear the name, or behind it in its table. */
function besideTheName(candidates: readonly Answer[], named: Answer | undefined): Answer[] {
  const own = candidates.filter(({ ofSecretary }) => ofSecretary)
  if (own.length > 0) return own
  return candidates.filter(({ table, isListed }) => table === named?.table && isListed === named.isListed).slice(0, 1)
}

/** 职务/职称: the value is split as its label is; where it has another number of parts, nobody can tell which is which. */
function split(answer: Answer): Answer[] {
  const labels = splitLabel(answer.label)
  if (labels.length < 2) return [answer]
  const values = answer.value.split(/[/、]/).map(value => value.trim())
  if (values.length !== labels.length && answer.value !== '') return []
  return labels.map((label, index) => ({ ...answer, label, value: values[index] ?? '' }))
}

const trimBlank = (value: string): string => value.replace(/^[\s_＿]+|[\s_＿]+$/g, '')
