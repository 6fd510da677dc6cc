import { announcedTexts, ownAmong } from '../core/desk/announced-text.ts'
import { amendedTexts, decidedTexts, remindedTexts, settledTexts } from '../core/desk/done-text.ts'
import { UsageError } from '../errors.ts'
import { amend } from '../jobs/amend.ts'
import { confirm } from '../jobs/confirm.ts'
import { decide } from '../jobs/decide.ts'
import type { DeskDeeds } from '../jobs/desk-needs.ts'
import { givePapers, type PapersNeeds } from '../jobs/give-papers.ts'
import { remind } from '../jobs/remind.ts'
import { announceResults, type ResultsPlan } from '../jobs/results.ts'
import { type Around, within } from '../jobs/within.ts'
import { amendNeeds } from './amending.ts'
import { readSheetRows, resultsNeeds } from './announcing-results.ts'
import { confirmNeeds } from './confirming.ts'
import { decideNeeds } from './desk.ts'
import { createPacking } from './packing.ts'
import type { Parts } from './parts.ts'
import { remindNeeds } from './reminding.ts'

/** What each job did, as sentences. */
const told = <Done>(
  { after, ...around }: Around<readonly string[]>,
  say: (done: Done) => readonly string[],
): Around<Done> => ({
  ...around,
  after: done => after(say(done)),
})

/** What reaches nobody is neither done nor to be confirmed. Throws UsageError, with the sentences. */
function unlessNobody(letters: readonly unknown[], texts: readonly string[]): readonly string[] {
  if (letters.length === 0) throw new UsageError(texts.join('\n'))
  return texts
}

/** The jobs behind the lines of staff, wired to the real edges. */
export function deedsOf(parts: Parts): DeskDeeds {
  const { replies, timezone } = parts.config
  const { transaction } = parts.store.get()
  return {
    decide: async (id, deciding, around) => {
      const needs = decideNeeds(parts)
      const whole = within(
        transaction,
        told<Awaited<ReturnType<typeof decide>>>(around, done => decidedTexts(id, done, replies)),
      )
      await decide(id, deciding, { ...needs, record: { ...needs.record, transaction: whole } })
    },
    amend: async (call, wish, who, around) => {
      const needs = amendNeeds(parts)
      const whole = within(
        transaction,
        told<Awaited<ReturnType<typeof amend>>>(around, done => amendedTexts(done, { timezone, replies })),
      )
      const record = { ...needs.apply.record, transaction: whole }
      await amend(call, wish, who, { ...needs, apply: { ...needs.apply, record } })
    },
    confirm: async (confirming, who, around) => {
      const whole = within(transaction, told<ReturnType<typeof confirm>>(around, settledTexts))
      confirm(confirming, who, { ...confirmNeeds(parts), transaction: whole })
    },
    remind: async (call, around) => {
      const whole = within(
        transaction,
        told<Awaited<ReturnType<typeof remind>>>(around, plan => unlessNobody(plan.reminders, remindedTexts(plan))),
      )
      await remind(call, { ...remindNeeds(parts), transaction: whole })
    },
    give: (asked, around) => givePapers(asked, around, papersNeeds(parts)),
    announce: async ({ mail, address, call, group }, around) => {
      const sheets = await returnedSheet(mail, parts)
      const whole = within(
        transaction,
        told<ResultsPlan>(around, plan => {
          const own = ownAmong(plan, address)
          if (own.length > 0) throw new UsageError(`${OWN}：${own.join('、')}`)
          return unlessNobody(plan.letters, announcedTexts(plan, group))
        }),
      )
      await announceResults({ call, sheets, only: [group] }, { ...resultsNeeds(parts), transaction: whole })
    },
  }
}

function papersNeeds(parts: Parts): PapersNeeds {
  const { deskFiles, transaction } = parts.store.get()
  return { clock: parts.clock, transaction, packing: call => createPacking(call, parts), files: deskFiles }
}

const OWN = '其中有您的地址申报或在名册中列有您地址的，按回避要求请由其他工作人员通知'
const NO_SHEET = '来信未附汇总表：请把填好“结果”一栏的汇总表作为附件，与这一行一起发来'

/** The one sheet that came with a mail. */
async function returnedSheet(mail: number, parts: Parts) {
  const [sheet, ...others] = parts.store.get().deskFiles.came(mail)
  if (sheet === undefined) throw new UsageError(NO_SHEET)
  if (others.length > 0) throw new UsageError('来信附了几个表格，不能确定用哪一个：请只附一个汇总表')
  return readSheetRows(sheet.name, sheet.bytes, parts)
}
