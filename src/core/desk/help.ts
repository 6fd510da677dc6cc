import { type DeskWords, spoken } from './desk-words.ts'

const LINES: readonly string[] = [
  '一行写一件，每封至多50行；全角半角、顿号空格均可。编号是日报中的邮件编号，前面不加零。',
  '17 受理　　17 受理 {applicant}={one}　　17 受理 无{form} 理由',
  '22 退回 理由　　23 不予受理 理由（理由会原样告知对方）',
  '24 同意撤回　　24 不撤回　　24 同意不申报　　25 收入材料',
  '17 撤销上一决定　　17 办结　　17 已答复',
  '核实 {one} 近1年 通过 理由　　核实 全部 近1年 通过 理由',
]

const WITH_ROSTER: readonly string[] = [
  '延期 2024年5月21日 12:00　　排除 {other} 理由　　恢复 {other}',
  '名册 增加 {fresh},教师　　名册 改 {other} {fresh}',
  '名册 别名 {other} 简称　　名册 邮箱 {other} li@dlut.edu.cn',
]

const WITHOUT_ROSTER: readonly string[] = ['延期 2024年5月21日 12:00']

const REST: readonly string[] = [
  '催报　　汇总　　评审材料　　材料 {one}　　确认　　帮助',
  '结果 推荐（附上填好“结果”一栏的汇总表，一行一组）',
  '延期、名册、排除、恢复、核实全部、催报、结果先列出影响，回复“确认”后办理。',
]

/** Everything that can be written, by what it is for. */
export function helpLines(words: DeskWords): readonly string[] {
  const [short, ...others] = Object.values(words.shorts)
  const several = others.length === 0 ? [] : [`现有几个通知：不带编号的各行，行首写明通知，如“${short} 催报”。`]
  return [...LINES, ...(words.inRoster ? WITH_ROSTER : WITHOUT_ROSTER), ...REST, ...several].map(line =>
    spoken(line, words),
  )
}
