import { CHOOSING, UNDERTAKING } from '../words/choosing-words.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { type Announced, announcedOf } from './announced.ts'
import { type Issuer, issuerOf } from './issuer.ts'
import { fold, type Notice, type Said } from './notice.ts'

/** Who announces what, and when; null where the notice doesn't say it. */
export type Head = {
  readonly title: Said<string> | null
  readonly announced: Announced
} & Issuer

const NOTICE = pattern`${listed('预通知 通知 公告 启事 通告 方案 办法 函')}(?:\([^()]*\))?$`
const VERBS = pattern`^${[
  ...[...UNDERTAKING, ...CHOOSING],
  ...listed('受理 启动 推选 申请 进行 报送 选拔 表彰 提名 补充 延长 延期 调整 转发 认真 继续 集中'),
]}+好?`
/** What a notice is about is no part of what is applied for. */
const HANDING_IN = listed('申报 报名 征集 提交 投稿 报送')
const MATTER = listed('工作 事项 事宜 的报名')
const ENDS = pattern`(?:${[
  pattern`(?:有关|相关)?${MATTER}`,
  pattern`的?补充(?:说明|通知)?(?:及材料${HANDING_IN})?`,
  pattern`${HANDING_IN}?(?:截止)?(?:时间|日期|期限)(?:延长|延期)?(?:及${listed('要求 方式 安排 事项')})?`,
]})+$`

/** `today` stands in for the years that the notice doesn't say. */
export function readHead({ lines }: Notice, today: string): Head {
  const folded = lines.map(fold)
  const first = folded.slice(0, 8).findIndex(line => isTitle(line))
  // «通知 | …开始申报啦！» is what the page is called; the notice has its own title below.
  const own = CALLED.test(folded[first] ?? '') ? folded.slice(0, 14).findIndex(line => OWN_TITLE.test(line)) : -1
  const at = own < 0 ? first : own
  // A title may be broken over two lines.
  const isBroken = at > 0 && !/关于/.test(folded[at] ?? '') && /关于/.test(folded[at - 1] ?? '')
  const heading = at < 0 ? null : isBroken ? `${folded[at - 1]}${folded[at]}` : (folded[at] ?? '')
  const said = at < 0 ? '' : isBroken ? `${lines[at - 1]}${lines[at]}` : (lines[at] ?? '')
  const end = endOf(folded)
  const issuer = issuerOf({ heading: heading ?? '', said, lines: lines.slice(0, end), folded: folded.slice(0, end) })
  return {
    title: heading === null ? null : { value: titleOf(heading, issuer.unit?.value ?? ''), said },
    ...issuer,
    announced: announcedOf(lines.slice(0, end), folded.slice(0, end), today),
  }
}

const HANGS_ON = /^(?:附件|抄送|\(?\d{1,2}[.、)])|印发$|\.(?:docx?|xlsx?|pdf|zip|rar)$/i
const SURELY = /^(?:附件|抄送)|印发$/

/** Where a notice ends that has a list of appendices, or whom it is copied to and who printed it, below its day. */
function endOf(folded: readonly string[]): number {
  const end = folded.findLastIndex(line => !HANGS_ON.test(line)) + 1
  return folded.slice(end).some(line => SURELY.test(line)) ? end : folded.length
}

/** «通知：2024年…开始啦！», as people write over a page of theirs. */
const CALLED = /^(?:重要)?(?:通知|公告)[:|]/

const OWN_TITLE = /^[^《,。;]{0,30}关于[^《,。;]{4,60}(?:通知|公告)$/

const isTitle = (line: string): boolean =>
  line.length <= 80 && (NOTICE.test(line) || CALLED.test(line)) && !/[。;,]/.test(line)

/** «关于遴选…推荐对象的通知» → what it is about. */
function titleOf(heading: string, unit: string): string {
  const own = unit !== '' && heading.startsWith(unit) ? heading.slice(unit.length) : heading
  const [, about = own] = /关于(.+)$/.exec(heading) ?? []
  const bare = about
    .replace(CALLED, '')
    .replace(/(?:现已|已)?(?:正式)?(?:开始|启动)(?:啦|了)?[!！~]*$/, '')
    .replace(NOTICE, '')
    .replace(/(?:的|报名)+$/, '')
    .replace(ENDS, '')
    .replace(/的$/, '')
  const short = bare.replace(VERBS, '').replace(/的$/, '')
  return short.length >= 4 ? short : bare
}
