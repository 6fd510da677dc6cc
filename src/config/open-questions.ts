import { basename } from 'node:path'
import type { PendingCall } from '../core/call/pending-call.ts'

/** What a null in a call's file asks, by its place. */
const QUESTIONS: Readonly<Record<string, string>> = {
  title: '标题',
  unit: '主办单位',
  announced: '通知日期',
  deadline: '截止时间',
  applicant: '由谁申报',
  'applicant.roster': '名册',
  'naming.subject': '邮件主题的命名',
  'naming.file': '文件的命名',
  'naming.archive': '压缩包的命名',
  deliverables: '申报材料',
}

/** A call of which a person must still confirm something; null where nothing is open. */
export function openQuestions(settings: unknown, file: string): PendingCall | null {
  const asks = Object.entries(QUESTIONS).flatMap(([path, noun]) => (at(settings, path) === null ? [noun] : []))
  if (asks.length === 0) return null
  const id = at(settings, 'id')
  return { id: typeof id === 'string' ? id : basename(file).replace(/\.ya?ml$/, ''), file, asks }
}

const at = (settings: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
      settings,
    )
