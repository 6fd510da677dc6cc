import { describe, expect, it } from 'vitest'
import { CODE_PLACE } from '../../src/core/desk/code.ts'
import { openStore } from '../../src/store/store.ts'

const AT = new Date('2024-05-15T00:00:00Z')
const CODE = 'AAAQ-EAYE-AUDA-OCAJ'
const mail = {
  to: [{ name: '', address: 'wang@dlut.edu.cn' }],
  subject: `申报日报〔${CODE_PLACE}〕`,
  text: `口令 ${CODE_PLACE}`,
  html: `<a href="mailto:a@b?subject=${CODE_PLACE}">受理</a>`,
  messageId: '<digest@dlut.edu.cn>',
  inReplyTo: null,
  references: [],
}
const stored = () => {
  const store = openStore(':memory:', 'jxdw@dlut.edu.cn')
  store.transaction(() => {
    store.outbox.add({ purpose: 'digest:1.daily', kind: 'digest', messageId: null, mail }, { withheldFor: null }, AT)
    store.deskCodes.issue({ code: CODE, address: 'wang@dlut.edu.cn', purpose: 'digest:1.daily', cases: [] }, AT)
  })
  return store
}

describe('the codes of the desk', () => {
  it('stand in the mail that goes out, and in the outbox never', () => {
    const store = stored()
    const [entry] = store.outbox.due(AT)
    const out = store.outbox.claim(entry?.id ?? 0, AT)
    expect([out?.subject, out?.text, out?.html].every(part => part?.includes(CODE))).toBe(true)
    store.outbox.markSent(entry?.id ?? 0, AT)
    const kept = store.digests.dailyMail('1')
    expect(kept?.text).toBe(`口令 ${CODE_PLACE}`)
    expect(JSON.stringify(kept)).not.toContain(CODE)
    expect(store.audit().broken).toBeNull()
    store.close()
  })

  it('are known by their hash, for fourteen days, until they are void or their address decides no more', () => {
    const store = stored()
    const stateAfter = (days: number) => store.deskCodes.find(CODE, new Date(AT.getTime() + days * 86_400_000))?.state
    expect([stateAfter(0), stateAfter(13.9), stateAfter(14)]).toEqual(['good', 'good', 'expired'])
    expect(store.deskCodes.find('AAAA-AAAA-AAAA-AAAA', AT)).toBeNull()
    expect(store.deskCodes.voidOthers(['wang@dlut.edu.cn'], AT)).toBe(0)
    expect(store.deskCodes.voidOthers(['li@dlut.edu.cn'], AT)).toBe(1)
    expect(stateAfter(0)).toBe('void')
    expect(store.deskCodes.voidAll(AT)).toBe(0)
    store.close()
  })

  it('are in the mail no more when they were void before it went', () => {
    const store = stored()
    store.deskCodes.voidAll(AT)
    const [entry] = store.outbox.due(AT)
    expect(store.outbox.claim(entry?.id ?? 0, AT)?.text).toBe(`口令 ${CODE_PLACE}`)
    store.close()
  })
})
