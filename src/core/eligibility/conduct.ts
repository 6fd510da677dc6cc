import { worded } from '../call/nouns.ts'
import type { Condition } from './check.ts'
import { review } from './finding.ts'

/** No form can prove it: the committee knows, and its exclusion list speaks as `branch.excluded`. */
export const conduct: Condition = {
  words: {},
  defaults: {},
  check: ({ call }) => review([], worded('待{committee}核实。', call.nouns)),
  explanation: {
    looksAt: '{form}不能证明此项，系统不作判断。',
    pass: null,
    fail: null,
    review:
      '一律待核实，由{committee}核实。{committee}已决定不推荐的{applicant}，在{roster}“排除原因”一栏写明，系统按“不在本次推荐范围”处理。',
    examples: [{ verdict: 'review', lines: ['四、工作基础', '近一年支部未发生任何问题。'] }],
  },
}
