import { type FieldId, labelOf, requiredOf } from '../form/description.ts'
import type { Form } from '../form/form.ts'
import type { CheckFunction, Condition } from './check.ts'
import { fail, pass, review } from './finding.ts'

/** Every field that the form requires is filled; what a form's layout doesn't show us is no fault of the sender. */
const check: CheckFunction = ({ form, call }) => {
  const labels = (isMeant: (field: FieldId) => boolean) =>
    requiredOf(call.form)
      .filter(isMeant)
      .map(field => `“${labelOf(call.form, field)}”`)
      .join('、')
  const empty = labels(field => form.presence[field] === 'empty')
  if (empty !== '') return fail([], `${empty}未填写。`)
  const unread = labels(field => form.presence[field] !== 'filled')
  if (unread !== '') return review([], `系统未能识别${unread}，请人工核对。`)
  if (isUnreadCount(form)) return review([], '系统未能识别党员人数，请人工核对。')
  const doubtful = labels(field => form.confidence[field] === 'doubtful')
  if (doubtful !== '') return review([], `${doubtful}按内容识别，请人工核对。`)
  return pass([], `各必填项均已填写。${countNote(form)}`)
}

/** 《中国共产党支部工作条例（试行）》: a branch has three full members at least, as a rule fifty at most. For staff; no fault. */
function countNote({ memberCount }: Form): string {
  if (memberCount === null || (memberCount >= 3 && memberCount <= 50)) return ''
  return `党员人数${memberCount}人，${memberCount < 3 ? '少于3人' : '超过50人'}，请留意。`
}

const isUnreadCount = (form: Form): boolean => form.presence.memberCount === 'filled' && form.memberCount === null

export const formComplete: Condition = {
  words: {},
  defaults: {},
  check,
  explanation: {
    looksAt: '各必填项在{form}中的位置。只留有填写提示、下划线、空白的，视为未填写。',
    pass: '必填项均已填写。党员人数少于3人或超过50人的，在说明中提示。',
    fail: '按模板所印的名称认出了某一必填项，其位置空着，且没有归属不明的同类内容。审核意见栏不在此列，上级意见空着不算问题。',
    review: '系统未能识别某一必填项（版式、标题、名称与模板不同），或只按内容识别，或党员人数不能识别为数字。',
    examples: [
      {
        verdict: 'pass',
        lines: [
          '党支部书记：沈示例',
          '党员人数：32',
          '联系电话：0411-84700000',
          '二、近三年荣誉',
          '无',
          '四、工作基础',
          '支部坚持“三会一课”。',
          '五、创建思路',
          '坚持党建引领。',
          '六、创建举措',
          '1. 联学共建，每学期一次。',
          '七、预期成效',
          '形成工作案例2项。',
        ],
      },
      { verdict: 'fail', lines: ['联系电话：________', '五、创建思路', '坚持党建引领。'] },
      { verdict: 'review', lines: ['五、创建思路', '坚持党建引领。'] },
    ],
  },
}
