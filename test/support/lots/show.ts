import type { Drawn } from './families.ts'
import { wanted } from './score.ts'
import { ENTRY_KEYS, type FieldKey, SECTION_KEYS } from './sheet.ts'
import type { ToldForm } from './told.ts'
import type { Judged } from './verdict.ts'

/** What was meant and what was read, field by field; those that differ are marked. */
export function showLines(drawn: Drawn, { told, scores, decision, faults }: Judged): string[] {
  const lines = [...ENTRY_KEYS, ...SECTION_KEYS].map(key => {
    const [meant, read] = [drawn.asked.has(key) ? meantOf(drawn, key) : null, readOf(told, key)]
    const { right = 0, read: found = 0, there = 0 } = scores.get(key) ?? {}
    const mark = right === found && right === there ? ' ' : '≠'
    return `${mark} ${key}\n    meant ${meant ?? '–'}\n    read  ${read ?? '–'}${told.empty.has(key) ? ' (empty)' : ''}`
  })
  const checks =
    decision.checks?.flatMap(({ id, verdict, note }) => (verdict === 'pass' ? [] : [`  ${verdict} ${id}: ${note}`])) ??
    []
  const problems = decision.problems.map(({ code, seen, expected }) => `  ${code}: ${seen ?? ''} → ${expected ?? ''}`)
  return [...lines, `${decision.outcome}${faults.length > 0 ? ` (${faults.join(', ')})` : ''}`, ...problems, ...checks]
}

function meantOf({ answers }: Drawn, key: FieldKey): string {
  if (key === 'honours')
    return answers.honours.map(({ date, name, kind, level }) => `${date} ${name} ${kind} ${level}`).join('; ')
  if (key === 'reviewGrades') return answers.grades.map(({ year, grade }) => `${year} ${grade}`).join('; ')
  if (key === 'measures') return answers.measures.map(({ title, due }) => `${title} → ${due}`).join('; ')
  if (key === 'basis' || key === 'idea' || key === 'outcomes')
    return answers[key].map(({ head, text }) => `${head ?? ''}${text}`).join('')
  return wanted(key, answers)
}

function readOf(told: ToldForm, key: FieldKey): string | null {
  const list =
    key === 'honours'
      ? told.honours.map(({ date, name, kind, level }) => `${date} ${name} ${kind} ${level}`)
      : key === 'reviewGrades'
        ? told.grades.map(({ year, grade }) => `${year} ${grade}`)
        : key === 'measures'
          ? told.measures.map(({ text, due }) => `${text} → ${due}`)
          : null
  if (list === null) return told.single[key] ?? null
  return list.length === 0 ? null : list.join('; ')
}
