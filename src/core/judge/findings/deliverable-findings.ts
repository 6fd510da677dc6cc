import type { Call } from '../../call/call.ts'
import { type Deliverable, formOf } from '../../call/deliverable.ts'
import { type Document, type DocumentKind, withoutArchives } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import { SEALS } from '../../words/seal-words.ts'
import { bearsNameOf, deliverableOf, isUnassigned, mayBeAsked } from '../assigned.ts'
import type { JudgedDocument } from '../decision.ts'
import type { Set as Brought } from '../earlier.ts'
import { makeProblem } from '../problem-text.ts'
import { readingOf } from '../reading.ts'
import { documentFindings } from './document-findings.ts'
import { type Finding, finding } from './finding.ts'

/** A mail's documents and the forms among them, and what the applicant's set has. */
type Sent = {
  readonly documents: readonly Document[]
  readonly forms: readonly Document[]
  readonly set: Pick<Brought, 'has' | 'open'>
}

type Open = Pick<JudgedDocument, 'name' | 'kind'>

/** What is still asked for; while a document may be it, nobody is asked for it: a person looks first. */
export function deliverableFindings({ documents, forms, set }: Sent, call: Call): readonly Finding[] {
  const isThere = (one: Deliverable) =>
    set.has.has(one.id) ||
    forms.some(({ name }) => bearsNameOf(one, name)) ||
    isSealedBeside(one, { documents, forms, call })
  const missing = call.deliverables.filter(one => one.required && one.reads !== 'form' && !isThere(one))
  if (missing.length === 0) return []
  const isOwnForm = ({ sha256 }: Pick<Document, 'sha256'>) => forms.some(form => form.sha256 === sha256)
  const open = documents.filter(one => !isOwnForm(one) && isUnassigned(one, call))
  const before = set.open.filter(one => mayBeAsked(one) && !isOwnForm(one))
  const others = ofOtherKinds({ documents, set }, missing, call)
  if (others.length > 0) return documentFindings({ kind: 'format', documents: others }, call, false)
  const came = set.has.size > 0 || documents.some(mayBeAsked)
  return missing.map(one =>
    missingFinding(one, { open: [...open, ...documents.filter(isPicture)], before, came, call }),
  )
}

/** What surely is no paper that is asked for, and where pictures alone are asked for, no picture. */
const OTHER_KINDS: readonly DocumentKind[] = ['rar', '7z', 'rtf', 'txt']
const NO_PICTURES: readonly DocumentKind[] = [...OTHER_KINDS, 'docx', 'doc', 'pdf']
/** What is written beside a work; «ATT00001.txt» bears no word at all. */
const BESIDE = pattern`${listed('说明 链接 密码 提取码 网盘 地址 签名 名片 附件 正文 备注 必读 声明 信息表 登记表 报名表')}`

/**
 * In a call without a form, where nothing else came, now or before: rar, rtf, a text as the work. Beside them a picture may be anything, where none
 * is asked for. What may be a paper, or hold it, a person sees.
 */
function ofOtherKinds({ documents, set }: Omit<Sent, 'forms'>, missing: readonly Deliverable[], call: Call) {
  const formats = missing.flatMap(one => one.formats)
  const kinds = formats.every(kind => kind === 'image') ? NO_PICTURES : OTHER_KINDS
  const isOther = ({ kind, name, status }: Document) =>
    kinds.includes(kind) &&
    !formats.includes(kind) &&
    status !== 'unreadable' &&
    name.toLowerCase().endsWith(`.${kind}`) &&
    (kind === 'rar' || kind === '7z' || !BESIDE.test(name))
  const sent = withoutArchives(documents).filter(
    one => !isHungOn(one) && (one.kind !== 'image' || formats.includes('image')),
  )
  const isAll = formOf(call.deliverables) === null && set.has.size === 0 && !set.open.some(mayBeAsked)
  return isAll && sent.every(isOther) ? sent : []
}

const isHungOn = ({ kind, name }: Document): boolean =>
  kind === 'html' || kind === 'xml' || (kind === 'txt' && (!/\p{Script=Han}/u.test(name) || BESIDE.test(name)))

/** A picture of a kind that we don't know. */
const isPicture = ({ kind, name }: Document): boolean =>
  kind === 'other' &&
  /\.(?:hei[cf]s?|avif|jxl|jp2|psd|ai|eps|cdr|svg|tga|raw|dng|cr[23w]|nef|nrw|arw|orf|rw2|raf|pef)$/i.test(name)

const SEALED = pattern`${['扫描', ...SEALS]}`

/** A picture of paper, or the form once more, beside the form that was read is the sealed one that is asked for, whatever it is called. */
const isSealedBeside = (
  { title, formats }: Deliverable,
  { documents, forms, call }: Omit<Sent, 'set'> & { readonly call: Call },
) =>
  SEALED.test(title) &&
  forms.length > 0 &&
  documents.some(
    one =>
      formats.includes(one.kind) &&
      deliverableOf(one, call) === null &&
      (one.why === 'scanned' ? !forms.includes(one) : isOnceMore(one, { documents, call })),
  )

/** A filled form beside another one of a kind that is edited: whether it is sealed a person sees. */
const isOnceMore = (one: Document, { documents, call }: Pick<Sent, 'documents'> & { readonly call: Call }): boolean =>
  readingOf(one, call)?.kind === 'filled' &&
  documents.some(other => other.kind !== one.kind && readingOf(other, call)?.kind === 'filled')

type Candidates = {
  readonly open: readonly Open[]
  readonly before: readonly Open[]
  readonly came: boolean
  readonly call: Call
}

/** What may be it, of its kind or, but for a picture, of another: a person looks. */
function missingFinding({ title, formats }: Deliverable, { open, before, came, call }: Candidates): Finding {
  const fitting = [...open, ...before].filter(({ kind }) => formats.includes(kind === 'other' ? 'image' : kind))
  const others = open.filter(({ kind }) => kind !== 'image' && kind !== 'other')
  const candidates = fitting.length > 0 ? fitting : others
  const gravity = candidates.length > 0 ? 'person' : 'fixable'
  const seen = candidates.length === 0 ? {} : { seen: namesOf(candidates) }
  return finding(
    gravity,
    makeProblem('deliverable.missing', { expected: title, ...seen, detail: came ? '' : 'nothing' }, call.nouns),
  )
}

const SHOWN = 5

const namesOf = (all: readonly Open[]): string => {
  const names = all.slice(0, SHOWN).map(({ name }) => name || '（文件名缺失）')
  return `${names.join('；')}${all.length > SHOWN ? `等${all.length}个文件` : ''}`
}

/** More than one of what there should be one, or not as many as are asked for, for staff. */
export const countNotes = (documents: readonly Document[], before: readonly JudgedDocument[], call: Call) =>
  call.deliverables.flatMap((one): readonly string[] => {
    const { id, title, many, count, reads } = one
    if (reads === 'form' || (many && count === undefined)) return []
    const own = documents.filter(document => deliverableOf(document, call) === id)
    const earlier = many ? before.filter(({ deliverable }) => deliverable === id) : []
    const found = new Set([...own, ...earlier].map(({ sha256 }) => sha256)).size
    if (count !== undefined)
      return found === 0 || found === count ? [] : [`${title}收到${found}份，通知要求${count}份，请核对。`]
    return found < 2 ? [] : [`${title}有${found}份，请核对以哪一份为准。`]
  })
