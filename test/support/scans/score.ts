import type { Form } from '../../../src/core/form/form.ts'

/** How many values there are, were read, and agree; long texts count by the share of their characters that agree. */
export function scoreOf(typed: Form | null, scanned: Form | null) {
  const [expected, read] = [valuesOf(typed), valuesOf(scanned)]
  let right = 0
  const wrong: string[] = []
  for (const [path, value] of expected) {
    const agreed = likeness(value, read.get(path) ?? '')
    right += agreed
    if (agreed < 0.95)
      wrong.push(`${path}: «${value.slice(0, 40)}» ≠ «${(read.get(path) ?? '').slice(0, 40)}» ${agreed.toFixed(2)}`)
  }
  for (const path of read.keys()) if (!expected.has(path)) wrong.push(`${path}: read «${read.get(path)?.slice(0, 30)}»`)
  return { expected: expected.size, read: read.size, right, wrong }
}

const LONG = 25

function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  if (a.length <= LONG) return a === b ? 1 : 0
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
  const left = Map.groupBy(pairs(b), pair => pair)
  let same = 0
  for (const pair of pairs(a)) if ((left.get(pair)?.pop() ?? null) !== null) same += 1
  return (2 * same) / (a.length + b.length - 2)
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

function valuesOf(form: Form | null): Map<string, string> {
  const values = new Map<string, string>()
  const add = (path: string, value: unknown): void => {
    if (value === null || value === undefined || value === '' || value === 'unknown') return
    if (Array.isArray(value)) for (const [index, one] of value.entries()) add(`${path}.${index}`, one)
    else if (typeof value === 'object') for (const [key, one] of Object.entries(value)) add(`${path}.${key}`, one)
    else values.set(path, String(value))
  }
  if (form === null) return values
  const {
    branchName,
    parentOrg,
    branchType,
    memberCount,
    secretary,
    phone,
    email,
    reviewGrades,
    basis,
    idea,
    outcomes,
  } = form
  const honours = form.honours.map(({ quote: _, ...honour }) => honour)
  const measures = form.measures.map(({ text, due }) => ({ text, due }))
  const grades = reviewGrades.map(({ year, grade }) => ({ year, grade }))
  for (const [key, value] of Object.entries({
    branchName,
    parentOrg,
    branchType,
    memberCount,
    secretary,
    phone,
    email,
    honours,
    grades,
    basis,
    idea,
    measures,
    outcomes,
  }))
    add(key, value)
  return values
}
