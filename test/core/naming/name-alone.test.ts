import { expect, it } from 'vitest'
import { isNameAlone } from '../../../src/core/naming/name-alone.ts'
import { call } from './call.ts'

it.each([
  '党建工作样板支部申报书-机械工程学院教工第一党支部',
  '样板支部申报',
  '党建工作样版支部申报书-机械工程学院教工第九党支部',
  '样板支部申报-教工第一党支部 张三',
  '关于报送样板支部申报书的函',
  '样板支部申报书（教工第九党支部，最终版）',
  '回复：教工第一党支部样板支部申报材料2024.5.17',
  '样板支部申报书-物理-硕博-凝聚态02-学生党支部',
  '样板支部申报书-李明',
  '样板支部申报书，王老师收',
  '样板支部申报书 final v2',
])('«%s» is an application’s name, and nothing else', subject => expect(isNameAlone(subject, call)).toBe(true))

it.each([
  '样板支部申报书修改建议',
  '教工第一党支部样板支部申报书初审意见',
  '样板支部申报书里照片的尺寸',
  '您提交的党建工作样板支部申报书-机械工程学院教工第一党支部已阅',
  '邮件“党建工作样板支部申报书-机械工程学院教工第一党支部”已送达',
  '谁有样板支部申报书的电子版',
  '日程邀请：样板支部申报材料初审',
  'Comments on 样板支部申报书',
])('«%s» speaks of one', subject => expect(isNameAlone(subject, call)).toBe(false))

it('of a rule that holds a person’s own words nobody can tell', () => {
  const naming = { ...call.naming, subject: '{name}-{unit}样板支部申报书' }
  expect(isNameAlone('张三样板支部申报', { ...call, naming })).toBe(true)
})
