import { expect, test } from 'vitest'
import { readRemarks } from '../../../src/core/notice/remarks.ts'
import { noticeSaying } from './said.ts'

test.each([
  ['各学部（学院）推荐1—2个团队，公示无异议后上报。', '名额'],
  ['在校研究生超过1500人的可推荐3个。', '名额'],
  ['每个学院申报1～3间。', '名额'],
  ['每个支部报送1—2个案例。', '名额'],
  ['每个班级上报优秀案例两篇。', '名额'],
  ['活动照片3至5张（JPG格式）。', '份数'],
  ['推荐信不超过3份。', '份数'],
  ['每个学院推荐不超过2名。', '名额'],
  ['材料发至校工会办公OA邮箱或邮箱。', '其他途径'],
  ['每个团队单独发送一封邮件。', '发送方式'],
  ['不接受分次提交、重复提交。', '发送方式'],
  ['已在往年获奖的案例不再报送。', '不参评'],
  ['多中心研究还应提供组长单位批件。', '其他要求'],
  ['已经开始实施的研究不予补审。', '其他要求'],
  ['请勿重复发送，如需更改材料，请在邮件主题末尾注明“更新”。', '发送方式'],
])('what a person keeps an eye on is told: %s', (line, about) => {
  expect(readRemarks(noticeSaying(line), { said: [], titles: [] }).map(one => one.about)).toEqual([about])
})

test('units that are called 平台 are no other way', () => {
  const about = (line: string) => readRemarks(noticeSaying(line), { said: [], titles: [] }).map(one => one.about)
  expect(about('各学院、各科研平台：')).toEqual([])
  expect(about('国家级、省部级平台另计。')).toEqual([])
  expect(about('请登录申报平台填写。')).toEqual(['其他途径'])
})
