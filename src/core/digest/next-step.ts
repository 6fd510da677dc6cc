import { type Nouns, worded } from '../call/nouns.ts'
import { mailtoLink } from '../desk/mailto.ts'
import { type Block, type Fact, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { callPrefix, linePrefix } from './call-name.ts'
import type { DigestCall, DigestFacts, Milestones } from './facts.ts'
import { countOf } from './state-names.ts'

/** `line`: the same by mail; null: there is none. */
type Step = { readonly what: string; readonly command: string | null; readonly line: string | null }

/** What of a closed call is to be done next; null where nothing is. */
export function nextStep(call: DigestCall, { needsPerson, composedAt }: DigestFacts): Step | null {
  const { id, rows, deadline, milestones, nouns, unsettled } = call
  if (deadline >= composedAt || milestones.purgedAt !== null) return null
  const open = needsPerson.filter(one => one.call === id && one.outcome !== 'accepted').length
  const standing = countOf(rows, 'accepted') + countOf(rows, 'withdrawing')
  if (open > 0) return { what: `处理下列${open}件待处理的来件。`, command: null, line: null }
  if (standing === 0) return archive(id, milestones)
  if (milestones.packedAt === null) return papers(id, unsettled, nouns)
  if (milestones.told === 0)
    return {
      what: worded('评审后填写汇总表“结果”一栏，核对并分组通知各{applicant}（先列出，确认后发出）。', nouns),
      ...results(id),
    }
  if (milestones.told < standing)
    return {
      what: `结果已通知${milestones.told}个，其余${standing - milestones.told}个尚未通知。`,
      ...results(id),
    }
  return archive(id, milestones)
}

const papers = (id: string, unsettled: number, nouns: Nouns): Step => ({
  what: `${unsettled === 0 ? '' : `${unsettled}个${nouns.applicant}有待核实的条件，核实后登记；`}形成评审材料。`,
  command: `shenbao pack ${id} --out 文件夹`,
  line: '评审材料',
})

const results = (id: string) => ({ command: `shenbao results ${id} 汇总表.xlsx`, line: '汇总' })

const archive = (id: string, { exportedAt }: Milestones): Step =>
  exportedAt === null
    ? { what: '归档：导出全部材料。', command: `shenbao export --call ${id} --out 文件夹`, line: null }
    : {
        what: '归档材料核对无误后，清除个人信息（先列出将清除的内容，加--yes清除）。',
        command: `shenbao purge --call ${id} --before 日期`,
        line: null,
      }

/** To whoever decides by mail as a line; what no line does is the operator's. */
function howTo({ command, line }: Step, call: string, digest: DigestFacts): readonly Fact[] {
  if (command === null) return []
  if (digest.desk === undefined) return [{ label: '命令', value: command, exact: true }]
  if (line === null) return [{ label: '命令', value: `由管理员执行：${command}` }]
  const text = `${linePrefix(call, digest)}${line}`
  return [{ label: '回复', value: text, links: [{ text, href: mailtoLink(digest.mailbox, line, [text]) }] }]
}

/** After the deadline: one step for each call. */
export const nextSteps = (digest: DigestFacts): readonly Block[] =>
  section(
    '下一步',
    digest.calls.flatMap(call => {
      const step = nextStep(call, digest)
      if (step === null) return []
      return [
        {
          kind: 'facts',
          facts: [
            { label: '事项', value: `${callPrefix(call.id, digest)}${clean(step.what, 200)}` },
            ...howTo(step, call.id, digest),
          ],
        } as const,
      ]
    }),
  )
