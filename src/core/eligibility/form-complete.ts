import type { Call } from '../call.ts'
import type { Form, Presence, RequiredField } from '../form/form.ts'
import type { CheckFunction } from './check.ts'
import { fail, pass, review } from './finding.ts'

/** Every field that the call requires is filled; a label that the layout doesn't have is no fault of the sender. */
export const checkFormComplete: CheckFunction = ({ form, call }) => {
  const labels = (presence: Presence) =>
    call.form.required
      .filter(field => form.presence[field] === presence)
      .map(field => `“${requiredLabel(field, call)}”`)
      .join('、')
  const empty = labels('empty')
  if (empty !== '') return fail([], `${empty}未填写。`)
  const absent = labels('absent')
  if (absent !== '') return review([], `申报书中未找到${absent}，请人工核对。`)
  if (isUnreadCount(form)) return review([], '党员人数未能识别为数字，请人工核对。')
  return pass([], '各必填项均已填写。')
}

/** The label that the call's form usually bears for a required field. */
export function requiredLabel(field: RequiredField, { form }: Pick<Call, 'form'>): string {
  const labels: Readonly<Record<string, readonly string[]>> = { ...form.sections, ...form.fields }
  return labels[field]?.[0] ?? field
}

const isUnreadCount = (form: Form): boolean => form.presence.memberCount === 'filled' && form.memberCount === null
