import { type Nouns, worded } from '../call/nouns.ts'
import { type Block, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { callPrefix } from './call-name.ts'
import type { CallFacts, DigestFacts, Milestones } from './facts.ts'
import { countOf } from './state-names.ts'

type Step = { readonly what: string; readonly command: string | null }

/** What of a closed call is to be done next; null where nothing is. */
export function nextStep(call: CallFacts, { needsPerson, composedAt }: DigestFacts): Step | null {
  const { id, rows, deadline, milestones, nouns, unsettled = 0 } = call
  if (deadline >= composedAt || milestones === undefined || milestones.purgedAt !== null) return null
  const open = needsPerson.filter(one => one.call === id && one.outcome !== 'accepted').length
  const standing = countOf(rows, 'accepted') + countOf(rows, 'withdrawing')
  if (open > 0) return { what: `处理下列${open}件待处理的来件。`, command: null }
  if (standing === 0) return archive(id, milestones)
  if (milestones.packedAt === null) return papers(id, unsettled, nouns)
  if (milestones.told === 0)
    return {
      what: worded('评审后填写汇总表“结果”一栏，核对并分组通知各{applicant}（先列出，加--only和--send发出）。', nouns),
      command: `shenbao results ${id} 汇总表.xlsx`,
    }
  if (milestones.told < standing)
    return {
      what: `结果已通知${milestones.told}个，其余${standing - milestones.told}个尚未通知。`,
      command: `shenbao results ${id} 汇总表.xlsx`,
    }
  return archive(id, milestones)
}

const papers = (id: string, unsettled: number, nouns: Nouns): Step => ({
  what: `${unsettled === 0 ? '' : `${unsettled}个${nouns.applicant}有待核实的条件，核实后用shenbao confirm登记；`}形成评审材料。`,
  command: `shenbao pack ${id} --out 文件夹`,
})

const archive = (id: string, { exportedAt }: Milestones): Step =>
  exportedAt === null
    ? { what: '归档：导出全部材料。', command: `shenbao export --call ${id} --out 文件夹` }
    : {
        what: '归档材料核对无误后，清除个人信息（先列出将清除的内容，加--yes清除）。',
        command: `shenbao purge --call ${id} --before 日期`,
      }

/** After the deadline: one step for each call. */
export const nextSteps = (digest: DigestFacts): readonly Block[] =>
  section(
    '下一步',
    digest.calls.flatMap(call => {
      const step = nextStep(call, digest)
      if (step === null) return []
      const command = step.command === null ? [] : [{ label: '命令', value: step.command, exact: true as const }]
      return [
        {
          kind: 'facts',
          facts: [{ label: '事项', value: `${callPrefix(call.id, digest)}${clean(step.what, 200)}` }, ...command],
        } as const,
      ]
    }),
  )
