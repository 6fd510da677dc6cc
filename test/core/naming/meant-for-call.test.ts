import { describe, expect, it } from 'vitest'
import { isMeantForCall, mayConcern } from '../../../src/core/naming/meant-for-call.ts'
import { call } from './call.ts'

describe('a name that is an application’s by intention, right or wrong', () => {
  it.each([
    '党建工作样板支部申报书-机械工程学院教工第一党支部',
    '回复：党建工作样板支部申报书-机械工程学院教工第一党支部',
    '党建工作样板支部申报书-机械工程学院XX党支部',
    '党建工作样板支部申报书-机械工程学院新能源研究所党支部',
    '党建工作样板支部申报书',
    '样板支部申报书',
    '样板支部申报',
    '样板支部申请书-教工第一党支部',
    '样板支部申请表 教工第一党支部',
    '样板支部申报-教工第一党支部',
    '样板支部申报机械工程学院教工第一党支部',
    '样板支部申抱书-教工第一党支部',
    '样板支部伸报书',
    '样版支部申报书-教工第一党支部',
    '党建工作样板党支部申报表 机械工程学院',
    '机械工程学院教工第一党支部样板支部申报材料',
    '教工第一党支部申报书',
    '黨建工作樣板支部申報書-機械工程學院教工第一黨支部',
    '党建工作样板支部申报书-机械工程学院教工第一党支部.docx',
  ])('is meant for the call: %s', text => {
    expect(isMeantForCall(text, call)).toBe(true)
    expect(mayConcern(text, call)).toBe(true)
  })
})

it('a word of the call’s own title is no other purpose', () => {
  const annual = { ...call, title: '样板支部建设学术年会论文征集' }
  expect(isMeantForCall('教工第一党支部申报书-样板支部学术年会', annual)).toBe(true)
  expect(isMeantForCall('教工第一党支部申报书-样板支部学术年会', call)).toBe(false)
})

describe('a name that mentions the call and is no application’s', () => {
  it.each([
    '关于开展样板支部申报工作的通知',
    '转发:关于遴选大连理工大学党建工作样板支部推荐对象的通知',
    '关于遴选样板支部推荐对象申报工作的补充通知',
    '请问样板支部申报书何时交',
    '样板支部申报书交到哪里？',
    '党建工作样板支部申报书-机械工程学院教工第一党支部收到了吗',
    '样板支部 申报 答疑会',
    '样板支部申报书模板',
    '问卷星：样板支部申报满意度调查',
    '样板支部申报流程',
    '样板支部经费使用申请表',
    '样板支部申报数据统计',
    '样板支部申报有关事项',
    '样板支部申报书填报会',
    '专业代写样板支部申报书',
    '教学改革项目申报书-机械工程学院教工第一党支部',
    '样板支部建设经验交流',
    '党建工作样板支部名单公示',
    '教工第一党支部会议纪要',
    '国家自然科学基金申报书',
  ])('may concern the call and is not meant for it: %s', text => {
    expect(isMeantForCall(text, call)).toBe(false)
    expect(mayConcern(text, call)).toBe(true)
  })
})

describe('a name that has nothing to do with the call', () => {
  it.each([
    '',
    ' ',
    '党建工作简报第3期',
    '自动回复',
    '会议室预约',
    '教师节快乐',
    '科研项目中期检查',
    '新生党支部书记培训',
  ])('concerns nothing: %j', text => {
    expect(isMeantForCall(text, call)).toBe(false)
    expect(mayConcern(text, call)).toBe(false)
  })
})

it.each(['????????.docx', 'tcmime.1234.bin', '\uFFFD\uFFFD-\uFFFD', '_________.doc'])(
  'a destroyed name may concern the call, but does not say so: %s',
  text => {
    expect(mayConcern(text, call)).toBe(true)
    expect(isMeantForCall(text, call)).toBe(false)
  },
)
