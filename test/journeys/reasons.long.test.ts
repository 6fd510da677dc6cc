import { afterEach, beforeEach, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { applicantOf, BRANCH, NAME } from '../support/applicant.ts'
import { type Service, startService } from '../support/service.ts'

const CALL = '2024-model-branch'
const SECRET = '内部原因切勿外传'
const WHO = { by: '王老师', reason: SECRET }
const LATER = new Date('2024-05-22T10:00:00+08:00')
const WITHDRAWAL = {
  subject: `撤回申报-${BRANCH}`,
  text: '因支部换届，我支部撤回本次样板支部申报，请予办理。',
  files: [],
}
const SECOND = '教工第二党支部'

let service: Service

beforeEach(async () => {
  service = await startService()
})
afterEach(() => service.stop())

const { send } = applicantOf(() => service)
const scan = [{ name: `${NAME}.pdf`, bytes: scannedPdf() }]
const held = () => send('15T09:00:00', { files: scan })
const accepted = () => send('15T09:00:00')
const late = () => send('20T10:30:00')
const decide = (verdict: Parameters<Service['decide']>[1], withoutForm = false) =>
  service.decide(1, verdict, { reason: SECRET, withoutForm })
const amend = (wish: Parameters<ReturnType<Service['app']>['amend']>[1]) => service.app().amend(CALL, wish, WHO)
const excludedInFile = (reason: string) =>
  service.restart({}, call => call.replace(/^applicant: .*$/m, 'applicant: { roster: own.csv }'), {
    'own.csv': `支部名称,类型,别名,联系邮箱,排除原因\n${BRANCH},教师,,,${reason}\n${SECOND},教师,,,\n`,
  })
const applyReplay = async () => {
  const changed = []
  for await (const one of service.app().replay(CALL)) if (one.what === 'changed') changed.push(one)
  await service.app().applyReplayed(changed, WHO)
  expect(changed.length).toBeGreaterThan(0)
}

/** Every way in which staff give a reason, and a letter may go out afterwards. */
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  'an acceptance': () => held().then(() => decide('accept')),
  'an acceptance without a form': () => send('15T09:00:00', { files: [] }).then(() => decide('accept', true)),
  'an acceptance after a refusal': () => late().then(() => decide('accept')),
  'a case that is closed': () => held().then(() => decide('close')),
  'a decision taken back': async () => {
    await held()
    await service.decide(1, 'accept')
    await service.round()
    await decide('undo')
  },
  'a closing taken back': async () => {
    await held()
    await decide('close')
    await decide('undo')
  },
  'a withdrawal that is confirmed': async () => {
    await accepted()
    await send('15T10:00:00', WITHDRAWAL)
    await service.decide(2, 'withdraw', { reason: SECRET })
  },
  'a withdrawal that is not': async () => {
    await accepted()
    await send('15T10:00:00', WITHDRAWAL)
    await service.decide(2, 'keep', { reason: SECRET })
  },
  'the refusal of a branch that was excluded': async () => {
    await held()
    await amend({ what: 'exclude', branch: BRANCH })
    await service.decide(1, 'accept')
    await service.round()
    await decide('reject')
  },
  'the refusal of a branch that the file excludes': async () => {
    await excludedInFile(SECRET)
    await accepted()
    await decide('reject')
  },
  'a replay that excludes': async () => {
    await accepted()
    await excludedInFile(SECRET)
    await applyReplay()
  },
  'a replay that returns': async () => {
    await accepted()
    await service.restart({}, call => call.replace(/^unit: .*$/m, 'unit: 能源学院'))
    await applyReplay()
  },
  'a replay that accepts': async () => {
    await late()
    await service.restart({}, call => call.replace('deadline: 2024-05-20T10', 'deadline: 2024-05-22T10'))
    await applyReplay()
  },
  'a replay taken back': async () => {
    await accepted()
    await excludedInFile(SECRET)
    await applyReplay()
    await service.round()
    await decide('undo')
  },
  'a longer deadline': async () => {
    await accepted()
    await send('20T10:30:00', { from: 'b@dlut.edu.cn', subject: NAME.replace('第一', '第二') })
    await amend({ what: 'deadline', to: LATER })
  },
  'an exclusion, and its end': async () => {
    await accepted()
    await amend({ what: 'exclude', branch: BRANCH })
    await service.round()
    await amend({ what: 'restore', branch: BRANCH })
  },
  'a corrected roster': async () => {
    await accepted()
    await amend({ what: 'correct', branch: BRANCH, row: { name: '教工第十一党支部' } })
  },
  'a returned one whose deadline passed': async () => {
    await accepted()
    await service.decide(1, 'return', { reason: '请补充表彰文号' })
    await amend({ what: 'deadline', to: LATER })
    service.setClock(new Date('2024-05-22T10:06:00+08:00'))
  },
}

it.each(Object.keys(WAYS))('no letter bears the reason of %s', async way => {
  await WAYS[way]?.()
  await service.round()
  service.setClock(new Date(service.app().clock().getTime() + 60_000))
  await service.round()
  for (const { subject, text, html } of await service.replies()) {
    for (const said of [subject, text.replace(/\n\s*/g, ''), html]) expect(said).not.toContain(SECRET)
  }
})

it.each(['return', 'reject'] as const)(
  'the words of a %s are told, for they are meant for the sender',
  async verdict => {
    await accepted()
    await decide(verdict)
    await service.round()
    expect((await service.replies()).at(-1)?.text.replace(/\n\s*/g, '')).toContain(SECRET)
  },
)
