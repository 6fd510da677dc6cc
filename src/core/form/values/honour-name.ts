import { anyOf } from '../../words/any-of.ts'
import { listed } from '../../words/listed.ts'
import { pattern, patternWith } from '../../words/pattern.ts'

const QUOTED = /[“"「『]([^“”"「」『』\n]{2,60})[”"」』]/g
const TITLE_END = /(?:荣誉)?称号|奖励|表彰(?!为)|等荣誉|荣誉/
/** «2023年度大连理工大学», «2022年校级优秀党员»: the year is no part of a name. */
const YEAR_IN_FRONT = /^(?:\d{4}[-—～至]?){1,2}\s?年度?\s*/
const LAST_VERB = /^.*(?:表彰为|评选?为|授予)/
const BRACKETED = /[(（][^()（）]{0,60}[)）]/g
/** «“双带头人”教师党支部书记工作室»: the name goes on behind the quotes. */
const TAILS = listed('工作室 单位 党支部 对象 个人 集体 标兵 案例 示范点 奖')
const TAIL = patternWith('u')`^(?![的称荣等及和与并奖表提])\p{Script=Han}{1,12}${TAILS}`
/** A day's name in quotes is no honour. */
const FEASTS = listed('七一 五四 八一 三八 五一 十一')
const FEAST = pattern`^${FEASTS}$`
/** «“七一”表彰先进党支部». */
const AT_FEAST = pattern`^[“"「『]${FEASTS}[”"」』](?:表彰的?)?(?=.)`
export const withoutFeast = (words: string): string => words.replace(AT_FEAST, '')
/** Words of which one at least stands in an honour's name where nothing else marks it as a name. */
const LIKE_HONOUR = new RegExp(
  anyOf(
    listed('先进 优秀 优胜 十佳 标兵 样板 红旗 过硬 示范 最佳 先锋 模范 名师 三好 三育人 双带头人 奖 师德 年度人物'),
  ),
)
/** How such a name ends, where no verb says that it is one. */
const HONOUR_END = new RegExp(
  `${anyOf(listed('组织 支部 单位 集体 团队 工作者 党员 团员 个人 书记 标兵 岗 教师 辅导员 班主任 导师 学生 干部 毕业生 研究生 名师 模范 能手 活动 党日 案例 工作法 工作室 奖 奖章 之星 年度人物 示范点 称号'))}$`,
)

/** The names in quotes, with what belongs to them behind the quotes. */
export const quotedNames = (text: string): string[] =>
  [...text.matchAll(QUOTED)]
    .filter(([, name = '']) => !FEAST.test(name))
    .map(({ 0: quoted, 1: name = '', index }) => {
      const [tail] = TAIL.exec(text.slice(index + quoted.length)) ?? []
      return tail === undefined ? name.trim() : quoted + tail
    })

export const withoutYear = (words: string): string => words.replace(YEAR_IN_FRONT, '')

const LEVEL_IN_FRONT = /^(?:(?:国家|省部?|[市厅校院])级|[省市校院](?:党?委|党总支))\s?(?=\p{Script=Han}{3})/u
/** «校级先进党支部», «校党委先进党支部»: level and grantor are no part of the name. */
export const withoutLevel = (words: string): string => words.replace(LEVEL_IN_FRONT, '')

/** «优秀教师（辽宁省）», «先进个人（省级）»: what stands in brackets tells the level. */
export const withoutLevelBehind = (words: string): string =>
  words.replace(/[(（](?:[^()（）]{0,6}[级省市校])[)）]$/, '')

/** Whether words that nothing marks as a name are one. */
export const isHonourName = (words: string): boolean => isLikely(words) && HONOUR_END.test(words)

/** Names behind a verb of award: in quotes, or else what stands between the verb and 称号, several with 、 between them. */
export function namesBehind(text: string): string[] {
  const quoted = quotedNames(text)
  if (quoted.length > 0) return quoted
  const [clause = ''] = text.replace(BRACKETED, '').split(/[,，。；;（(]/)
  const listed = clause
    .split('、')
    .map(words => withoutYear((words.split(TITLE_END)[0] ?? '').replace(LAST_VERB, '').trim()))
  const [first = ''] = listed
  return listed.every(isLikely) ? listed : [first].filter(isLikely)
}

const isLikely = (words: string): boolean => words.length >= 4 && words.length <= 40 && LIKE_HONOUR.test(words)
