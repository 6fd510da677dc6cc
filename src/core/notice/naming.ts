import type { FieldId } from '../form/description.ts'
import { type NameParts, readTemplate } from './name-template.ts'
import type { Notice, Said, Sentence } from './notice.ts'

/** A rule as the notice words it: `rule` is a template or `{ has }`; null where it holds something that has no token. */
export type ReadRule = {
  readonly rule: string | { readonly has: string } | null
  readonly tokens: readonly FieldId[]
  readonly unknown: readonly string[]
}

export type NameTarget = 'subject' | 'file' | 'archive'

/** Only what the notice says; the first rule for each that is found. */
export type ReadNaming = Readonly<Partial<Record<NameTarget, Said<ReadRule>>>>

/** A name in quotes or brackets. */
const QUOTED = /[“"「『'【]([^“”"「」『』'【】]{2,60})[”"」』'】](?![\p{Script=Han}\w+-]*[+-])/u
const BRACKETED_PART = /^【[^】]{1,30}】[\p{Script=Han}\w+-]/u
const BARE_END =
  /[,。;!]|\((?:如|例|注)|(?:例如|比如|如:|示例)|(?:的)?(?:邮件|格式|形式|方式|字样)|(?:后)?(?:发送|发至|报送|提交|打包)/
const NAMED =
  /(?:命名(?:格式|方式|规则|要求|形式)?|(?<!形)格式|名称|文件名|邮件名|主题|标题)(?:均|应|须|请|需)?(?:统一)?(?:为|是|:|如下|:为)+:?(.*)$/
const NAMED_BY = /(?:以|按照?|用|采用)(.{2,60}?)(?:的?(?:格式|形式|方式|顺序))?(?:进行)?(?:统一)?(?:重新)?命名/
const NOTED = /(?:注明|写明|标注|标明|备注|注|含有?|包含)(?:为)?:?(.*)$/

const TARGETS: readonly (readonly [NameTarget, RegExp])[] = [
  ['archive', /压缩|打包|zip|rar/i],
  [
    'file',
    /文件|附件|文档|材料|电子版|作品|论文|征文|稿件|案例|照片|视频|(?:申报|申请|推荐|审批|登记|汇总|任务|自荐|备案)(?:表|书)/,
  ],
  ['subject', /主题|标题|邮件/],
]

export function readNaming({ sentences }: Notice, parts: NameParts): ReadNaming {
  const found: Partial<Record<NameTarget, Said<ReadRule>>> = {}
  for (const [index, sentence] of sentences.entries()) {
    let about = ''
    for (const clause of clausesOf(sentence)) {
      const earlier = SAME_AS.test(clause) ? lastOf(found) : null
      if (earlier !== null) {
        for (const target of targetsOf(clause)) found[target] ??= { value: earlier, said: sentence.said }
        continue
      }
      const value = valueIn(clause, sentences[index + 1]?.folded ?? '')
      about = value === null || targetsOf(clause.slice(0, value.at)).length > 0 ? clause : about + clause
      if (value === null) continue
      const rule = SAME.test(value.text) ? lastOf(found) : ruleOf(value, parts)
      if (rule === null) continue
      for (const target of targetsOf(value.at > 0 && about === clause ? clause.slice(0, value.at) : about))
        found[target] ??= { value: rule, said: sentence.said }
    }
  }
  return found
}

/** «压缩包以同样方式命名». */
const SAME = /^(?:同样|相同|上述|以上|该|此|同一)/

/** «邮件主题与压缩包名称一致». */
const SAME_AS = /[与和同].{1,12}(?:一致|相同|同名)/

const lastOf = (found: Partial<Record<NameTarget, Said<ReadRule>>>): ReadRule | null =>
  Object.values(found).at(-1)?.value ?? null

/** Parted at commas that stand in no quotes. */
const clausesOf = ({ folded }: Sentence): string[] =>
  folded.match(/(?:[“"「『'【][^”"」』'】]*[”"」』'】]|[^,;])+/g) ?? []

type Value = { readonly text: string; readonly at: number; readonly isKeyword: boolean }

function valueIn(clause: string, next: string): Value | null {
  const by = NAMED_BY.exec(clause)
  if (by !== null) return { text: inner(by[1] ?? ''), at: by.index, isKeyword: false }
  const named = NAMED.exec(clause)
  if (named !== null && /命名|主题|标题|文件名|名称/.test(clause)) {
    const text = inner(named[1] ?? '')
    return text.length < 2 && next === ''
      ? null
      : { text: text.length < 2 ? inner(next) : text, at: named.index + 2, isKeyword: false }
  }
  const noted = NOTED.exec(clause)
  if (noted === null || !/主题|标题|邮件|文件名|压缩/.test(clause.slice(0, noted.index))) return null
  const text = inner(noted[1] ?? '')
  return text.length < 2 ? null : { text, at: noted.index, isKeyword: true }
}

/** What stands in quotes, else up to the end of the phrase. */
function inner(text: string): string {
  const [, quoted] = BRACKETED_PART.test(text) ? [] : (QUOTED.exec(text) ?? [])
  if (quoted !== undefined && text.search(QUOTED) < 4) return quoted.trim()
  const end = text.search(BARE_END)
  return (end < 0 ? text : text.slice(0, end)).replace(/^[:“"]+|[”"]+$/g, '').trim()
}

const targetsOf = (text: string): NameTarget[] => {
  const targets = TARGETS.filter(([, words]) => words.test(text)).map(([target]) => target)
  // «邮件附件» is the file, «压缩文件» the archive.
  return targets.filter(
    target =>
      !(
        target === 'file' &&
        targets.includes('archive') &&
        !/文件名|附件|文档/.test(text.replace(/压缩(?:文件|包)名?/g, ''))
      ) && !(target === 'subject' && targets.length > 1 && !/主题|标题|邮件(?:名|及|和|与|、)/.test(text)),
  )
}

/** A name without any token is a keyword: what people add to it names them. */
function ruleOf({ text, isKeyword }: Value, parts: NameParts): ReadRule {
  const { template, tokens, unknown } = readTemplate(text, parts)
  if (unknown.length > 0) return { rule: null, tokens, unknown }
  if (tokens.length === 0 || (isKeyword && tokens.length === 0)) return { rule: { has: text }, tokens, unknown }
  return { rule: template, tokens, unknown }
}
