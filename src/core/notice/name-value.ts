import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { SENDING } from './vocabulary.ts'
/** What stands where a name is told, and where in its clause that begins. */
export type NameValue = { readonly text: string; readonly at: number }

/** A name in quotes or brackets. */
const QUOTED =
  /(?:“(?<outer>[^“”]{2,60})”|[“"「『'【](?<plain>[^“”"「」『』'【】]{2,60})[”"」』'】])(?![\p{Script=Han}\w+-]*[+-])/u
const BRACKETED_PART = /^【[^】]{1,30}】[\p{Script=Han}\w+-]/u
const FORMS = listed('格式 形式 方式 顺序')
const BARE_END = pattern`${[
  /[,。;!]|\((?:如|例|注)|\(?(?:例如|比如|如:|示例)/,
  pattern`的?${[...FORMS, '邮件', '字样']}|后?${[...SENDING, '打包']}`,
]}`
const TITLED = listed('主题 标题 文件名 压缩包名')
const NAMES = [...TITLED, ...listed('名称 邮件名 附件名 材料名')]
const NAMING = ['命名', ...NAMES]
export const RULES = listed('格式 方式 规则 要求 形式')
const MUST = /(?:[均应须请需]|务必){0,2}(?:统一)?/
const NAMED = pattern`(?:命名${RULES}?|(?<!形)格式|${NAMES})${MUST}(?:命名)?(?:为|是|:|如下)+:?(.*)$`
const NAMED_BY = pattern`(?:以|按照?|用|采用)((?:(?!为单位).){2,60}?)(?:的?${FORMS})?(?:进行)?(?:统一)?(?:重新)?(?:命名|作?为(?:题|(?:文件|邮件)?(?:名|主题|标题)))`
/** «压缩包内文件按“01申报书”“02佐证材料”命名»: of each its own. */
const INSIDE = /[包件夹]内/
const SEVERAL = /[”"][、和及]?[“"]/
/** «写成“…”», «使用“…”». */
const WRITTEN_AS = /写[为成作]?|填写?[为成]?|使?用|采用|设[为置]|取[名为]/
/** «邮件主题“XX学院优博培育”», «邮件名称请写“…”». */
const DIRECT = pattern`(?:${TITLED}栏?${MUST}${WRITTEN_AS}?|${NAMES}${MUST}${WRITTEN_AS})(?=[“"「『'【])(.*)$`
/** «“部门+姓名+项目”命名». */
const QUOTED_NAMED = /[“"「『'【]([^“”"「」『』'【】]{2,60})[”"」』'】](?:的?(?:格式|形式|方式))?(?:进行)?(?:统一)?命名/
const NOTED = pattern`${listed('注明 写明 写清 写上 标注 标明 备注 注 含有 含 包含')}为?:?(.*)$`
/** Whether a text is about how something is called. */
export const SPEAKS_OF_NAMES = pattern`${NAMING}`
const MAY_BEAR = pattern`${listed('主题 标题 邮件 文件名 压缩')}`
/** What a mail, a file or an archive is called, whatever words say so: «邮件的题目就叫“…”». */
const CALLED = pattern`(?:邮件|压缩[包文]件?|文件)的?(?:${NAMES}|题目|名字|名)[^,。;:“"「『'【]{0,8}[“"「『'【]`
/** Whether a clause tells a name in words that aren't known. */
export const tellsName = (clause: string): boolean => CALLED.test(clause)

/** Parted at commas that stand in no quotes. */
export const clausesOf = (folded: string): string[] =>
  folded.match(/(?:[“"「『'【][^”"」』'】]{0,200}[”"」』'】]|[^,;])+/g) ?? []

/** `next`: the sentence behind, where «命名格式如下：» has its name. */
export function valueIn(clause: string, next: string): NameValue | null {
  const by = NAMED_BY.exec(clause)
  if (by !== null && INSIDE.test(clause) && SEVERAL.test(by[1] ?? '')) return null
  if (by !== null) return { text: inner(by[1] ?? ''), at: by.index }
  const quoted = QUOTED_NAMED.exec(clause)
  if (quoted !== null) return { text: (quoted[1] ?? '').trim(), at: quoted.index }
  const named = NAMED.exec(clause)
  if (named !== null && SPEAKS_OF_NAMES.test(clause)) {
    const first = inner(named[1] ?? '')
    const text = inner(NAMED.exec(first)?.[1] ?? first)
    return text.length < 2 && next === '' ? null : { text: text.length < 2 ? inner(next) : text, at: named.index + 2 }
  }
  const direct = DIRECT.exec(clause)
  if (direct !== null) return { text: inner(direct[1] ?? ''), at: direct.index + 2 }
  const noted = NOTED.exec(clause)
  if (noted === null || !MAY_BEAR.test(clause.slice(0, noted.index).replace('邮件正文', ''))) return null
  const text = inner(noted[1] ?? '')
  return text.length < 2 ? null : { text, at: noted.index }
}

/** «“A—推荐表”“A—正文”»: the names behind the first. */
export function namesBehind(clause: string, first: string): string[] {
  const rest = clause.slice(clause.indexOf(first) + first.length)
  const [names = ''] = /^(?:[”"][、和及]?[“"][^“”"]*[+\-—–_][^“”"]*(?=[”"]))+/.exec(rest) ?? []
  return names.split(/[”"][、和及]?[“"]/).slice(1)
}

/** What stands in quotes, else up to the end of the phrase. */
function inner(text: string): string {
  const groups = BRACKETED_PART.test(text) ? undefined : QUOTED.exec(text)?.groups
  const quoted = groups?.outer ?? groups?.plain
  const at = text.search(QUOTED)
  if (quoted !== undefined && at < 4 && !/[+-]$/.test(text.slice(0, at))) return quoted.trim()
  const end = text.search(BARE_END)
  return withinBrackets(end < 0 ? text : text.slice(0, end))
    .replace(/^:+|[“”"]|\.(?:docx?|xlsx?|pdf|zip|rar)$/gi, '')
    .trim()
}

/** Up to a bracket that closes and was never opened: the name stood in it. */
function withinBrackets(text: string): string {
  let depth = 0
  for (const [at, letter] of [...text].entries()) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (depth < 0) return [...text].slice(0, at).join('')
  }
  return text
}
