import { describe, expect, test } from 'vitest'
import { readDeliverables } from '../../../src/core/notice/deliverables.ts'
import { noticeSaying } from './said.ts'

/** What the lines ask for beside the form: `?` where it need not come, `+` where several may. */
const papers = (...lines: string[]): readonly string[] =>
  readDeliverables(noticeSaying(...lines), '申报表')
    .deliverables.filter(({ value }) => value.reads !== 'form')
    .map(({ value }) => `${value.title}${value.required ? '' : '?'}${value.many === false ? '' : '+'}`)

describe('what only some are to send is missed of nobody', () => {
  test.each([
    ['各区科协可集中报送，集中报送的另附《推荐汇总表》。', '推荐汇总表?'],
    ['多名选手的学院请随邮件附《参赛选手汇总表》。', '参赛选手汇总表?'],
    ['申报表及《项目汇总表》（提名2项及以上的单位提供）于4月28日前发送至邮箱。', '项目汇总表?'],
    ['3.原版教材版权页扫描件（修订教材另提供，PDF）。', '原版教材版权页扫描件?'],
    ['请各学院将申报表、《推荐汇总表》打包，于5月9日前发送至邮箱。', '推荐汇总表'],
    ['符合条件的学生提交申报表和成绩单。', '成绩单+'],
  ])('%s', (line, expected) => {
    expect(papers(line)).toEqual([expected])
  })
})
