import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { RECOMMENDERS } from '../words/unit-words.ts'
import { titleOf } from './condition-text.ts'
import { AT_MOST, QUOTA } from './counts.ts'
import { fold, type Notice, type Sentence } from './notice.ts'
import { EVENTS } from './vocabulary.ts'

/** What the notice asks for and a call doesn't hold: a person keeps an eye on it. */
export type Remark = { readonly about: string; readonly said: string }

const CHOSEN = listed('评选 表彰 评出 推荐 选拔')
const REPORTS = listed('推荐 限推荐 申报 报送 上报 推报')
const UNITS_CALLED_SO = listed('科研 各 级 部 教学 研究 创新 实验')
const MARKS: readonly (readonly [about: string, words: RegExp])[] = [
  [
    '名额',
    pattern`${[
      QUOTA,
      pattern`共?${CHOSEN}.{0,16}\d{1,3}[名项个篇人]|推荐(?![信函]).{0,6}${AT_MOST}`,
      /按.{0,16}(?:%|比例)|不足1/,
      pattern`(?:${[...RECOMMENDERS, '部门']}(?:\([^()]*\))?|可)${REPORTS}\d{1,2}(?:[-—–~至到]{1,2}\d{1,2})?[名项个篇件人间支组队]`,
      pattern`每.{1,8}${[...AT_MOST, '限', ...REPORTS]}.{0,4}[\d一二两三四五]{1,2}[项个篇名人件]`,
    ]}`,
  ],
  ['纸质材料', /纸质|一式[\d一二两三四五六]|原件|双面打印|签字盖章后?(?:送|交|报)|盖章后(?:送|交|报)/],
  ['份数', pattern`(?:${AT_MOST}|\d[-—–~至到]{1,2})\d{1,2}[张份幅件]`],
  ['篇幅', /\d{2,5}(?:-\d{3,5})?[字页]|(?<!\d)\d+(?:页|分钟|MB?|兆)|重复率|查重/],
  [
    '格式',
    /word.{0,14}pdf|pdf.{0,14}word|各一份|(?:word|电子)版\)?(?:及|和|与)(?:签字|盖章|加盖)|(?:pdf|盖章|签字)[^,]{0,6}扫描|合并为一个|一律使用(?:word|pdf)/i,
  ],
  ['视频', /视频|音频|MP4/i],
  ['抄送', /抄送[^:：]|同时抄送/],
  [
    '其他途径',
    pattern`${listed('线上 网上 问卷 二维码 登录 OA')}|(?<!${UNITS_CALLED_SO}|、)平台(?!另计)|系统中?(?:填报|提交|报名)`,
  ],
  ['排序', /排序/],
  [
    '发送方式',
    pattern`${listed('一封邮件 单独发送 分别发送 逐一发送 一人一封 一项一封 重复发送 重复提交 重复投稿 重复报送 分次提交 个人报送 个人申报 个人投稿')}`,
  ],
  ['不参评', /不参评|不得(?:申报|推荐)|不再(?:申报|报送|推荐)|不在.{0,8}范围/],
  ['文件夹', /文件夹/],
]
/** Other demands, where nothing of the file rests on them. */
const BOUNDS = [...AT_MOST, '至少', '满', /不[少多低高]于/]
const DEMANDS = pattern`${listed('不得 不予 必须 逾期 务必 另附')}|须(?!知)|应当?${listed('提供 提交 取得 具有 具备 为 是 附')}|${BOUNDS}\d`
/** «纸质版于答辩当天提交». */
const PAPER = /纸质/
const EVENT = pattern`${[...EVENTS, '面试']}|公示\d`
const TEMPLATE_WORDS = pattern`${listed('高度重视 加强领导 精心组织 严格把关 提高认识 认真组织')}`

/** `told`: the sentences and conditions that the file holds already, folded. */
export function readRemarks(
  { sentences }: Notice,
  told: { readonly said: readonly string[]; readonly titles: readonly string[] },
): Remark[] {
  const before = sentences.findIndex(({ folded }) => /^附件?\d?:/.test(folded))
  const body = before < 0 ? sentences : sentences.slice(0, before)
  return body
    .filter(one => !isHeading(one) && (!EVENT.test(one.folded) || PAPER.test(one.folded)))
    .flatMap(sentence => {
      const abouts = MARKS.filter(([, words]) =>
        clausesOf(sentence).some(clause => words.test(clause) && !isTold(clause, told.titles)),
      )
      if (abouts.length > 0) return [{ about: abouts.map(([about]) => about).join('、'), said: sentence.said }]
      const isOpen =
        DEMANDS.test(sentence.folded) &&
        !/\d{7}/.test(sentence.folded) &&
        !sentence.folded.endsWith(':') &&
        !TEMPLATE_WORDS.test(sentence.folded) &&
        !told.said.includes(sentence.said)
      return isOpen && !isTold(sentence.folded, told.titles) ? [{ about: '其他要求', said: sentence.said }] : []
    })
}

const isHeading = ({ folded }: Sentence): boolean =>
  folded.length < 16 && !/[。;,:]|\d.{0,2}[项个人名字页]/.test(folded)

const clausesOf = ({ folded }: Sentence): string[] => folded.split(/[,;]/)

/** Whether a condition has the words. */
const isTold = (clause: string, titles: readonly string[]): boolean => {
  const bare = fold(titleOf(clause)).replace(/[,，:：;；。、]/g, '')
  return titles.some(title => title.includes(bare))
}
