import type { FieldId } from '../form/description.ts'
import { anyOf } from '../words/any-of.ts'
import { KNOWN_LABELS, knownLabel } from './known-labels.ts'

/** What names are made of in a call: its unit's name, and the token of its applicants. */
export type NameParts = {
  readonly unit: string
  /** `branch`, or the field that tells who applies. */
  readonly key: FieldId
  /** Labels that mean the roster's row: 党支部名称 for branches, 学院 for colleges. */
  readonly isKey: (field: FieldId) => boolean
}

export type ReadTemplate = {
  readonly template: string
  readonly tokens: readonly FieldId[]
  /** What stands for something that has no token. */
  readonly unknown: readonly string[]
}

const PLACEHOLDER = '(?:[XxＸ×〇○*﹡_]{2,}|某某?某?|…{1,2}|\\.{3,})'
const LABEL = anyOf(KNOWN_LABELS)
const NOUN = '(?:党支部|支部|团支部|学院|书院|学部|专业|班级|班|年级|项目|课题|同学|老师)'
const PIECE = new RegExp(
  [
    `[{【[<](?<braced>[^{}【】[\\]<>]{1,20})[}】\\]>]`,
    `${PLACEHOLDER}\\((?<hinted>[^()]{1,12})\\)`,
    `${PLACEHOLDER}(?<noun>${NOUN})`,
    `(?<bare>${PLACEHOLDER})`,
    `(?<![\\p{Script=Han}A-Za-z0-9])(?<labels>${LABEL}{1,5})(?![\\p{Script=Han}A-Za-z0-9])`,
    `^(?<leading>${LABEL}{2,5})`,
  ].join('|'),
  'gu',
)
/** «【XX学院】». */
const OF_NOUN = new RegExp(`^${PLACEHOLDER}(${NOUN})$`, 'u')
const EACH = new RegExp(LABEL, 'g')
const NOUNS: Readonly<Record<string, FieldId>> = {
  ...{ 党支部: 'branchName', 支部: 'branchName', 团支部: 'class', 学院: 'college', 书院: 'college', 学部: 'college' },
  ...{ 专业: 'major', 班级: 'class', 班: 'class', 年级: 'grade', 项目: 'project', 课题: 'project' },
  ...{ 同学: 'name', 老师: 'name' },
}

/** «申报书-机械工程学院XX党支部» → `申报书-{unit}{branch}`, with the tokens that it bears. */
export function readTemplate(value: string, parts: NameParts): ReadTemplate {
  const tokens: FieldId[] = []
  const unknown: string[] = []
  const tokenOf = (field: FieldId): string => {
    const token = parts.isKey(field) ? parts.key : field
    tokens.push(token)
    return `{${token}}`
  }
  const labelled = (label: string): string => {
    const noun = OF_NOUN.exec(label)?.[1]
    if (noun !== undefined) return tokenOf(NOUNS[noun] ?? parts.key)
    const known = knownLabel(label)
    if (known !== null) return tokenOf(known.id)
    unknown.push(label)
    return label
  }
  const template = value.replace(PIECE, (piece, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>
    if (groups.braced !== undefined) return labelled(groups.braced)
    if (groups.hinted !== undefined) return labelled(groups.hinted)
    if (groups.noun !== undefined) return tokenOf(NOUNS[groups.noun] ?? parts.key)
    if (groups.bare !== undefined) return tokenOf(parts.key)
    return (groups.labels ?? groups.leading ?? piece).replace(EACH, labelled)
  })
  return { template: withUnit(template, parts.unit), tokens, unknown }
}

const withUnit = (template: string, unit: string): string =>
  unit === '' ? template : template.replaceAll(unit, '{unit}')
