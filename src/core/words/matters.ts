import type { Call } from '../call/call.ts'
import { listed } from './listed.ts'

/** What people apply for. */
const MATTERS = listed(`
  基金 课题 科研 奖学金 助学金 职称 职务 人才 专利 软著 教改 教学改革 教育改革 教学成果 成果奖 课程 教材 名师 工作室 实验室 仪器 创新创业 大创 竞赛
  学位 招生 社会实践 志愿服务 党日 党课 两优一先 优秀共产党员 先进个人 先进集体 三好 五四 文明
`)

/** Those that neither a call's own words nor its roster's name: an application for some other matter. */
export function otherMatters({ title, naming, form, roster }: NamedCall): readonly string[] {
  const own = `${title}${JSON.stringify(naming)}${form.title}${roster.map(({ name }) => name).join(' ')}`
  return MATTERS.filter(matter => !own.includes(matter))
}

type NamedCall = Pick<Call, 'title' | 'naming' | 'form' | 'roster'>
