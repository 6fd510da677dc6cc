import { describe, expect, it } from 'vitest'
import { readName } from '../../../src/core/naming/read-name.ts'
import { call } from './call.ts'
import { itReads } from './rows.ts'

const one = '教工第一党支部'
const physics = '物理-硕博-凝聚态02-学生党支部'

describe('a file name', () => {
  describe('is exact with one extension in lower case', () => {
    itReads('file', [
      ['党建工作样板支部申报书-机械工程学院教工第一党支部.docx', 'exact', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部.pdf', 'exact', one],
      ['党建工作样板支部申报书-机械工程学院物理-硕博-凝聚态02-学生党支部.wps', 'exact', physics],
    ])
  })

  describe('is cosmetic with copy marks or an odd extension', () => {
    itReads('file', [
      ['党建工作样板支部申报书-机械工程学院教工第一党支部', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部.docx.docx', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部.DOCX', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部(1).docx', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部（1）(2).docx', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部 - 副本.docx', 'cosmetic', one],
      ['副本党建工作样板支部申报书-机械工程学院教工第一党支部.docx', 'cosmetic', one],
      ['附件2.党建工作样板支部申报书-机械工程学院教工第一党支部.doc', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院教工第一党支部修改版v2.doc', 'cosmetic', one],
      ['党建工作样板支部申报书-机械工程学院物理-硕博-凝聚态02-学生党支部-赵六.docx', 'cosmetic', physics],
      ['党建工作样板支部申报书-机械工程学院机制教工.docx', 'cosmetic', '机械制造系教工党支部'],
      ['大连理工大学_党建工作样板支部申报书_机械工程学院_教工第一党支部.docx', 'cosmetic', one],
    ])
  })

  describe('is wrong where a subject would be', () => {
    itReads('file', [
      ['新建 Microsoft Word 文档.docx', 'wrong', null, 'pattern'],
      ['申报书.docx', 'wrong', null, 'pattern'],
      ['党建工作样板支部申报书-机械工程学院XX党支部.docx', 'wrong', null, 'placeholder'],
      ['附件2：党建工作样板支部申报书-机械工程学院XX党支部.docx', 'wrong', null, 'placeholder'],
      ['党建工作样板支部申报书-机械工程学院教工第八党支部.docx', 'wrong', '? 教工第八党支部'],
    ])
  })

  describe('that was destroyed on the way is nobody’s fault', () => {
    itReads('file', [
      [null, 'cosmetic', null, 'destroyed'],
      ['', 'cosmetic', null, 'destroyed'],
      ['tcmime.1234.bin', 'cosmetic', null, 'destroyed'],
      ['tcmime.1388.1395.1501.bin', 'cosmetic', null, 'destroyed'],
      ['????????.docx', 'cosmetic', null, 'destroyed'],
      ['___________-______.docx', 'cosmetic', null, 'destroyed'],
      ['\uFFFD\uFFFD\uFFFD\uFFFD.doc', 'cosmetic', null, 'destroyed'],
      ['??????????-??????????02????.docx', 'cosmetic', null, 'destroyed'],
      ['鍏氬缓宸ヤ綔鏍锋澘鏀儴鐢虫姤涔.docx', 'cosmetic', null, 'destroyed'],
      ['ATT00001.bin', 'cosmetic', null, 'destroyed'],
    ])
  })
})

describe('the remark on a cosmetic name', () => {
  it.each([
    [
      'subject',
      '党建工作样板支部申报书- 机械工程学院教工第一党支部',
      '邮件主题书写与规定略有出入（含多余空格），已按规定名称登记。',
    ],
    ['subject', '党建工作样板支部申报书--机械工程学院教工第一党支部', '邮件主题书写与规定略有出入，已按规定名称登记。'],
    [
      'subject',
      '党建工作样板支部申报书-机械工程学院机制教工',
      '邮件主题书写与规定略有出入（使用了支部简称），已按规定名称登记。',
    ],
    [
      'subject',
      '回复:党建工作样板支部申报书-机械工程学院教工党支部',
      '邮件主题书写与规定略有出入（名称前有附加文字），已按规定名称登记。',
    ],
    [
      'file',
      '党建工作样板支部申报书-机械工程学院教工党支部(1).docx',
      '文件名书写与规定略有出入（党支部后有附加文字），已按规定名称登记。',
    ],
    [
      'file',
      '党建工作样板支部申报书-机械工程学院教工党支部.docx.docx',
      '文件名书写与规定略有出入（扩展名重复），已按规定名称登记。',
    ],
    [
      'file',
      '党建工作样板支部申报书-机械工程学院教工党支部',
      '文件名书写与规定略有出入（缺扩展名），已按规定名称登记。',
    ],
  ] as const)('of the %s %j is %j', (kind, received, remark) => {
    expect(readName(received, kind, call).remark).toBe(remark)
  })
})
