import { BRANCH } from '../call/applicants.ts'
import { readNumeral } from '../dates/chinese-numerals.ts'
import type { FieldId } from '../form/description.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { COMMITTEES, MASS_BODIES, RECOMMENDERS, UNITS } from '../words/unit-words.ts'
import { mostIn } from './counts.ts'
import type { Notice, Said } from './notice.ts'
import { formWord } from './titles-asked.ts'
import { APPLICANTS, MARK, SENDING } from './vocabulary.ts'

/** Who applies, as the notice and its form let one think; `several`: what tells an applicant's applications apart. */
export type ReadApplicants = {
  readonly key: FieldId
  readonly inRoster: boolean
  readonly shown: string | null
  readonly several: { readonly by: FieldId; readonly most: number | null } | null
}

const SENDS_IN = listed('推荐 申报 推报 报送')
const BRANCHES = pattern`各[教职工师生本科研究离退休、和,()]{0,12}(?:党支部|支部)|(?:每个?|以)(?:党支部|支部)|党支部(?:自主)?${SENDS_IN}`
const COLLEGE = [...UNITS, ...COMMITTEES, ...MASS_BODIES, ...listed('院(系) 学部 分党委 院级党组织 机关')]
const DOES = listed('推荐 申报 报送 组织 将 于')
const COLLEGES = pattern`各(?:二级|基层)?${COLLEGE}(?:[、(,:]|$|.{0,12}${DOES})|以学院为单位`
const CLASSES = /各(?:团支部|班级|班)(?:[、(,:]|$|.{0,12}(?:推荐|申报|报送))|以(?:班级|团支部)为单位/
/** Where the notice speaks of those who apply by themselves. */
const BY_KEY: Readonly<Record<string, RegExp>> = {
  project: /项目|课题|团队/,
  team: /团队/,
  club: /社团|协会|组织/,
  work: pattern`${listed('作品 论文 征文 团队')}`,
  studentNo: pattern`${[...APPLICANTS, ...listed('同学 符合条件的 个人申请')]}|(?:本科|研究)生`,
  class: /团支部|班级/,
  name: pattern`${[...APPLICANTS, ...listed('教师 个人申报 同志')]}`,
}
/** Beside those whom units recommend. */
const BY_THEMSELVES = pattern`${listed('个人自荐 本人自荐 个人自主申报 个人直接申报')}`
const RECOMMENDED = pattern`${listed('推荐 推选 评选 评优')}`

const SEND_THEMSELVES = pattern`^${MARK}?请?${APPLICANTS}[^。;]{0,60}${SENDING}[^。;]{0,12}(?:邮箱|@)`

const APPLYING = pattern`${listed('申报 申请 报名 投稿')}`

/** What people apply with, and are told apart by. */
const THINGS: readonly FieldId[] = ['project', 'team', 'work']

/** What else a form may be about, where names are made of it. */
const MATTERS: readonly FieldId[] = ['caseName', 'lab', 'base', 'course', 'book']

type Fields = ReadonlySet<FieldId>

/** `fields`: the form's; where it has none, what the names are made of; `title`: the form's. null: a person must say it. */
export function readApplicants(
  { sentences }: Notice,
  fields: Fields,
  named: Fields,
  title: string | null = null,
): Said<ReadApplicants> | null {
  const said = (pattern: RegExp): string | null => sentences.find(({ folded }) => pattern.test(folded))?.said ?? null
  const units = (key: FieldId, told: string) => ({ value: roster(key, several(sentences, fields, title)), said: told })
  const branches = said(BRANCHES)
  if (branches !== null) return units(BRANCH, branches)
  const has = (field: FieldId) => fields.has(field) || (fields.size === 0 && named.has(field))
  const own = (key: FieldId, shown: string | null = null) => ({
    value: alone(key, shown),
    said: said(BY_KEY[key] ?? APPLYING) ?? '',
  })
  const person = ['leader', 'author', 'name'].find(has)
  const ofPerson = (thing: FieldId) => own(thing, person === undefined ? null : `{${thing}}({${person}})`)
  const student = () => {
    const called = ['name', 'author'].find(has)
    return own('studentNo', called === undefined ? null : `{${called}}({studentNo})`)
  }
  const colleges = said(COLLEGES)
  // The names are made of persons alone: who applies is one of them, whatever they apply with.
  const isPersons = has('name') && named.has('name') && !THINGS.some(thing => named.has(thing))
  if (isPersons && THINGS.some(has)) return has('studentNo') ? student() : own('name')
  if (isPersons && !has('studentNo') && said(SEND_THEMSELVES) !== null) return own('name')
  // The names are made of units: they collect what their people apply with.
  const areUnits = named.has('college') && ![...THINGS, 'name', 'studentNo'].some(one => named.has(one))
  if (colleges !== null && areUnits && has('studentNo') && fields.size > 0 && !THINGS.some(has))
    return { value: roster('college', { by: 'studentNo', most: null }), said: colleges }
  if (has('project')) return ofPerson('project')
  if (has('team')) return ofPerson('team')
  const isNamedWork = fields.size === 0 && named.has('work') && person !== undefined
  if (isNamedWork || (fields.has('work') && said(/作品|团队/) !== null)) return ofPerson('work')
  if (has('club')) return own('club')
  if (has('studentNo')) return student()
  const about = MATTERS.find(one => has(one) && named.has(one)) ?? finerIn(named, fields)
  if (about !== undefined && !named.has('name')) return own(about)
  const classes = said(CLASSES)
  // Names of several parts and no form: a roster of classes could not tell them.
  if (fields.size === 0 && named.size > 1 && has('class'))
    return { value: alone('class', shownBy('class', named)), said: classes ?? '' }
  if (classes !== null) return units('class', classes)
  if (colleges !== null && fields.has('name') && said(BY_THEMSELVES) !== null) return own('name')
  if (colleges !== null && !fields.has('class')) return units('college', colleges)
  const key = ['staffNo', 'name', 'leader', 'class', 'caseName', 'work'].find(has)
  return key === undefined ? null : own(key, fields.size === 0 ? shownBy(key, named) : null)
}

/** «最美宿舍-学院-楼栋房号»: what names are made of beside the unit, and nobody knows what it is. */
const finerIn = (named: Fields, fields: Fields): FieldId | undefined =>
  named.has('college') && !fields.has('class')
    ? [...named].find(one => /^item\d+$/.test(one) && fields.has(one))
    : undefined

const roster = (key: FieldId, several: ReadApplicants['several']): ReadApplicants => ({
  ...{ key, inRoster: true, shown: null, several },
})

const alone = (key: FieldId, shown: string | null): ReadApplicants => ({ key, inRoster: false, shown, several: null })

/** Without a form the name must tell whatever it is made of. */
const shownBy = (key: FieldId, named: Fields): string | null =>
  named.size < 2 ? null : [key, ...[...named].filter(one => one !== key)].map(one => `{${one}}`).join('')

const EACH = patternWith('u')`每个?${[...RECOMMENDERS, '专业']}|各[\p{Script=Han}]{0,6}${RECOMMENDERS}|限[报推]`

/** «100人以上的单位可推荐2人». */
const OF_SOME = pattern`${RECOMMENDERS}可?推荐\d`
const PIECES = /^(?:[名人项个篇件份间支组队]|$)/
/** «推荐2个案例», «选送典型案例3项». */
const SENT = patternWith(
  'u',
)`${[...SENDS_IN, ...listed('推选 选送 上报')]}(?:(?![的须应有含])\p{Script=Han}){0,6}?([1-9]\d?|[一二两三四五六七八九十])[名人项个篇件]`
/** What comes with an application is counted and measured too. */
const WITH_IT = pattern`${listed('图片 照片 视频 附件 佐证 证明 支撑 截图 字数 篇幅 简介 亮点')}[^\d(]{0,12}[\d一二两三四五六七八九十]|${listed('联络员 联系人 工作人员')}`
const COUNT = /各?(\d{1,2})[名人项个篇件]$/
const EACH_ONE = /各\d[名人项个篇件]/

const numberOf = (said: string): number =>
  /^\d/.test(said) ? Number(said) : (readNumeral(said.replace('两', '二')) ?? 0)

/** How many one unit may send in, of each kind that a sentence names. */
function boundsOf(folded: string): { part: string; most: number }[] {
  const parts = folded.split(/[、,;。]/)
  const from = parts.findIndex(part => EACH.test(part) || OF_SOME.test(part))
  const counting = from < 0 ? [] : parts.slice(from).filter(part => !WITH_IT.test(part))
  const isBound = (part: string) => mostIn(part, PIECES) !== null || EACH_ONE.test(part) || SENT.test(part)
  if (!counting.some(isBound)) return []
  return counting.flatMap(part => {
    const sent = SENT.exec(part)?.[1]
    const most =
      mostIn(part, PIECES)?.value ?? (sent === undefined ? Number(COUNT.exec(part)?.[1] ?? 0) : numberOf(sent))
    return most > 0 ? [{ part, most }] : []
  })
}

/** Persons or cases that a branch recommends; `most` of the form's kind, and null where several kinds have several. */
function several(sentences: Notice['sentences'], fields: Fields, title: string | null): ReadApplicants['several'] {
  const by = ['name', 'caseName', 'project', 'work'].find(field => fields.has(field))
  if (by === undefined) return null
  const bounds = sentences.map(({ folded }) => boundsOf(folded)).find(found => found.length > 0) ?? []
  const kind = (title ?? '').replace(formWord(title ?? '') ?? '', '')
  const own = bounds.filter(({ part }) => kind.length > 2 && part.includes(kind))
  const counts = [...new Set((own.length > 0 ? own : bounds).map(({ most }) => most))]
  const isRecommended = by === 'name' && sentences.some(({ folded }) => RECOMMENDED.test(folded))
  const isMany = isRecommended || counts.some(most => most > 1)
  return isMany ? { by, most: counts.length === 1 ? (counts[0] ?? null) : null } : null
}
