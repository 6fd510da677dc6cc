import { expect, test } from 'vitest'
import { checks, formDocument, replyTo } from './reply-input.ts'

const first = { version: 1, receivedAt: new Date('2024-05-18T01:12:00Z') }
const second = { version: 2, receivedAt: new Date('2024-05-19T08:00:05Z') }

test.each([
  '你支部申报材料已受理，无需再次发送。',
  '受理编号：2024-model-branch-0001',
  '通知名称：大连理工大学党建工作样板支部推荐对象遴选',
  '申报支部：教工第一党支部',
  '收到时间：2024年5月19日 16:00:05（北京时间）',
  '截止时间：2024年5月20日 10:00（北京时间）',
  '材料版本：第1版',
  '党建工作样板支部申报书-机械工程学院教工第一党支部.docx',
  '31.2 KB',
  formDocument.sha256,
  '待核实：近1年未出现突出问题。待学院党委核实',
  '符合：  做到“七个有力”，履行支部职责',
  '请联系学院党委办公室',
])('a receipt says %s', words => {
  expect(replyTo().text).toContain(words)
})

test('a file that only a person could read is not called unreadable once it is accepted', () => {
  const documents = [{ ...formDocument, isForm: false, status: 'unreadable' as const, why: 'scanned' as const }]
  const read = replyTo({ decision: { documents }, decided: { id: 3, reason: null } }).text
  expect(read).toContain('经人工核验的文件')
  expect(read).not.toContain('未能读取')
  expect(replyTo({ decision: { documents, outcome: 'held' } }).text).toContain('系统未能读取的文件')
})

test('a new version says which it replaces', () => {
  const { text } = replyTo({ application: { version: 2, replaces: first, standing: second } })
  expect(text).toContain('材料版本：第2版，替换第1版（2024年5月18日 09:12收到）')
})

test('one that completes what came before replaces nothing', () => {
  const kept = [{ ...formDocument, name: '活动总结.docx', isForm: false, deliverable: 'summary' }]
  const { text } = replyTo({ decision: { kept }, application: { version: 2, replaces: first, standing: second } })
  expect(text.replace(/\s/g, '')).toContain('材料版本：第2版，在第1版（2024年5月18日09:12收到）基础上补充更新')
  expect(text).not.toContain('替换')
})

test('the same files change nothing, and the receipt says so', () => {
  const { text } = replyTo({ application: { version: 1, identical: true, standing: first } })
  expect(text).toContain('本次文件与已受理的第1版完全相同，受理结果不变。')
})

test('an older one that is judged later says which version counts', () => {
  const { text } = replyTo({ application: { version: 1, standing: second } })
  expect(text).toContain('以第2版为准')
})

test('offline, there is neither number nor version', () => {
  const { text } = replyTo({ application: null })
  expect(text).not.toMatch(/受理编号|材料版本/)
})

test('a note for staff is cut', () => {
  const { text } = replyTo({
    decision: { checks: checks.map(check => ({ ...check, verdict: 'review' as const, note: '长'.repeat(500) })) },
  })
  expect(text).not.toContain('长'.repeat(61))
})

test('a name taken although it was not exact is mentioned', () => {
  const { text } = replyTo({ decision: { remarks: ['文件名带有“副本”，已按规定名称登记。'] } })
  expect(text).toContain('- 文件名带有“副本”，已按规定名称登记。')
})

test('a hundred files are not all listed', () => {
  const { text } = replyTo({ decision: { documents: Array.from({ length: 100 }, () => formDocument) } })
  expect(text).toContain('另有80个文件，未逐一列出。')
})

test('a file whose name was lost is named so', () => {
  expect(replyTo({ decision: { documents: [{ ...formDocument, name: '' }] } }).text).toContain('（文件名缺失）')
})

test('what a person accepted says so, without the reason', () => {
  const { text } = replyTo({ decided: { id: 7, reason: null } })
  expect(text).toContain('经学院党委审核，你支部申报材料已受理，无需再次发送。')
})
