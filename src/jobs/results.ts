import type { Applicant } from '../core/call/applicant.ts'
import type { Call } from '../core/call/call.ts'
import type { Address } from '../core/message/message.ts'
import type { Standing } from '../core/papers/papers.ts'
import { applicantColumn } from '../core/papers/papers-sheet.ts'
import { type ReadResults, type ReadRows, readResults } from '../core/papers/read-results.ts'
import { recipientOf } from '../core/reply/recipient.ts'
import { publicNotice, type ResultTold } from '../core/reply/result-letter.ts'
import type { Mailing, Told } from '../core/sending/mailing.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'
import { zonedTime } from '../core/text/time.ts'
import { UsageError } from '../errors.ts'
import type { Answered } from './record-needs.ts'

export type ResultsNeeds = {
  readonly clock: () => Date
  readonly transaction: <Result>(work: () => Result) => Result
  readonly call: (id: string) => Call | null
  /** Those of whom a version stands, in the roster's order. */
  readonly standing: (call: Call) => readonly Pick<Standing, 'applicant' | 'root' | 'number' | 'message' | 'decision'>[]
  readonly mailings: {
    told(call: string, kind: 'result'): readonly Told[]
    add(mailing: Mailing, at: Date): void
  }
  readonly mail: { answered(id: number): Promise<Answered>; compose(told: Omit<ResultTold, 'service'>): OutgoingMail }
  readonly settings: {
    readonly timezone: string
    readonly replies: 'hold' | 'live'
    readonly from: string
    readonly contact: string
  }
}

/** Somebody's result and the letter on it; `before`: what they were told until then. */
export type ResultLetter = {
  readonly applicant: Applicant
  readonly result: string
  readonly before: string | null
  readonly messageId: number | null
  readonly mail: OutgoingMail
}

export type ResultsPlan = {
  readonly call: Call
  /** What stands in the sheet, group by group. */
  readonly groups: readonly { readonly result: string; readonly applicants: readonly Applicant[] }[]
  readonly letters: readonly ResultLetter[]
  /** Who was told the same already. */
  readonly told: readonly Applicant[]
  readonly unreachable: readonly Applicant[]
  readonly blank: readonly Applicant[]
  readonly missing: readonly Applicant[]
  /** 公示, to copy. */
  readonly notice: readonly string[]
}

/** What a returned sheet comes to; `only`: the groups that are meant, null: all. */
export type Announcing = {
  readonly call: string
  readonly sheets: readonly ReadRows[]
  readonly only: readonly string[] | null
}

/** The letters that would go out; records and sends nothing. Throws UsageError, with every sentence why the sheet doesn't match. */
export async function planResults({ call: id, sheets, only }: Announcing, needs: ResultsNeeds): Promise<ResultsPlan> {
  const call = closedCall(id, needs)
  const standing = needs.standing(call)
  const read = readResults(sheets, standing, applicantColumn(call))
  if ('mistakes' in read) throw new UsageError(`汇总表与申报不符，未作任何处理：\n${read.mistakes.join('\n')}`)
  const meant = read.results.filter(({ result }) => only === null || only.includes(result))
  checkGroups(call, { read, meant: meant.map(({ result }) => result), only })
  const last = lastTold(call, needs)
  const fresh = meant.filter(({ applicant, result }) => last.get(applicant.key) !== result)
  const letters = await Promise.all(
    fresh.map(async (one, index) => {
      const version = standing.find(({ applicant }) => applicant.key === one.applicant.key)
      const before = last.get(one.applicant.key) ?? null
      return {
        one,
        letter:
          version === undefined ? null : await letterTo({ ...one, before, place: index + 1 }, { call, version }, needs),
      }
    }),
  )
  return {
    call,
    groups: [...Map.groupBy(read.results, ({ result }) => result)].map(([result, all]) => ({
      result,
      applicants: all.map(({ applicant }) => applicant),
    })),
    letters: letters.flatMap(({ letter }) => letter ?? []),
    told: meant.flatMap(({ applicant, result }) => (last.get(applicant.key) === result ? [applicant] : [])),
    unreachable: letters.flatMap(({ one, letter }) => (letter === null ? [one.applicant] : [])),
    ...{ blank: read.blank, missing: read.missing },
    notice: publicNotice(
      call,
      read.results.map(({ applicant, result }) => ({ applicant: applicant.shown, result })),
      needs.settings.contact,
    ),
  }
}

/** Has the worker send them, each once: all of a confirmation come into the outbox together, one mailing for each group. */
export async function announceResults(announcing: Announcing, needs: ResultsNeeds): Promise<ResultsPlan> {
  if (needs.settings.replies === 'hold') throw new UsageError('试运行期间不对外发信：启用发送后再通知结果。')
  const plan = await planResults(announcing, needs)
  if (announcing.only === null && plan.groups.length > 1)
    throw new UsageError(`请用--only指明要通知的结果：${plan.groups.map(({ result }) => result).join('、')}`)
  return needs.transaction(() => {
    const last = lastTold(plan.call, needs)
    const stands = new Set(needs.standing(plan.call).map(({ applicant }) => applicant.key))
    const letters = plan.letters.filter(
      one => stands.has(one.applicant.key) && (last.get(one.applicant.key) ?? null) === one.before,
    )
    for (const [about, all] of Map.groupBy(letters, ({ result }) => result))
      needs.mailings.add(
        {
          call: plan.call.id,
          kind: 'result',
          about,
          letters: all.map(one => ({ ...one, applicant: one.applicant.key, expiresAt: null })),
        },
        needs.clock(),
      )
    return { ...plan, letters }
  })
}

function closedCall(id: string, { call: find, clock, settings }: ResultsNeeds): Call {
  const call = find(id)
  if (call === null) throw new UsageError(`没有${id}这一通知。`)
  if (call.deadline > clock())
    throw new UsageError(`${zonedTime(call.deadline, settings.timezone)}才截止申报，尚不能通知结果。`)
  return call
}

type Groups = { readonly read: ReadResults; readonly meant: readonly string[]; readonly only: readonly string[] | null }

/** A group is told only in words that the committee has. */
function checkGroups(call: Call, { read, meant, only }: Groups): void {
  const groups = [...new Set(read.results.map(({ result }) => result))]
  const absent = (only ?? []).filter(result => !groups.includes(result))
  const words = Object.keys(call.results.letters).join('、')
  const found = groups.length === 0 ? '没有填写文字（颜色、√不算）' : `填的是${groups.join('、')}`
  if (absent.length > 0)
    throw new UsageError(
      `汇总表中没有结果为“${absent.join('”“')}”的${call.nouns.applicant}：“结果”一栏${found}，请填${words}。`,
    )
  const unworded = [...new Set(meant)].filter(result => call.results.letters[result] === undefined)
  const said = `结果“${unworded.join('”“')}”没有通知措辞：请改填${words}`
  if (unworded.length > 0)
    throw new UsageError(`${said}，或在config/wording的results中补充。`, `${said}，或请管理员补充措辞。`)
}

/** What each was told last. */
const lastTold = ({ id }: Call, { mailings }: ResultsNeeds): ReadonlyMap<string, string | null> =>
  new Map(mailings.told(id, 'result').map(({ applicant, about }) => [applicant, about]))

type To = {
  readonly applicant: Applicant
  readonly number: string
  readonly result: string
  readonly before: string | null
  readonly place: number
}
type Version = { readonly call: Call; readonly version: ReturnType<ResultsNeeds['standing']>[number] }

/** In the thread of the version that stands, else to the roster's addresses; null where there are none. */
async function letterTo(to: To, { call, version }: Version, needs: ResultsNeeds): Promise<ResultLetter | null> {
  const message = version.decision.answer === 'full' ? await needs.mail.answered(version.message) : null
  const sender = message === null ? null : recipientOf(message, needs.settings.from)
  const addresses = sender === null ? rosterAddresses(version.root, call, needs) : [sender]
  if (addresses.length === 0) return null
  const thread = sender === null ? null : message
  const mail = needs.mail.compose({
    ...to,
    applicant: to.applicant.shown,
    call,
    to: addresses,
    message: thread,
    at: needs.clock(),
  })
  const { applicant, result, before } = to
  return { applicant, result, before, messageId: thread === null ? null : version.message, mail }
}

function rosterAddresses(root: string | null, { roster }: Call, { settings }: ResultsNeeds): readonly Address[] {
  const emails = roster.find(({ name }) => name === root)?.emails ?? []
  return emails.filter(email => email !== settings.from.toLowerCase()).map(address => ({ name: '', address }))
}
