import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/core/document/document.ts'
import { mayBeApplication } from '../../../src/core/message/may-be-application.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { recognise, type ToRecognise } from '../../../src/core/message/relation.ts'
import { callsOf, PROJECTS } from '../../support/notices.ts'
import { B1, FORM, OWN, paper, photo, scan } from '../../support/people/judged.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const [scholarship] = callsOf(SCHOLARSHIP)
const OPEN = { announced: '2024-05-01', deadline: new Date('2024-05-20T10:00:00+08:00') }
const projects = callsOf(PROJECTS).map(call => ({ ...call, ...OPEN }))
const message = (subject: string, text: string): Message => ({
  ...{ sha256: 'a', messageId: null, references: [], from: [{ name: '', address: OWN }], replyTo: [] },
  ...{ subject, date: null, headers: [], text, attachments: [] },
})
const seen = (subject: string, text: string, documents: readonly Document[] = []): ToRecognise => ({
  ...{ message: message(subject, text), documents, calls: [shippedCall], thread: null, applied: () => [] },
  ...{ at: new Date('2024-05-16T09:00:00+08:00'), ownAddresses: [], desk: [] },
})

describe('what a mail is to us', () => {
  it('is an application where it brings a form for one call, whatever it takes back of another', () => {
    const applied = [{ applicant: { key: '智能小车', shown: '智能小车' }, senders: [OWN], stands: true }]
    const mail = seen('材料', '创业训练的申报撤回。样板支部申报书见附件。', [FORM])
    const asked = {
      ...mail,
      calls: [shippedCall, ...projects],
      applied: (id: string) => (id === PROJECTS.id ? applied : []),
    }
    expect(recognise(asked)).toMatchObject({ relation: 'application', call: { id: shippedCall.id } })
    expect(recognise({ ...asked, documents: [] })).toMatchObject({ relation: 'withdrawal', call: { id: PROJECTS.id } })
  })

  it('is an application where the form was pasted into it, whatever its subject says of one', () => {
    const form =
      '党支部名称：教工第一党支部\n党支部书记：陈立新\n党员人数：32\n一、近三年荣誉\n2022年6月，支部获大连理工大学“先进基层党组织”荣誉称号。\n' +
      '二、工作基础\n支部坚持“三会一课”制度，每月开展主题党日活动，党员人人撰写心得，学习成果在学院交流展示，得到师生普遍好评，连续三年被评为先进。'
    expect(recognise(seen('样板支部申报书内容发在正文里了', form)).relation).toBe('application')
    expect(recognise(seen('样板支部申报书内容修改建议', '第三部分再具体一些。')).relation).toBe('inquiry')
  })

  it('is a question where a keyword that is the whole rule stands in one', () => {
    expect(recognise({ ...seen('创业训练', '见附件'), calls: projects }).relation).toBe('application')
    expect(recognise({ ...seen('请问创业训练怎么报', '盼复'), calls: projects }).relation).toBe('inquiry')
  })

  it('may be an application where subject and name were lost on the way and nobody could read the file', () => {
    expect(recognise(seen('????????', '', [scan('tcmime.1024.1048.bin')])).relation).toBe('application')
    expect(recognise(seen('????????', '', [paper('tcmime.1024.1048.bin', '会议记录')])).relation).toBe('unrelated')
    expect(recognise(seen('????????', '', [scan('会议记录.pdf')])).relation).toBe('unrelated')
    expect(recognise(seen('会议', '', [scan('tcmime.1024.1048.bin')])).relation).toBe('unrelated')
  })
})

describe('a document that may be the form, under a subject that names a branch and the call', () => {
  const relation = (subject: string, ...documents: readonly Document[]) =>
    recognise(seen(subject, '见附件', documents)).relation

  it('is an application, however it is worded', () => {
    expect(relation(`样板支部-${B1}`, scan('扫描件.pdf'))).toBe('application')
    expect(relation(`${B1}样板支部材料`, paper('材料.docx', '没有标题的一页'))).toBe('application')
  })

  it('is none where the subject tells of something else, or names nobody, or photos came', () => {
    expect(relation(`${B1}样板支部中期检查`, scan('扫描件.pdf'))).toBe('unrelated')
    expect(relation(`${B1}样板支部验收通知`, scan('扫描件.pdf'))).toBe('unrelated')
    expect(relation('样板支部建设交流', scan('扫描件.pdf'))).toBe('unrelated')
    expect(relation(`${B1}样板支部揭牌`, photo('合影.jpg'))).toBe('unrelated')
  })
})

describe('a mail is downloaded', () => {
  const isDownloaded = (subject: string, calls = [shippedCall]) =>
    mayBeApplication({ subject, parts: [], headers: [], size: 100 }, calls)

  it('where its subject takes back something that one applies for in a call that is open', () => {
    expect(isDownloaded('作废上次的申报')).toBe(true)
    expect(isDownloaded('撤回申请')).toBe(false)
    expect(isDownloaded('撤回申请', scholarship === undefined ? [] : [scholarship])).toBe(true)
    expect(isDownloaded('撤回')).toBe(false)
    expect(isDownloaded('')).toBe(false)
  })
})
