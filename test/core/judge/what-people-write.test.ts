import { describe, expect, it } from 'vitest'
import { FIFTH_LOT } from '../../support/people/fifth-lot.ts'
import { FOURTH_LOT } from '../../support/people/fourth-lot.ts'
import { HELD_OUT } from '../../support/people/held-out.ts'
import { comesTo, type PersonsMail } from '../../support/people/judged.ts'
import { CORRECTIONS, DECLINED, EVIDENCE, QUESTIONS, SEVERAL, WITHDRAWALS } from '../../support/people/mails.ts'
import { NAMING_NOBODY } from '../../support/people/naming-nobody.ts'
import { SIXTH_LOT } from '../../support/people/sixth-lot.ts'
import { THIRD_LOT } from '../../support/people/third-lot.ts'

const rows = (mails: readonly PersonsMail[]) =>
  mails.map(
    mail => [`${mail.subject}｜${(mail.text ?? mail.html ?? '').replace(/\s+/g, ' ').slice(0, 40)}`, mail] as const,
  )

describe('what people write to the mailbox comes to what the contract’s table says', () => {
  it.each(
    rows([
      ...WITHDRAWALS,
      ...CORRECTIONS,
      ...DECLINED,
      ...EVIDENCE,
      ...QUESTIONS,
      ...SEVERAL,
      ...HELD_OUT,
      ...THIRD_LOT,
      ...NAMING_NOBODY,
      ...FOURTH_LOT,
      ...FIFTH_LOT,
      ...SIXTH_LOT,
    ]),
  )('%s', async (_, mail) => expect(await comesTo(mail)).toBe(mail.is))
})
