import { DUTY_WORDS } from '../words/check-words.ts'
import type { CheckFunction, Condition } from './check.ts'
import { pass, review } from './finding.ts'
import { placesOf, sentencesOf } from './sentences.ts'

/** Characters under a heading that make a few sentences; a one-page form has room for some forty each. */
const SUBSTANCE = 40

type Passage = { readonly text: string; readonly substance: number }

/** Words: one list for each of the 七个有力, named after it, with the ways to write it. */
const check: CheckFunction = ({ form, description }) => {
  if (form.basis === null) return review([], '系统未能识别“工作基础”部分，请人工核对。')
  const duties = Object.keys(description.words)
  const passages = passagesOf(form.basis, description.words)
  const unknown = duties.filter(duty => !passages.has(duty))
  const short = duties.filter(duty => (passages.get(duty)?.substance ?? SUBSTANCE) < SUBSTANCE)
  const evidence = duties.map(duty => quoteOf(passages.get(duty)?.text ?? null))
  if (unknown.length === duties.length) return review([], '系统未能识别“七个有力”各部分，请人工核对。')
  if (unknown.length + short.length === 0) return pass(evidence, '“七个有力”逐项均有具体内容。')
  const found = [
    ...(unknown.length === 0 ? [] : [`系统未能识别“${unknown.join('”“')}”部分`]),
    ...(short.length === 0 ? [] : [`“${short.join('”“')}”部分内容较少`]),
  ]
  return review(evidence, `${found.join('；')}，请人工核对。`)
}

/** The fullest passage of each duty, from its heading to the next duty's: an overview may name all of them before. */
function passagesOf(text: string, variants: Readonly<Record<string, readonly string[]>>): Map<string, Passage> {
  const headings = Object.entries(variants)
    .flatMap(([duty, words]) => words.flatMap(word => placesOf(text, word).map(start => ({ duty, word, start }))))
    .sort((a, b) => a.start - b.start)
  const passages = new Map<string, Passage>()
  for (const [index, { duty, word, start }] of headings.entries()) {
    const passage = text.slice(start, headings[index + 1]?.start ?? text.length).trim()
    const substance = passage.length - word.length
    if (substance > (passages.get(duty)?.substance ?? 0)) passages.set(duty, { text: passage, substance })
  }
  return passages
}

/** The first sentence that is more than the heading. */
function quoteOf(passage: string | null): string | null {
  const sentences = sentencesOf(passage)
  return sentences.find(sentence => sentence.length >= SUBSTANCE / 2) ?? sentences[0] ?? null
}

export const duties: Condition = {
  words: 'any',
  defaults: DUTY_WORDS,
  check,
  explanation: {
    looksAt: '“工作基础”中“七个有力”各小标题（含“…群众有力”“教育有力”等写法）下的文字。',
    pass: '七个方面都有小标题，各有不少于40个字的内容。',
    fail: null,
    review: '系统未能识别“工作基础”部分或其中某个方面，或某个方面内容较少，说明中列出是哪些方面。',
    examples: [
      {
        verdict: 'pass',
        lines: [
          '四、工作基础',
          '（一）教育党员有力。支部每月开展主题党日和集中学习，全年组织专题党课十二次，党员人人撰写心得，学习成果在学院交流。',
          '（二）管理党员有力。支部严格落实“三会一课”，党员考勤、党费收缴和组织关系转接均有台账，按期公示，发展党员程序规范。',
          '（三）监督党员有力。支部每年开展民主评议和谈心谈话，党员人人查摆问题，整改清单逐项销号，师德师风监督全员覆盖。',
          '（四）组织师生有力。支部围绕国家重大需求组织师生联合攻关，设立党员攻关组四个，近两年完成重点项目三项，成效显著。',
          '（五）宣传师生有力。支部宣传师生先进事迹二十余篇，书记每学期讲授思政课，党员走进社区宣讲十次，受到师生普遍欢迎。',
          '（六）凝聚师生有力。支部建立党员联系师生制度，每名党员联系两名青年教师，定期座谈听取意见，帮助解决教学科研困难。',
          '（七）服务师生有力。支部设立党员先锋岗，常年开展志愿服务和社会实践活动，累计服务师生一千余人次，师生评价良好。',
        ],
      },
      {
        verdict: 'review',
        lines: [
          '四、工作基础',
          '（一）教育党员有力',
          '支部每月开展主题党日和集中学习，全年组织专题党课十二次，党员人人撰写心得，学习成果在学院交流展示。',
          '（二）管理党员有力',
          '严格管理，成效明显。',
        ],
      },
    ],
  },
}
