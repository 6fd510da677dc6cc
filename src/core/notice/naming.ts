import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { exampleAgainst, exampleIn, isExample, OPENS_WITH_EXAMPLE, ruleFrom } from './name-example.ts'
import { earlierNamed, type NameTarget, targetsOf, targetsWithin } from './name-targets.ts'
import { type NameParts, readTemplate } from './name-template.ts'
import { clausesOf, type NameValue, namesBehind, SPEAKS_OF_NAMES, tellsName, valueIn } from './name-value.ts'
import type { Notice, Said, Sentence } from './notice.ts'
import { NAMES_FORM } from './titles-asked.ts'

/** A rule as the notice words it: `rule` is a template or `{ has }`; null where it holds something that has no token. */
export type ReadRule = {
  readonly rule: string | { readonly has: string } | null
  /** As the notice writes it. */
  readonly text: string
  readonly tokens: readonly string[]
  readonly unknown: readonly string[]
  readonly words: ReadonlyMap<string, string>
  /** A name that the notice gives as an example, and what it lets one think of the rule. */
  readonly example?: string
  readonly thought?: string | null
  /** Why the example is none of the rule that was read. */
  readonly misfit?: string
}

/** Only what the notice says; the first rule for each that is found. */
export type ReadNaming = Readonly<Partial<Record<NameTarget, Said<ReadRule>>>>

export const readNaming = (notice: Notice, parts: NameParts): ReadNaming => rulesIn(notice, parts).found

/** What the notice calls other documents by: a call has no rule for them. */
export const otherNames = (notice: Notice, parts: NameParts): readonly Said<string>[] =>
  rulesIn(notice, parts).others.map(({ value, said }) => ({ value: value.text, said }))

function rulesIn({ sentences }: Notice, parts: NameParts): { found: ReadNaming; others: Said<ReadRule>[] } {
  const rules: Rules = { found: {}, others: [], unread: [], examples: [], parts }
  for (const [index, sentence] of sentences.entries()) {
    const below = LISTS_NAMES.test(sentence.folded) ? namesBelow(sentences.slice(index + 1)) : []
    for (const { of, text, said } of below) offer(rules, targetsOf(of), { value: ruleOf({ text, at: 0 }, parts), said })
    if (below.length === 0) readSentence(rules, sentence, sentences[index + 1]?.folded ?? '')
    readExample(rules, sentence, sentences[index - 1]?.said ?? '')
  }
  const { found, others, unread, examples } = rules
  for (const [target, rule] of unread) found[target] ??= rule
  for (const [target, { value, said }] of examples) found[target] = withExample(found[target], value, { said, parts })
  return { found, others: others.filter(({ value }) => value.tokens.length + value.unknown.length > 0) }
}

/** What was read so far; `unread`: sentences that tell a name in words that aren't known. */
type Rules = {
  readonly found: Partial<Record<NameTarget, Said<ReadRule>>>
  readonly others: Said<ReadRule>[]
  readonly unread: [NameTarget, Said<ReadRule>][]
  readonly examples: [NameTarget, Said<string>][]
  readonly parts: NameParts
}

/** The first rule for each target counts; a second one for files, and one of something else, is told. */
function offer({ found, others }: Rules, targets: readonly NameTarget[], rule: Said<ReadRule>): void {
  const isSecond = targets.includes('file') && found.file !== undefined
  const isTold = [found.file, ...others].some(one => one?.value.text === rule.value.text)
  if (targets.length === 0 || (isSecond && !isTold)) others.push(rule)
  for (const target of targets) {
    const earlier = found[target]
    const isOther = target !== 'file' && earlier !== undefined && earlier.value.text !== rule.value.text
    // Of two stages the form's counts.
    const isFirst = earlier === undefined || (isOther && tellsForm(rule.said) && !tellsForm(earlier.said))
    if (isOther) others.push(isFirst ? earlier : rule)
    if (isFirst) found[target] = rule
  }
}

const tellsForm = (said: string): boolean => NAMES_FORM.test(said)

/** `next`: the sentence behind, where «命名格式如下：» has its name. */
function readSentence(rules: Rules, { said, folded }: Sentence, next: string): void {
  const { found, parts } = rules
  let about = ''
  let before = ''
  for (const clause of clausesOf(folded)) {
    const earlier = earlierNamed(clause)
    const same = earlier === null ? null : ((earlier.as === null ? undefined : found[earlier.as]) ?? lastOf(found))
    if (earlier !== null && same !== null) offer(rules, earlier.targets, { value: same.value, said })
    const value = same === null ? valueIn(clause, next) : null
    about = value === null || targetsOf(clause.slice(0, value.at)).length > 0 ? clause : about + clause
    if (same === null && value === null && tellsName(clause))
      for (const target of targetsOf(clause)) rules.unread.push([target, { value: UNREAD, said }])
    if (value !== null) {
      const ahead = value.at > 0 && about === clause ? clause.slice(0, value.at) : about
      const rule = SAME.test(value.text) ? lastOf(found)?.value : ruleOf(value, parts)
      const targets = targetsWithin(ahead, {
        ...{ sentence: folded, clause, before },
        hasForm: (parts.labels?.size ?? 0) > 0,
      })
      if (rule !== undefined) offer(rules, targets, { value: rule, said })
      for (const text of namesBehind(clause, value.text))
        offer(rules, [], { value: ruleOf({ text, at: 0 }, parts), said })
    }
    before += clause
  }
}

const LISTS_NAMES = /(?:文件名|命名|名称)[^。;]{0,8}如下:?$/
const NAME_BELOW = /^(?:[-·•●]|\(?\d{1,2}[.、)])?([^:“"+]{1,12}):[“"]?([^“”"]*[+＋\-—_][^“”"]*?)[”"]?[。;]?$/

/** «申报书：“申报书+负责人姓名”», «活页：“活页+课题名称”»: what each paper is called. */
function namesBelow(below: readonly Sentence[]): { of: string; text: string; said: string }[] {
  const [first] = below
  const [, of = '', text = ''] = NAME_BELOW.exec(first?.folded ?? '') ?? []
  return first === undefined || text === '' ? [] : [{ of, text, said: first.said }, ...namesBelow(below.slice(1))]
}

/** A name is told in words that aren't known: a person reads it. */
const UNREAD: ReadRule = { rule: null, text: '', tokens: [], unknown: [], words: new Map() }

/** «压缩包以同样方式命名». */
const SAME = pattern`^${listed('同样 相同 上述 以上 该 此 同一')}`

const lastOf = (found: Partial<Record<NameTarget, Said<ReadRule>>>): Said<ReadRule> | null =>
  Object.values(found).at(-1) ?? null

/** Of what the sentence around it, or right before it, gives a rule for; else of what it speaks of. «例：XX学院+姓名» is the rule itself. */
function readExample(rules: Rules, { said, folded }: Sentence, before: string): void {
  const { found, examples, parts } = rules
  const shown = exampleIn(folded)
  if (shown === null) return
  const ruledBy = (where: string) => TARGETS.filter(target => found[target]?.said === where)
  const here = ruledBy(said)
  const fitted = here.filter(target => misfitOf(shown.text, found[target], parts) === null)
  const own = fitted.length > 0 ? fitted : here
  const ahead = folded.slice(0, shown.at)
  const spokenOf = SPEAKS_OF_NAMES.test(ahead) ? targetsOf(ahead) : []
  const targets = own.length > 0 ? own : OPENS_WITH_EXAMPLE.test(folded) ? ruledBy(before) : spokenOf
  // Without signs between its parts only the rule can tell a name from a sentence.
  if (!shown.isParted && own.length === 0) return
  const value = ruleOf(shown, parts)
  if (value.tokens.length === 0)
    examples.push(...targets.map((target): [NameTarget, Said<string>] => [target, { value: shown.text, said }]))
  else for (const target of targets) found[target] ??= { value, said }
}

const TARGETS: readonly NameTarget[] = ['subject', 'file', 'archive']

type Around = { readonly said: string; readonly parts: NameParts }

/** A rule that its own example doesn't follow was misread, or the notice is at odds with itself: a person says. */
function withExample(rule: Said<ReadRule> | undefined, example: string, { said, parts }: Around): Said<ReadRule> {
  if (rule === undefined) return { value: shownRule(example, parts), said }
  if (rule.value.example !== undefined) return rule
  const why = misfitOf(example, rule, parts)
  const value = { ...rule.value, example, ...(why === null ? {} : { rule: null, misfit: why }) }
  return { value, said: rule.said }
}

const misfitOf = (example: string, rule: Said<ReadRule> | undefined, parts: NameParts): string | null =>
  rule === undefined || rule.value.rule === null ? null : exampleAgainst(example, rule.value.rule, parts)

/** No rule but an example of one. */
const shownRule = (example: string, parts: NameParts): ReadRule => ({
  ...{ ...UNREAD, text: example, example, thought: ruleFrom(example, parts) },
})

/** A name without any token is a keyword: what people add to it names them. */
function ruleOf({ text }: NameValue, parts: NameParts): ReadRule {
  const { template, ...read } = readTemplate(text, parts)
  const { tokens, unknown } = read
  if (tokens.length === 0 && isExample(text, parts)) return shownRule(text, parts)
  if (tokens.length === 0 && /、.*、/.test(text)) return UNREAD
  if (unknown.length > 0) return { rule: null, text, ...read }
  return { rule: tokens.length === 0 ? { has: text } : template, text, ...read }
}
