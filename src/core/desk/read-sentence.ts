import { BRANCH_TYPES } from '../call/amending.ts'
import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import type { Reading } from './command.ts'
import { type At, type DeskWords, spoken } from './desk-words.ts'
import { halfWidth, trimmed } from './half-width.ts'
import { amend, command } from './read-call-line.ts'
import { refused } from './read-case-line.ts'
import { readTime } from './said-time.ts'

const LONGER = pattern`${listed('延期 延长 延至 延到 延后 推迟 顺延')}|截止(?:时间|日期)?[^,，]{0,30}?(?:改|调整|放宽)[到为至]`
const NOT = pattern`${listed('不 别 勿 暂 已 无需')}`
const DATE = /(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}/gu
const REMIND = pattern`${listed('催报 催一下 催一催 催交')}`
/** Papers are asked for. */
export const SENT = pattern`${listed('发 要 给 取 寄 需')}`
const SUMMARY = /汇总表/
const PAPERS = /评审材料/
const RECENT = pattern`${listed('近1年 近一年')}`
const EVERYBODY = pattern`${listed('全部 所有 各 均 都')}`
const RESULT = /结果.*推荐|推荐.*(?:结果|通知|公布)/u
const ROSTER = /名册/
const TYPE = patternWith('gu')`${Object.keys(BRANCH_TYPES)}`
const ADDED = pattern`${listed('加入 加进 加到 增加 列入 补入 添加 补充 录入')}`

const ADDRESS = /(?:邮箱|邮件|地址).*?([\w.+-]+@[\w.-]+\w)/u

/** A wish in a whole sentence. Only what is shown before it is done, or sent to nobody but who asks; the rest is asked back with its line. */
export function readSentence(line: string, at: At): Reading | null {
  const half = halfWidth(line)
  const { call, words } = at
  if (LONGER.test(half)) return laterDeadline(half, call)
  if (ROSTER.test(half) && ADDED.test(half))
    return ask(`名册 增加 ${[nameIn(half, words) ?? '{fresh}', ...(half.match(TYPE)?.slice(-1) ?? [])].join(',')}`, at)
  const [, address] = ADDRESS.exec(half) ?? []
  const owner = address === undefined ? null : nameIn(half, words)
  if (address !== undefined && owner !== null && !NOT.test(half))
    return amend(call, { what: 'address', branch: owner, value: address }, '')
  if (RECENT.test(half))
    return ask(`核实 ${EVERYBODY.test(half) ? '全部' : (nameIn(half, words) ?? '{one}')} 近1年 通过`, at)
  if (RESULT.test(half)) return ask('结果 推荐', at)
  if (NOT.test(half)) return null
  if (REMIND.test(half)) return command({ what: 'remind', call })
  if (!SENT.test(half)) return null
  if (PAPERS.test(half)) return command({ what: 'papers', call })
  if (SUMMARY.test(half)) return command({ what: 'summary', call })
  const applicant = /材料/.test(half) ? nameIn(half, words) : null
  return applicant === null ? null : command({ what: 'file', call, applicant })
}

const FROM = /[由从自]\s*$/u

/** The date behind the word, but for one from which it is put off: «由20日延到23日». */
function laterDeadline(half: string, call: string | null): Reading {
  const word = LONGER.exec(half)
  const dates = [...half.matchAll(DATE)].filter(({ index }) => !FROM.test(half.slice(0, index)))
  const date = dates.find(({ index }) => index > (word?.index ?? 0)) ?? dates.at(-1)
  const read = readTime(date === undefined ? '' : half.slice(date.index))
  if ('why' in read) return refused(read.why)
  if (NOT.test(half.slice(0, date?.index))) return refused('不延期的不必回复；要延期的，请写：延期 2024年5月21日 12:00')
  return amend(call, { what: 'deadline', to: read.time }, trimmed(read.rest))
}

const ask = (example: string, { call, words }: At): Reading =>
  refused(spoken(`您是指“${call === null ? '' : `${words.shorts[call]} `}${example}”？请照此单写一行`, words))

/** Who is spoken of: what ends as applicants of the calls are called. */
const nameIn = (sentence: string, { applicants, shorts }: DeskWords): string | null => {
  const half = Object.values(shorts).reduce((left, short) => left.replace(short, ' '), sentence)
  return (
    patternWith('u')`([\p{Script=Han}\p{N}-]{2,30}?党?${applicants})`
      .exec(half)?.[1]
      ?.replace(/^[将把要发给取请]+/u, '') ?? null
  )
}
