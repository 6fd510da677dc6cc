import { expect, test } from 'vitest'
import { replyMessageId, threadOf } from '../../../src/core/reply/thread.ts'

test('a reply stands in the sender’s thread', () => {
  expect(threadOf({ messageId: '<2@x>', references: ['<0@x>', '<1@x>'] })).toEqual({
    inReplyTo: '<2@x>',
    references: ['<0@x>', '<1@x>', '<2@x>'],
  })
})

test('ids that could end a header are left out', () => {
  const broken = '<1@x>\r\nBcc: <a@x>'
  expect(threadOf({ messageId: broken, references: [broken, '<a b>', '<好@x>'] })).toEqual({
    inReplyTo: null,
    references: [],
  })
})

test('a long thread keeps its start and its latest members', () => {
  const references = Array.from({ length: 5000 }, (_, index) => `<${index}@x>`)
  const thread = threadOf({ messageId: '<last@x>', references })
  expect(thread.references).toHaveLength(20)
  expect(thread.references.at(0)).toBe('<0@x>')
  expect(thread.references.at(-1)).toBe('<last@x>')
})

test('our Message-ID is the same for the same message and kind', () => {
  expect(replyMessageId('ab'.repeat(32), 'held', 'jxdw@dlut.edu.cn')).toBe(
    `<shenbao.${'ab'.repeat(16)}.held@dlut.edu.cn>`,
  )
  expect(replyMessageId('ab', 'held', 'x@y>z')).toBe('<shenbao.ab.held@shenbao.invalid>')
})
