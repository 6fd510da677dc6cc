import type { Call } from '../call/call.ts'
import { listed } from './listed.ts'

/** What people apply for. */
const MATTERS = listed('基金 课题 科研 奖学金 助学金 职称 职务 人才 专利 教改 教学成果 创新创业 大创 竞赛 学位 招生')

/** Those that a call's own words don't name: an application for some other matter. */
export function otherMatters({ title, naming, form }: Pick<Call, 'title' | 'naming' | 'form'>): readonly string[] {
  const own = `${title}${JSON.stringify(naming)}${form.title}`
  return MATTERS.filter(matter => !own.includes(matter))
}
