import { expect, it } from 'vitest'
import { wishNotes } from '../../../src/core/judge/said-beside.ts'
import { parseMessage } from '../../../src/mail/parse-message.ts'
import { composeMail } from '../../support/compose-mail.ts'
import { B1, paper, scan } from '../../support/people/judged.ts'

const written = async (subject: string, text = '见附件') =>
  parseMessage(
    await composeMail({ from: 'a@dlut.edu.cn', subject, text, receivedAt: new Date('2024-05-16T09:00:00+08:00') }),
  )
const SCAN = { kind: 'unreadable', document: scan('函.pdf'), why: 'scanned' } as const

it.each([
  [`${B1}撤回申报的说明`, '撤回申报'],
  [`${B1}不申报样板支部的说明`, '不申报'],
])('staff are told of «%s» over a file that nobody could read', async (subject, words) => {
  const [note, ...others] = wishNotes(await written(subject), SCAN)
  expect(others).toEqual([])
  expect(note).toContain(words)
  expect(note).toContain('请核对附件后再决定')
})

it('nothing is told where nothing of the kind is said, or what came could be read', async () => {
  expect(wishNotes(await written(`${B1}申报书`, '我支部不撤回申报。'), SCAN)).toEqual([])
  const absent = { kind: 'absent', document: paper('函.docx', '函') } as const
  expect(wishNotes(await written(`${B1}撤回申报`), absent)).toEqual([])
})
