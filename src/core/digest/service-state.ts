import type { RefusedFolder } from '../application/recorded-message.ts'
import { type Block, type Fact, type Item, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { formatSize } from '../text/size.ts'
import { timeIn } from '../text/time.ts'
import type { DigestFacts, FolderFacts, ServiceFacts, StuckMessage, WithheldReply } from './facts.ts'
import { senderFacts } from './sender-text.ts'

const HOUR = 3_600_000
const SHOWN = 20
const ALARM = '【注意】'

type State = { readonly label: string; readonly value: string; readonly well: boolean }

const sweepState = ({ service: { lastSweepAt }, composedAt, timezone }: DigestFacts): State => {
  const label = '最近检查'
  if (lastSweepAt === null) return { label, value: '尚未完成过邮箱检查，请联系系统管理员', well: false }
  const when = timeIn(lastSweepAt, timezone)
  return composedAt.getTime() - lastSweepAt.getTime() > HOUR
    ? { label, value: `${when}，此后未再完成，请联系系统管理员`, well: false }
    : { label, value: when, well: true }
}

/** As staff see it in their mail program. */
const folderName = (path: string): string => {
  if (path.toUpperCase() === 'INBOX') return '收件箱'
  return /^(?:junk|spam|junk e-?mail)$/i.test(path) ? '垃圾邮件' : clean(path, 60)
}

const folderState = ({ path, onServer, accountedFor }: FolderFacts): State => {
  const label = '邮件清点'
  if (onServer === null) return { label, value: `${folderName(path)}尚未清点`, well: false }
  const counts = `${folderName(path)}：服务器上${onServer}封，已登记${accountedFor}封`
  const missing = Math.abs(onServer - accountedFor)
  return missing === 0
    ? { label, value: `${counts}，无遗漏`, well: true }
    : { label, value: `${counts}，相差${missing}封，待下次检查核对`, well: false }
}

const refusedState = ({ path, since, words }: RefusedFolder, timezone: string): State => ({
  label: '无法打开',
  value: `${folderName(path)}自${timeIn(since, timezone)}起无法打开，其中的来信暂不能检查（${clean(words, 120)}），请联系系统管理员`,
  well: false,
})

const repliesState = ({ service, timezone, composedAt }: DigestFacts): State => {
  const { replies } = service
  const parts = [
    { count: replies.held, name: '试运行暂存' },
    { count: replies.due, name: '待发' },
    { count: replies.withheld, name: '超出限额暂缓' },
    { count: replies.failed, name: '发送失败' },
    { count: replies.unknown, name: '发送结果不明' },
  ].filter(({ count }) => count > 0)
  const value = parts.map(({ count, name }) => `${name}${count}封`).join('，')
  const well = replies.withheld + replies.failed + replies.unknown === 0 && !waitsLong(service, composedAt)
  return { label: '答复邮件', value: value === '' ? '均已发出' : `${value}${waitingText(service, timezone)}`, well }
}

const waitsLong = ({ waiting: { since } }: ServiceFacts, now: Date): boolean =>
  since !== null && now.getTime() - since.getTime() > HOUR

/** Since when, and what was said last. */
function waitingText({ waiting: { oldest, since, lastError } }: ServiceFacts, timezone: string): string {
  if (oldest === null || (since === null && lastError === null)) return ''
  const waits = since === null ? '' : `，自${timeIn(since, timezone)}起未能发出`
  return `；最早一封生成于${timeIn(oldest, timezone)}${waits}${lastError === null ? '' : `，最近错误：${clean(lastError, 120)}`}`
}

const stuckState = ({ setAside, retrying }: ServiceFacts): readonly State[] => [
  {
    label: '搁置邮件',
    value: setAside.length === 0 ? '无' : `${setAside.length}封，需人工处理`,
    well: setAside.length === 0,
  },
  { label: '重试邮件', value: retrying.length === 0 ? '无' : `${retrying.length}封`, well: retrying.length === 0 },
]

const states = (digest: DigestFacts): readonly State[] => [
  sweepState(digest),
  ...digest.service.folders.map(folderState),
  ...digest.service.refusedFolders.map(folder => refusedState(folder, digest.timezone)),
  repliesState(digest),
  ...stuckState(digest.service),
]

const restFacts = ({ diskFree, auditHead }: ServiceFacts): readonly Fact[] => [
  ...(diskFree === null ? [] : [{ label: '磁盘剩余', value: formatSize(diskFree) }]),
  ...(auditHead === null ? [] : [{ label: '记录校验', value: clean(auditHead, 64), exact: true as const }]),
]

type Stuck = { readonly what: string; readonly timezone: string; readonly more?: readonly Fact[] }

const stuckItem = (message: StuckMessage, { what, timezone, more = [] }: Stuck): Item => ({
  title: `${what}（邮件编号${message.id}，已尝试${message.attempts}次）`,
  facts: [...senderFacts(message, timezone), ...more],
})

const reopening = ({ id }: StuckMessage): readonly Fact[] => [
  { label: '办法', value: '请打开原邮件，按来信内容人工处理；系统修复后可由管理员重新处理。' },
  { label: '登记', value: `shenbao reopen ${id}`, exact: true },
]

const WHY: Readonly<Record<WithheldReply['why'], string>> = {
  cap: '答复超出限额，暂缓发出，随后自动补发',
  repeat: '同样问题十分钟内已答复，未重复发送',
}

const withheldItem = (reply: WithheldReply, timezone: string): Item => ({
  title: `${WHY[reply.why]}（邮件编号${reply.id}）`,
  facts: senderFacts(reply, timezone),
})

const stuckItems = ({ service, timezone }: DigestFacts): readonly Item[] => [
  ...service.setAside
    .slice(0, SHOWN)
    .map(one => stuckItem(one, { what: '未能处理，已搁置', timezone, more: reopening(one) })),
  ...service.retrying.slice(0, SHOWN).map(one => stuckItem(one, { what: '未能处理，稍后重试', timezone })),
  ...service.withheld.slice(0, SHOWN).map(one => withheldItem(one, timezone)),
]

/** Whether nothing about the service itself needs a look. */
export const isWell = (digest: DigestFacts): boolean => states(digest).every(({ well }) => well)

/** The service's own state, and the proof that no message of the mailbox is missing. */
export function serviceState(digest: DigestFacts): readonly Block[] {
  const items = stuckItems(digest)
  const lines = states(digest).map(({ label, value, well }) => ({ label, value: `${well ? '' : ALARM}${value}` }))
  return section('系统运行情况', [
    { kind: 'facts', facts: [...lines, ...restFacts(digest.service)] },
    ...(items.length === 0 ? [] : [{ kind: 'items', items } as const]),
  ])
}
