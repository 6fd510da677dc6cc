import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/core/form/form.ts'
import { judgeForm, properName } from '../support/lots/judged.ts'
import { readDocument } from '../support/lots/read.ts'
import { close } from '../support/lots/score.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/forms/fresh')

/** What a form says by who wrote it; `unread` is what we don't find in it: a gap, and nothing wrong. */
type Fresh = {
  readonly told: string
  /** Its file, where that is no docx of its own name. */
  readonly file?: string
  readonly outcome: 'accepted' | 'returned'
  readonly empty: readonly string[]
  readonly values: Readonly<Record<string, string | number>>
  /** How a text begins and ends. */
  readonly texts: Readonly<Record<'basis' | 'idea' | 'outcomes', readonly [string, string]>>
  readonly grades: Readonly<Record<string, string>>
  /** Date and name, the name perhaps with who grants it before it. */
  readonly honours: readonly string[]
  /** Limit and how it begins. */
  readonly measures: readonly string[]
  readonly unread: readonly string[]
}

const forms = readdirSync(FOLDER).flatMap(file =>
  file.endsWith('.json') ? [[file.replace('.json', ''), read(file)] as const] : [],
)

function read(file: string): Fresh {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Fresh
}

describe('a form by somebody who has not seen the reader', () => {
  it.each(forms)('is read right as far as it is read (%s)', async (name, fresh) => {
    const branch = 'values' in fresh ? String(fresh.values.branchName) : ''
    const path = fresh.file ?? `${name}.docx`
    const file = await readDocument(`${properName(branch)}${extname(path)}`, readFileSync(join(FOLDER, path)))
    const { form, outcome, problems } = judgeForm(branch, file)
    if (form === null) throw new Error(`${name} is ${outcome}: ${problems.map(({ code }) => code)}`)
    const { right, wrong, unread } = compared(form, fresh)
    expect({ wrong, unread }).toEqual({ wrong: [], unread: fresh.unread })
    expect(right.length).toBeGreaterThan(8)
    const empty = Object.entries(form.presence).flatMap(([field, one]) => (one === 'empty' ? [field] : []))
    expect(empty.filter(field => fresh.empty.includes(field)).sort()).toEqual(
      fresh.empty.filter(field => field in form.presence).sort(),
    )
    expect(outcome === 'returned').toBe(fresh.outcome === 'returned')
  })
})

type Compared = { readonly right: string[]; readonly wrong: string[]; readonly unread: string[] }

function compared(form: Form, fresh: Fresh): Compared {
  const all: Compared = { right: [], wrong: [], unread: [] }
  const told = (what: string, read: unknown, isRight: boolean) =>
    (read === null || read === undefined || read === '' ? all.unread : isRight ? all.right : all.wrong).push(what)
  for (const [field, meant] of Object.entries(fresh.values)) {
    const value = saidOf(form, field)
    told(field, value, digits(String(value)).endsWith(digits(String(meant))) && said(String(value), String(meant)))
  }
  for (const [field, [first, last]] of Object.entries(fresh.texts) as [keyof Fresh['texts'], [string, string]][]) {
    const text = close(form[field] ?? '')
    told(field, text, isFrom(text, [close(first), close(last)]))
  }
  for (const [year, grade] of Object.entries(fresh.grades)) {
    const one = form.reviewGrades.find(other => String(other.year) === year)
    told(`grade ${year}`, one, one?.grade === grade)
  }
  const honours = form.honours.map(({ date, name }) => ({ is: `${date}`, words: close(name ?? '') }))
  const measures = form.measures.map(({ due, text }) => ({ is: `${due}`, words: close(text) }))
  listed(fresh.honours, honours, all, (words, meant) => words.endsWith(meant))
  listed(fresh.measures, measures, all, (words, meant) => words.includes(meant))
  return all
}

const saidOf = (form: Form, field: string): string | number | null =>
  field.startsWith('secretary.')
    ? form.secretary[field.slice('secretary.'.length) as keyof Form['secretary']]
    : (form[field as 'branchName' | 'memberCount' | 'phone'] ?? null)

const digits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
const said = (value: string, meant: string): boolean =>
  /\d{7}/.test(digits(meant)) || close(value).includes(close(meant))

/** A heading or prompt more at an end is no fault; another's text is. */
const isFrom = (text: string, [first, last]: readonly [string, string]): boolean =>
  text.indexOf(first) >= 0 && text.indexOf(first) < 40 && text.length - text.lastIndexOf(last) - last.length < 40

function listed(
  meant: readonly string[],
  read: readonly { readonly is: string; readonly words: string }[],
  all: Compared,
  isSame: (words: string, meant: string) => boolean,
): void {
  const open = [...read]
  for (const one of meant) {
    const [is = '', ...words] = one.split(' ')
    const at = open.findIndex(other => isSame(other.words, close(words.join(' '))))
    const [found] = at < 0 ? [] : open.splice(at, 1)
    if (found === undefined) all.unread.push(one)
    else (found.is.startsWith(is) ? all.right : all.wrong).push(one)
  }
  all.wrong.push(...open.map(({ is, words }) => `${is} ${words}`))
}
