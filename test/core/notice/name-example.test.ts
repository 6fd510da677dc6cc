import { describe, expect, test } from 'vitest'
import type { NameParts } from '../../../src/core/notice/name-template.ts'
import { readNaming } from '../../../src/core/notice/naming.ts'
import { noticeSaying } from './said.ts'

const labels = new Map([
  ['姓名', 'name'],
  ['学号', 'studentNo'],
  ['学院', 'college'],
])
const PERSONS: NameParts = {
  ...{ unit: '', key: 'studentNo', isKey: () => false, labels },
  matter: '关于开展“十佳共青团员”评选工作的通知',
}

const named = (sentence: string) =>
  Object.fromEntries(
    Object.entries(readNaming(noticeSaying(sentence), PERSONS)).map(([to, { value }]) => [
      to,
      [value.rule, value.thought ?? value.misfit ?? value.example ?? null],
    ]),
  )

describe('a name that the notice only gives an example of is asked of a person, with what it lets one think', () => {
  test.each([
    [
      '邮件主题和压缩包名称须规范，例如：土木学院+十佳共青团员+李青禾。',
      { archive: [null, '{college}+十佳共青团员+{name}'], subject: [null, '{college}+十佳共青团员+{name}'] },
    ],
    ['文件命名为“土木学院-张三-推荐表”。', { file: [null, '{college}-{name}-推荐表'] }],
    ['压缩包命名为“20230417_周牧云”。', { archive: [null, '{studentNo}_{name}'] }],
    ['邮件主题如：XX学院+姓名+推荐表。', { subject: ['{college}+{name}+推荐表', null] }],
    ['邮件主题注明“创业训练-2025”。', { subject: [{ has: '创业训练-2025' }, null] }],
  ])('%s', (sentence, expected) => {
    expect(named(sentence)).toEqual(expected)
  })
})

describe('a rule is held against the notice’s own example, and asked where that doesn’t follow it', () => {
  test.each([
    ['邮件主题格式为“姓名-学号”，如：周牧云-20230417。', { subject: ['{name}-{studentNo}', '周牧云-20230417'] }],
    ['压缩包名为“学号+姓名”。例如：20230417+周牧云.zip。', { archive: ['{studentNo}+{name}', '20230417+周牧云'] }],
    [
      '申报表命名为“学院-姓名-申报表”，如土木学院-李青-申报表。',
      { file: ['{college}-{name}-申报表', '土木学院-李青-申报表'] },
    ],
    ['邮件主题格式为“姓名-学院”，如“土木学院-周牧云”。', { subject: [null, '“土木学院”的位置应为“姓名”'] }],
    [
      '①的文件名为“学号姓名申请表”（如：2023110208何以宁申请表）。',
      { file: ['{studentNo}{name}申请表', '2023110208何以宁申请表'] },
    ],
    [
      '邮件主题格式为“学院—作品标题”，如：土木学院—“暖心护航”工程。',
      { subject: ['{college}—{work}', '土木学院—“暖心护航”工程'] },
    ],
    [
      '邮件主题格式为“学院—作品标题”，如：“土木学院—《灯塔》微党课”。',
      { subject: ['{college}—{work}', '土木学院—《灯塔》微党课'] },
    ],
    ['压缩包命名：学号-姓名（示例：221080-沈知微）', { archive: ['{studentNo}-{name}', '221080-沈知微'] }],
    ['压缩包名为“姓名+学号”，如：周牧云20230417。', { archive: ['{name}+{studentNo}', '周牧云20230417'] }],
    ['压缩包以“学院+姓名”命名（如“土木学院+周牧云+申报材料”）。', { archive: [null, '多出“-申报材料”'] }],
    [
      '邮件主题注明“评优+学院+姓名”，压缩包名为“学院—姓名”，例如“土木学院—周牧云”。',
      { subject: ['评优+{college}+{name}', null], archive: ['{college}—{name}', '土木学院—周牧云'] },
    ],
    ['邮件主题以“评优-姓名”命名，如“推优-周牧云”。', { subject: [null, '各部分对不上'] }],
  ])('%s', (sentence, expected) => {
    expect(named(sentence)).toEqual(expected)
  })
})
