import type { Block, DocumentContent, Paragraph } from '../../document/document.ts'
import type { FieldId, FormDescription } from '../../form/description.ts'
import { labelKey } from '../../form/evidence/label.ts'
import type { Slot } from '../blank-slots.ts'
import { unspaced } from '../blank-texts.ts'
import { describeSlots } from '../describe-blank.ts'
import { fold } from '../notice.ts'

/** What an applicant writes, by field: a text, or rows of a list by the labels over its columns. */
export type Answers = Readonly<Record<FieldId, string>>

/** How a list's row is filled: what stands under a label. */
type RowAnswer = (label: string) => string

export type FilledSample = {
  readonly content: DocumentContent
  /** Fields of the description for which the blank shows no place: they were not filled. */
  readonly placeless: readonly FieldId[]
  /** Of a list what was written into its cells. */
  readonly rows: ReadonlyMap<FieldId, readonly string[]>
}

/** The blank form with these answers in its places; without a blank, a table of the described labels. */
export function fillBlank(form: FormDescription, answers: Answers, rowAnswer: RowAnswer): FilledSample {
  const { content } = form.template
  if (content === null) return { content: plainForm(form, answers), placeless: [], rows: new Map() }
  const places = new Map<object, Block[]>()
  const filledFields = new Set<FieldId>()
  const rows = new Map<FieldId, readonly string[]>()
  for (const { slot, field } of describeSlots(content)) {
    const own = ownField(form, field)
    const answer = own === null ? undefined : answers[own]
    if (own === null || answer === undefined || filledFields.has(own)) continue
    filledFields.add(own)
    fillSlot(slot, { answer, places, rowAnswer })
    if (slot.kind === 'list' && answer !== '')
      rows.set(
        own,
        slot.row.map(one => rowAnswer(one.label)),
      )
  }
  const placeless = Object.keys(answers).filter(id => !filledFields.has(id))
  return { content: { ...content, blocks: replaced(content.blocks, places) }, placeless, rows }
}

/** The described field of a place: by its label, else by the id that its label has in a draft. */
export function ownField(form: FormDescription, { label, id }: { label: string; id: FieldId }): FieldId | null {
  const all = Object.entries({ ...form.fields, ...form.sections })
  const key = labelKey(label)
  return all.find(([, one]) => labelKey(one.label) === key)?.[0] ?? (all.some(([own]) => own === id) ? id : null)
}

type Filling = { readonly answer: string; readonly places: Map<object, Block[]>; readonly rowAnswer: RowAnswer }

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text })

function fillSlot(slot: Slot, { answer, places, rowAnswer }: Filling): void {
  const { kind, place, prompt, label } = slot
  if (answer === '') return
  if (kind === 'list') for (const one of slot.row) places.set(one.place, [paragraph(rowAnswer(one.label))])
  else if (kind === 'cell') places.set(place, cellAnswer(answer, { prompt, places, place }))
  else if (kind === 'line') fillLine(place as Paragraph, { label, answer, places })
  else {
    const printed = place as Paragraph
    const kept = printed.text.trim() === '' ? [] : [printed]
    places.set(place, [...kept, paragraph(answer)])
  }
}

/** Two fields of one cell (职务/职称) are parted as their label is; boxes are ticked. */
function cellAnswer(
  answer: string,
  { prompt, places, place }: { prompt: string; places: Map<object, Block[]>; place: object },
): Block[] {
  const [before] = places.get(place) ?? []
  if (before?.kind === 'paragraph') return [paragraph(`${before.text}/${answer}`)]
  return [paragraph(/[□☐]/.test(prompt) ? ticked(prompt, answer) : answer)]
}

/** The box beside the chosen word, else the first. */
function ticked(prompt: string, answer: string): string {
  const at = answer === '' ? -1 : prompt.indexOf(answer)
  const box = at > 0 ? prompt.slice(0, at).search(/[□☐][^□☐]*$/) : prompt.search(/[□☐]/)
  return box < 0 ? prompt : `${prompt.slice(0, box)}☑${prompt.slice(box + 1)}`
}

function fillLine(
  of: Paragraph,
  { label, answer, places }: { label: string; answer: string; places: Map<object, Block[]> },
): void {
  const [current] = places.get(of) ?? [of]
  const text = unspaced(current?.kind === 'paragraph' ? current.text : of.text)
  const at = text.indexOf(label)
  const colon = at < 0 ? -1 : text.slice(at + label.length).search(/[:：]/) + at + label.length
  if (colon < 0) return
  if (/[□☐]/.test(text.slice(colon + 1))) {
    places.set(of, [{ ...of, text: `${text.slice(0, colon + 1)}${ticked(text.slice(colon + 1), answer)}` }])
    return
  }
  const rest = text.slice(colon + 1).replace(/^[ \t\u3000_＿]*(?:年[ \t\u3000_＿]*月[ \t\u3000_＿]*日)?/, '')
  places.set(of, [{ ...of, text: `${text.slice(0, colon + 1)}${answer}${rest === '' ? '' : `  ${rest}`}` }])
}

const replaced = (blocks: readonly Block[], places: ReadonlyMap<object, Block[]>): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph') return places.get(block) ?? [block]
    return [
      {
        ...block,
        cells: block.cells.map(cell => ({ ...cell, blocks: places.get(cell.blocks) ?? replaced(cell.blocks, places) })),
      },
    ]
  })

/** As an applicant without a blank form would write it. */
function plainForm({ title, fields, sections }: FormDescription, answers: Answers): DocumentContent {
  const cell = (row: number, column: number, text: string) => ({
    ...{ row, column, rowSpan: 1, columnSpan: 1, blocks: [paragraph(text)] },
  })
  const rows = Object.entries(fields).filter(([id]) => answers[id] !== undefined)
  const cells = rows.flatMap(([id, { label }], row) => [cell(row, 0, fold(label)), cell(row, 1, answers[id] ?? '')])
  const texts = Object.entries(sections).filter(([id]) => answers[id] !== undefined)
  const numerals = '一二三四五六七八九十'
  return {
    blocks: [
      { kind: 'paragraph', text: title, look: { centred: true, bold: true } },
      { kind: 'table', cells },
      ...texts.flatMap(([id, { label }], at) => [
        paragraph(`${numerals[at] ?? at + 1}、${label}`),
        paragraph(answers[id] ?? ''),
      ]),
    ],
  }
}
