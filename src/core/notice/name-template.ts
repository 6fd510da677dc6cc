import type { FieldId, FieldType } from '../form/description.ts'
import { CHOOSING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { MASS_BODIES } from '../words/unit-words.ts'
import { KNOWN_LABELS, knownLabel } from './known-labels.ts'
import { APPLICANTS } from './vocabulary.ts'

/** What names are made of in a call: its unit's name, the token of its applicants, the labels of its form. */
export type NameParts = {
  readonly unit: string
  /** `branch`, or the field that tells who applies. */
  readonly key: FieldId
  /** Labels that mean the roster's row: 党支部名称 for branches, 学院 for colleges. */
  readonly isKey: (field: FieldId) => boolean
  /** The notice's title: what of it stands in a name is a word of the name. */
  readonly matter?: string
  /** The form's own labels with their fields. */
  readonly labels?: ReadonlyMap<string, FieldId>
  readonly types?: ReadonlyMap<FieldId, FieldType>
}

type ReadTemplate = {
  readonly template: string
  readonly tokens: readonly FieldId[]
  /** What stands for something that has no token. */
  readonly unknown: readonly string[]
  /** The notice's words for each token. */
  readonly words: ReadonlyMap<FieldId, string>
}

const PLACEHOLDER = /(?:[XxＸ×〇○*﹡_]{2,}|某某?某?|…{1,2}|\.{3,})/
const NOUNS: Readonly<Record<string, FieldId>> = {
  ...{ 党支部: 'branchName', 支部: 'branchName', 团支部: 'class', 学院: 'college', 书院: 'college', 学部: 'college' },
  ...{ 专业: 'major', 班级: 'class', 班: 'class', 年级: 'grade', 项目: 'project', 课题: 'project' },
  ...{ 同学: 'name', 老师: 'name', 同志: 'name' },
  ...Object.fromEntries(MASS_BODIES.map(body => [body, 'college'])),
}
const NOUN = Object.keys(NOUNS)
/** «XX同志» is written with the word. */
const ADDRESSED = /同学|老师|同志/
const PIECE = patternWith('gu')`${[
  /[{【[<](?<braced>[^{}【】[\]<>]{1,20})[}】\]>]/u,
  pattern`${PLACEHOLDER}\((?<hinted>[^()]{1,12})\)`,
  pattern`${PLACEHOLDER}(?<noun>${NOUN})`,
  pattern`(?<year>${PLACEHOLDER}年)`,
  pattern`(?<bare>${PLACEHOLDER})`,
  pattern`(?<![\p{Script=Han}A-Za-z0-9])(?<labels>${KNOWN_LABELS}{1,5})(?![\p{Script=Han}A-Za-z0-9])`,
  pattern`^(?<leading>${KNOWN_LABELS}{2,5})`,
]}`
/** «【XX学院】». */
const OF_NOUN = patternWith('u')`^${PLACEHOLDER}(${NOUN})$`
const EACH = patternWith('g')`${KNOWN_LABELS}`
const SEPARATOR = /^[+＋\-—–_、|]+$/
const SEPARATORS = /([+＋\-—–_、|]+)/
/** Ends of what stands for something, and is no word of the name itself. */
const STANDS_FOR = pattern`${[
  ...listed('名称 姓名 名字 题目 标题 类别 类型 组别 赛道 编号 序号 单位 部门 科室 负责人 完成人 作者 电话 手机号'),
  ...listed('日期 年级 专业 班级 教师姓名 书记 主持人 联系人 职务 职称 学号 工号 全称 简称'),
  ...listed('数量 人数 项数 件数 份数 总数 次数 排名 张三 李四 王五 小明'),
]}(?:\([^()]*\))?$`

/** «申报书-机械工程学院XX党支部» → `申报书-{unit}{branch}`, with the tokens that it bears. */
export function readTemplate(value: string, parts: NameParts): ReadTemplate {
  const tokens: FieldId[] = []
  const unknown: string[] = []
  const words = new Map<FieldId, string>()
  const tokenOf = (field: FieldId): string => {
    const token = parts.isKey(field) ? parts.key : field
    tokens.push(token)
    return `{${token}}`
  }
  const labelled = (label: string): string => {
    const noun = OF_NOUN.exec(label)?.[1]
    if (noun !== undefined) return tokenOf(NOUNS[noun] ?? parts.key)
    const own = ownLabel(label, parts)
    const field = own ?? knownLabel(label.replace(/(?<=..)全称$/, ''))?.id
    if (field !== undefined) {
      words.set(field, label)
      return tokenOf(field)
    }
    unknown.push(label)
    return label
  }
  const read = (text: string): string =>
    text.replace(PIECE, (piece, ...rest) => {
      const groups = rest.at(-1) as Record<string, string | undefined>
      if (groups.braced !== undefined) return isMatter(groups.braced, parts) ? piece : labelled(groups.braced)
      if (groups.hinted !== undefined) return labelled(groups.hinted)
      if (groups.noun !== undefined)
        return `${tokenOf(NOUNS[groups.noun] ?? parts.key)}${ADDRESSED.exec(groups.noun) ?? ''}`
      if (groups.year !== undefined) return labelled(groups.year)
      if (groups.bare !== undefined) return tokenOf(parts.key)
      return (groups.labels ?? groups.leading ?? piece).replace(EACH, labelled)
    })
  const all = segments(value)
  const made = all.map(part => (isSeparator(part) ? part : segment(part, { read, labelled, parts })))
  // Beside what stands for something a word of no meaning does, too.
  if (tokens.length > 0) unknown.push(...all.filter((part, at) => part === made[at] && isStrange(part, parts)))
  return { template: withUnit(made.join(''), parts.unit), tokens, unknown: [...new Set(unknown)], words }
}

/** Words that names are made of, whatever the notice is about. */
const NAME_WORDS = pattern`[\dA-Za-z]|[书表稿]$|${[
  ...CHOOSING,
  ...listed(
    '材料 申请 报名 参赛 参评 投稿 作品 征文 报送 汇总 立项 结题 评优 先进 优秀 电子版 附件 论文 案例 大赛 竞赛 比赛 活动 专项',
  ),
]}`

/** Neither a word of the notice's matter nor one that names are made of: «岗位», of «学院+姓名+岗位». */
const isStrange = (part: string, { matter, unit }: NameParts): boolean =>
  matter !== undefined &&
  matter !== '' &&
  !isSeparator(part) &&
  !NAME_WORDS.test(part) &&
  !`${matter}${unit}`.includes(part) &&
  !Array.from(part.slice(1), (letter, at) => `${part[at]}${letter}`).some(pair => matter.includes(pair))

/** What stands between +, - and the like, and these themselves. */
const segments = (value: string): string[] => value.split(SEPARATORS).filter(part => part !== '')
const isSeparator = (part: string): boolean => SEPARATOR.test(part)

type Reading = {
  readonly read: (text: string) => string
  readonly labelled: (label: string) => string
  readonly parts: NameParts
}

/** «申报表/事迹材料», «博士(硕士)»: what stands in the name depends on who sends it. */
const ONE_OF_TWO = /[^/]\/[^/]|^(\p{Script=Han}{2,4})\((?!\1)\p{Script=Han}{2,4}\)$/u

/** «班级全称(班主任姓名)». */
const ANOTHER_THING = pattern`${listed('姓名 名字 学号 工号 题目 电话 编号 负责人 完成人 主持人 作者')}$`
/** «学部(学院)», where the form asks for one of them. */
const BEHIND = patternWith('u')`^(\p{Script=Han}{2,8})\((\p{Script=Han}{2,8})\)$`

/** «【教学成果奖】», of a notice about it. */
const isMatter = (word: string, { matter = '' }: NameParts): boolean =>
  word.length >= 3 &&
  matter.includes(word) &&
  knownLabel(word) === null &&
  (!STANDS_FOR.test(word) || AWARDED.test(word) || matter.includes(`“${word}”`))

/** «优秀班级» is awarded, and stands for no class. */
const AWARDED = pattern`${listed('优秀 先进 十佳 最美 文明 模范 示范 标兵 星级')}`

/** «申请人所在学院» is the 学院. */
const OWNER = pattern`^${[...APPLICANTS, ...listed('负责人 作者 推荐人选 被推荐人')]}的?(?=..)`

/** A part that is a label of the form, or that stands for something whatever it is called. */
function segment(part: string, { read, labelled, parts }: Reading): string {
  if (ownLabel(part, parts) !== undefined) return labelled(part)
  if (isMatter(part, parts)) return part
  const owned = part.replace(OWNER, '')
  if (owned !== part && knownLabel(part) === null && knownLabel(owned) !== null) return labelled(owned)
  const [, plain = '', inside = ''] = BEHIND.exec(part) ?? []
  const isOfForm = plain !== '' && ownLabel(plain, parts) !== undefined
  if ((isOfForm || STANDS_FOR.test(plain)) && ANOTHER_THING.test(inside))
    return `${labelled(plain)}(${labelled(inside)})`
  if (isOfForm && ownLabel(inside, parts) === undefined) return labelled(plain)
  const template = read(part)
  return template === part && (STANDS_FOR.test(part) || ONE_OF_TWO.test(part)) ? labelled(part) : template
}

/** The form's field whose label is this one, or ends in it where only one does: 赛道 is 参赛赛道. */
function ownLabel(part: string, { labels = new Map() }: NameParts): FieldId | undefined {
  const exact = labels.get(part)
  if (exact !== undefined) return exact
  const ending = part.length < 2 ? [] : [...labels].filter(([label]) => label.endsWith(part) || label.startsWith(part))
  const known = knownLabel(part)?.id
  const isOwn = known !== undefined && [...labels.values()].includes(known)
  if (isOwn) return undefined
  const like = ending.length > 0 ? ending : [...labels].filter(([label]) => coreOf(label) === coreOf(part))
  return like.length === 1 ? like[0]?.[1] : undefined
}

const AHEAD_OF_CORE = pattern`^${listed('所在 所属 参赛 申报 申请 二级 基层')}(?=..)`

/** 社区名称 is what 所在社区 asks for. */
function coreOf(label: string): string {
  const core = label.replace(AHEAD_OF_CORE, '').replace(/(?<=..)(?:名称|全称|姓名)$/, '')
  // «学号姓名» is two things.
  return knownLabel(core)?.type === 'digits' ? label : core
}

const withUnit = (template: string, unit: string): string =>
  unit === '' ? template : template.replaceAll(unit, '{unit}')
