import { describe, expect, test } from 'vitest'
import { mayBeApplication } from '../../../src/core/message/may-be-application.ts'
import { judged } from '../../support/judged-mail.ts'
import { ARTICLES, callsOf, MEMBERS, type Notice, PARTY_DAY, PROJECTS, TRAINING } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'

const told = (notice: Notice, subject: string, text: string) => {
  const calls = callsOf(notice)
  const [{ relation, call }] = judged(calls, { subject, text })
  return { relation, call, isDownloaded: mayBeApplication({ subject, parts: [], headers: [], size: 100 }, calls) }
}

describe('a question that calls a call by any of its names is an inquiry', () => {
  test.each<[notice: Notice, subject: string, text: string]>([
    [ARTICLES, '青年英才下载问题', '附件打不开，烦请重发。'],
    [ARTICLES, '英才计划下载问题', '青年英才支持计划申请书下载后打不开，怎么办？'],
    [ARTICLES, '青年英才支持计划申请书如何下载', '老师好，网页打不开。'],
    [ARTICLES, '咨询青年英才', '老师好，请问论文要全文吗？'],
    [PARTY_DAY, '最佳党日申请表格式问题', '照片放在表里吗？'],
    [PARTY_DAY, '请问最佳党日什么时候截止', '谢谢老师'],
    [MEMBERS, '七一评优名额问题', '每个支部可以报几人？'],
    [MEMBERS, '请教优秀共产党员推荐审批表的填法', '主要事迹写多少字？'],
    [PROJECTS, '创业训练申请经费怎么填', '任务书里的经费能否超过1万元？'],
    [TRAINING, '入党积极分子培训班报名疑问', '报名表在哪里下载？'],
    [SCHOLARSHIP, '启明奖学金怎么申请', '请问需要成绩单吗？'],
  ])('%#', (notice, subject, text) => {
    expect(told(notice, subject, text)).toEqual({ relation: 'inquiry', call: notice.id, isDownloaded: true })
  })

  test.each<[notice: Notice, subject: string, text: string]>([
    [ARTICLES, '英才宾馆预订问题', '请问房间还有吗？'],
    [ARTICLES, '青年教师座谈会时间', '请问几点开始？'],
    [ARTICLES, '研究生培养计划问题', '请问培养计划怎么改？'],
    [PARTY_DAY, '党日鲜花订购咨询', '请问多少钱？'],
    [PROJECTS, '消防训练时间', '请问几点集合？'],
    [SCHOLARSHIP, '国家奖学金怎么申请', '请问需要成绩单吗？'],
  ])('one about another matter is not ours: %#', (notice, subject, text) => {
    expect(told(notice, subject, text)).toMatchObject({ relation: 'unrelated', isDownloaded: false })
  })
})
