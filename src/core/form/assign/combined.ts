import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { FormDescription } from '../description.ts'
import { labelKey, splitLabel } from '../evidence/label.ts'
import type { Labels } from '../evidence/labels.ts'
import { type Fit, fitOf, isAnswerShaped, isProse } from '../evidence/shapes.ts'
import { KNOWN } from '../evidence/telling.ts'
import type { Place } from '../places/place.ts'

type Known = { readonly labels: Labels; readonly form: FormDescription }

/** The labels of which a label is made: 职务/职称, 职务及职称, 书记职务职称; a label that is one is its own only part. */
export function labelsIn({ label }: Pick<Place, 'label'>, known: Known): readonly string[] {
  const parts = splitLabel(label)
  if (parts.length > 1) return parts
  const asked = askedIn(label, known)
  if (asked !== null) return asked
  const ends = FROM_TO.test(label) ? endsIn(known) : null
  if (ends !== null) return ends
  const told = Math.max(0, ...known.labels.tells(label).values())
  const mayBeTwo = (told < KNOWN && told > PARTLY) || /.[及和与]./.test(label)
  return (mayBeTwo ? twoIn(labelKey(label), known) : null) ?? [label]
}
/** «支部书记（姓名、职称、电话）»: what brackets list behind a label is asked for, where they say of the label itself what it is. */
function askedIn(label: string, known: Known): readonly string[] | null {
  const [, of = '', within = ''] = LISTING.exec(label.trim()) ?? []
  const parts = within.split(/[、/，]/).map(part => (known.labels.valueOf(part) === null ? of + part : part))
  const isAsked = parts.some(part => part.startsWith(of)) && parts.every(part => known.labels.valueOf(part) !== null)
  return parts.length > 1 && isAsked ? parts : null
}
const LISTING = /^([^()（）]{2,12})[(（]([^()（）]{4,30})[)）]$/

/** «起止时间» over «2024年6月 至 2025年5月», where the form's file asks for both. */
const [BEGINS, ENDS] = [pattern`^${listed('开始 起始 启动 立项')}`, pattern`^${listed('结束 结题 截止 终止 完成')}`]
const FROM_TO = /起[止讫]/
const TO = /\s*(?:[至到～~]|—{1,2}|[-–](?=\s?(?:19|20)\d\d))\s*/
function endsIn({ form }: Known): readonly string[] | null {
  const dates = Object.values(form.fields).filter(({ type }) => type === 'date')
  const [from, to] = [BEGINS, ENDS].map(begins => dates.find(({ label }) => begins.test(label))?.label)
  return from === undefined || to === undefined ? null : [from, to]
}

/** A label of two is understood by half. */
const PARTLY = 0.4

function twoIn(key: string, known: Known): readonly string[] | null {
  for (let cut = 2; cut < key.length - 1; cut++) {
    const parts = [key.slice(0, cut), key.slice(cut)]
    const fields = parts.map(part => known.labels.valueOf(part))
    if (fields.every(field => field !== null) && fields[0] !== fields[1]) return parts
  }
  return null
}

/**
 * «机械工程学院党委 党员人数 52人»: where no line parts them, the next labels of the form and their answers ran into an answer. «智能 成绩排名
 * 系统» is a title that speaks of one: a wide gap stands around a label, or what is behind it looks like its answer.
 */
export function apart(answer: string, { labels, form }: Known): readonly [string, ...Part[]] {
  const words = answer.length > LONGEST || isProse(answer) ? [] : answer.split(/(\s+)/)
  const isField = (at: number, text: string) => {
    const field = labels.exact(words[at] ?? '') ?? ''
    const type = form.fields[field]?.type
    if (type === undefined || text === '') return false
    const isApart = [words[at - 1], words[at + 1]].every(gap => WIDE.test(gap ?? ''))
    return (
      isApart || (type === 'choice' && isAnswerShaped(text)) || fitOf(text, { kind: labels.kindOf(field), type }) === 1
    )
  }
  const parts: Part[] = []
  let end = words.length
  for (let at = end - 3; at > 0; at--) {
    const text = words
      .slice(at + 1, end)
      .join('')
      .trim()
    if (!isField(at, text)) continue
    parts.unshift({ label: words[at] ?? '', text })
    end = at
  }
  const own = words.slice(0, end).join('').trim()
  return parts.length === 0 || own === '' ? [answer] : [own, ...parts]
}
const WIDE = /[\u3000\t]|\s{2}/
const LONGEST = 80

type Part = { readonly label: string; readonly text: string }

/** An answer under each of the labels that it stands beside; under their label as it is where it can't be told apart. */
export function partsOf(place: Pick<Place, 'label'>, answer: string, known: Known): readonly Part[] {
  const parts = labelsIn(place, known)
  const answers = parts.length < 2 ? [] : answersFor(parts, { answer, whole: place.label }, known)
  const told = parts.flatMap((label, index) => {
    const text = answers[index] ?? null
    return text === null ? [] : [{ label, text }]
  })
  const isTwo = splitLabel(place.label).length > 1 || told.length > 1
  return isTwo ? told : [{ label: place.label, text: answer }]
}

/** What parts answers from one another, the strongest first: «所长、党支部书记／教授» is two. */
const BETWEEN = [/[/／∕⁄｜|]/, /\n/, /[；;]/, /、/, /[/／∕⁄、]/]
/** What parts an answer's pieces; in brackets it parts none. */
const APART = /[/／∕⁄、，,；;｜|\s]+(?![^（()）]*[）)])/

/** What a combined answer says for each of its labels: as many as these in their order, else what looks like it; null where it says neither. */
function answersFor(
  parts: readonly string[],
  { answer, whole }: { readonly answer: string; readonly whole: string },
  known: Known,
): readonly (string | null)[] {
  const isSpan = FROM_TO.test(whole)
  // The label is neither's own: where nothing stands nobody lacks anything.
  if (answer === '') return parts.map(() => (isSpan ? null : ''))
  const fits = parts.map(label => {
    const field = known.labels.valueOf(label)
    const type = known.form.fields[field ?? '']?.type ?? 'text'
    const kind = field === null ? null : known.labels.kindOf(field)
    return (piece: string) => fitOf(piece, { kind, type })
  })
  for (const between of isSpan ? [TO] : BETWEEN) {
    const pieces = answer.split(between).map(one => one.trim())
    const inOrder = pieces.length === parts.length ? ordered(pieces, fits) : null
    if (inOrder !== null) return inOrder
  }
  const pieces = answer.split(APART).filter(piece => piece !== '')
  if (pieces.length === parts.length && pieces.every((piece, at) => (fits[at]?.(piece) ?? -1) >= 0)) {
    const inOrder = ordered(pieces, fits)
    if (inOrder !== null) return inOrder
  }
  const owners = pieces.map(piece => fits.flatMap((looks, at) => (looks(piece) === 1 ? [at] : [])))
  const isTold = !isSpan && owners.every(({ length }) => length === 1)
  return fits.map((looks, at) => {
    const own = isTold ? pieces.filter((_, index) => owners[index]?.includes(at)) : []
    return own.length > 0
      ? own.join('、')
      : isSpan || isTold
        ? null
        : (pieces.find(piece => looks(piece) === 1) ?? null)
  })
}

type Fits = readonly ((piece: string) => Fit)[]

/** Pieces for their labels in order, or each under the one that it looks like; null where one of them takes another label's place. */
function ordered(pieces: readonly string[], fits: Fits): readonly string[] | null {
  const looks = (piece: string | undefined, at: number) => piece !== undefined && fits[at]?.(piece) === 1
  const others = pieces.flatMap((piece, at) =>
    looks(piece, at) ? [] : fits.flatMap((_, other) => (other !== at && looks(piece, other) ? [other] : [])),
  )
  if (others.length === 0) return pieces
  const own = fits.map((_, at) => pieces.filter(piece => looks(piece, at)))
  const single = new Set(own.flatMap(some => (some.length === 1 ? some : [])))
  const each = own.flatMap(some => {
    const left = some.length > 1 ? some.filter(piece => !single.has(piece)) : some
    return left.length === 1 ? left : []
  })
  if (new Set(each).size === fits.length) return each
  // «研究员/研究员»: the last is its label's own, and nothing is left for the first but its place; «教授/博导» is one title.
  const isInOrder = [...others, fits.length - 1].every(
    at => looks(pieces[at], at) && !SUPERVISOR.test(pieces[at] ?? ''),
  )
  return isInOrder ? pieces : null
}
const SUPERVISOR = /导师$|[博硕]导$/
