import { describe, expect, test } from 'vitest'
import { levelOfGrantor, levelSaid, levelsIn } from '../../../src/core/honours/level.ts'

test.each([
  ['国家级', ['national']],
  ['全国', ['national']],
  ['国', ['national']],
  ['省部级', ['provincial']],
  ['部级', ['provincial']],
  ['部', ['provincial']],
  ['辽宁省', ['provincial']],
  ['自治区级', ['provincial']],
  ['市级', ['municipal']],
  ['地厅级', ['municipal']],
  ['校级', ['university']],
  ['校级（A类）', ['university']],
  ['学 校', ['university']],
  ['院级', ['school']],
  ['学院', ['school']],
  ['系级', ['school']],
  ['学部级', ['school']],
  ['支部', ['school']],
  ['支部级', ['school']],
  ['二级党组织', ['school']],
  ['校级、院级', ['university', 'school']],
  ['', []],
  ['一等奖', []],
] as const)('the column says %s: %o', (written, levels) => {
  expect(levelsIn(written)).toEqual(levels)
})

describe('without a level, who grants tells it:', () => {
  test.each([
    ['中共中央组织部', 'national'],
    ['教育部', 'national'],
    ['全国总工会', 'national'],
    ['中共辽宁省委', 'provincial'],
    ['省委教育工委', 'provincial'],
    ['省高校工委', 'provincial'],
    ['辽宁省教育厅', 'provincial'],
    ['中共大连市委', 'municipal'],
    ['大连理工大学', 'university'],
    ['中共大连理工大学委员会', 'university'],
    ['学校', 'university'],
    ['校党委', 'university'],
    ['党委组织部', 'university'],
    ['党委教师工作部', 'university'],
    ['研究生院', 'university'],
    ['学生处', 'university'],
    ['校团委', 'university'],
    ['党委研究生工作部、研究生院', 'university'],
    ['机械工程学院党委', 'school'],
    ['大连理工大学机械工程学院党委', 'school'],
    ['运载工程与力学学部', 'school'],
    ['某某科技有限公司', 'unknown'],
    ['中国机械工程学会', 'unknown'],
    ['辽宁省机械工程学会', 'unknown'],
    ['全国大学生机械创新设计大赛组委会', 'unknown'],
    ['大连市教育局', 'municipal'],
    ['某某大赛组委会', 'unknown'],
    ['中国科学院', 'unknown'],
    ['省委教育工委、大连理工大学', 'unknown'],
    ['', 'unknown'],
  ] as const)('%s: %s', (grantor, level) => {
    expect(levelOfGrantor(grantor)).toBe(level)
  })
})

test.each([
  ['支部获校级“先进党支部”', 'university'],
  ['机械工程学院教工第一党支部获省级表彰', 'provincial'],
  ['获院级、校级表彰', 'unknown'],
  ['获先进党支部', 'unknown'],
] as const)('%s says %s', (sentence, level) => {
  expect(levelSaid(sentence)).toBe(level)
})
