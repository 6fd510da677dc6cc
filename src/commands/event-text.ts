import type { Event } from '../core/application/event.ts'
import { OUTCOME_NAMES, VERDICT_NAMES } from '../core/judge/outcome-names.ts'

/** What happened, in a few words. */
export function eventText(event: Event): string {
  switch (event.kind) {
    case 'judged':
      return `系统认定：${OUTCOME_NAMES[event.outcome]}`
    case 'decided':
      return `人工决定：${OUTCOME_NAMES[event.outcome]}`
    case 'reopened':
      return '重新处理'
    case 'stands':
      return `${event.application}以此件为有效版本`
    case 'sent':
      return '答复已发出'
    case 'failed':
      return '答复发送失败'
    case 'command':
      return `邮件指令第${event.line}行：${{ done: '已办理', shown: '待确认', refused: '未办理' }[event.state]}`
    case 'amended':
      return '通知变更'
    case 'confirmed':
      return `人工核实：${VERDICT_NAMES[event.verdict]}`
    case 'mailed':
      return event.what === 'reminder' ? '催报' : '结果通知'
    case 'packed':
      return '形成评审材料'
    case 'exported':
      return '已导出'
    case 'purged':
      return '个人信息已清除'
    default:
      return event satisfies never
  }
}
