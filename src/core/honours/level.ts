import type { Level } from '../form/form.ts'
import { OUTSIDE_BODIES } from '../words/check-words.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'

type Words = readonly (readonly [RegExp, Level])[]

/** What the column 级别 says; 校级 is tried before 级 words that it may stand beside. */
const WRITTEN: Words = [
  [/国家|全国|中央|^国$/, 'national'],
  [/省|(?<![支学])部级|自治区|^部$/, 'provincial'],
  [pattern`${listed('市 地厅 厅局 厅级')}`, 'municipal'],
  [/校/, 'university'],
  [pattern`${listed('院 系级 学部 支部 二级党组织 基层党委')}`, 'school'],
]

/** A level said within a text, as a word of its own. */
const EXPLICIT: Words = [
  [/国家级/, 'national'],
  [/省部级|省级|(?<![支学])部级/, 'provincial'],
  [/市级|地厅级|厅局级/, 'municipal'],
  [/校级/, 'university'],
  [/院级|系级|院系级/, 'school'],
]

const NATIONAL_BODIES = listed('中共中央 中组部 中宣部 中央 教育部 全国 国务院 国家 人社部 科技部 工信部')
const UNIVERSITY_BODIES = listed(
  '大学 校党委 校团委 研究生院 研究生工作部 学生工作部 学生处 组织部 宣传部 统战部 纪委 教师工作部 人事处 教务处 校工会',
)
const SCHOOL_BODIES = listed('学部 院党委 院党总支 系党总支 系党支部 二级党组织')

/** Who grants, by body; the first that matches counts: 大连理工大学机械工程学院党委 is the school, 省委组织部 the province. */
const GRANTORS: Words = [
  [pattern`${[...OUTSIDE_BODIES, '竞赛', '大赛']}`, 'unknown'],
  [pattern`(?<![科工])学院|${SCHOOL_BODIES}`, 'school'],
  [/省|自治区/, 'provincial'],
  [/市/, 'municipal'],
  [pattern`${NATIONAL_BODIES}`, 'national'],
  [pattern`${UNIVERSITY_BODIES}|^学校|^[本我]校|^校(?=$|[级优先十三])`, 'university'],
]

const LONGEST = 200

/** The levels that a cell of the column 级别 tells. */
export const levelsIn = (text: string): Level[] => levelsBy(WRITTEN, text)

/** The level said as a word (校级) in a text; `unknown` where none or two are said. */
export const levelSaid = (text: string): Level => single(levelsBy(EXPLICIT, text))

/** The level of who grants; where several do together and differ, `unknown`. */
export function levelOfGrantor(grantor: string): Level {
  const bodies = grantor
    .slice(0, LONGEST)
    .split(/[、，,；;/\n]+/)
    .filter(body => body.trim() !== '')
  return single([...new Set(bodies.map(levelOfBody))])
}

const levelOfBody = (body: string): Level =>
  GRANTORS.find(([pattern]) => pattern.test(body.replace(/\s/g, '')))?.[1] ?? 'unknown'

function levelsBy(words: Words, text: string): Level[] {
  const plain = text.slice(0, LONGEST).replace(/\s/g, '')
  return [...new Set(words.flatMap(([pattern, level]) => (pattern.test(plain) ? [level] : [])))]
}

const single = ([level = 'unknown', ...others]: readonly Level[]): Level => (others.length === 0 ? level : 'unknown')
