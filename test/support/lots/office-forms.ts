import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import type { BranchType } from '../../../src/core/call/call.ts'
import type { Level, RecipientKind } from '../../../src/core/form/form.ts'
import type { Drawn } from './families.ts'
import { cell, type Line, line, type PageCell, type Piece, table } from './page.ts'
import type { Answers, EntryKey, FieldKey, Passage, TrueHonour, TrueMeasure } from './sheet.ts'
import { ENTRY_KEYS } from './sheet.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: unknown }>
const isElement = (node: Node): node is Element => 'attribs' in node
const childElements = ({ children }: Element): Element[] => children.filter(isElement)
const ownText = (node: Node): string => (node.type === 'text' && 'data' in node ? node.data : '')

const FOLDER = join(import.meta.dirname, 'offices')

let forms: readonly Drawn[] | null = null

/** Forms written by hand as offices write them, in the order of their names. */
export function officeForms(): readonly Drawn[] {
  forms ??= readdirSync(FOLDER)
    .sort()
    .map(name => readOffice(readFileSync(join(FOLDER, name), 'utf8'), name))
  return forms
}

/**
 * A form as HTML: what stands under `k="phone"` is the answer of that field (`k="memberCount=32"` says what is meant by it). Lines of
 * the comment at its head give the branch, honours (date, name, whose, level), grades and measures (title, limit).
 */
function readOffice(source: string, name: string): Drawn {
  const [, head = ''] = /^<!--([\s\S]*?)-->/.exec(source) ?? []
  const nodes = parseDocument(source.replace(/>\s+</g, '><')).children
  const marks = marksIn(nodes)
  const told = head.split('\n').flatMap(one => {
    const [, key = '', value = ''] = /^\s*(\w+): (.*)$/.exec(one) ?? []
    return key === '' ? [] : [{ key, value }]
  })
  const all = (key: string) => told.filter(one => one.key === key).map(({ value }) => value)
  const answers = answersOf(marks, all)
  const lists = (['honours', 'reviewGrades', 'measures'] as const).filter(key => all(LISTS[key]).length > 0)
  return {
    ...{ pieces: piecesOf(nodes), answers, expected: 'complete', emptied: null, told: name },
    asked: new Set<FieldKey>([...marks.keys(), ...lists]),
  }
}

const LISTS = { honours: 'honour', reviewGrades: 'grade', measures: 'measure' } as const

type Mark = { readonly meant: string | null; readonly text: string }

function marksIn(nodes: readonly Node[]): Map<FieldKey, Mark[]> {
  const marks = new Map<FieldKey, Mark[]>()
  const look = (node: Node): void => {
    if (!isElement(node)) return
    const { k } = node.attribs
    if (k !== undefined) {
      const [key = '', meant = null] = k.split('=')
      const mark = { meant, text: textOf(node) }
      marks.set(key as FieldKey, [...(marks.get(key as FieldKey) ?? []), mark])
    }
    node.children.forEach(look)
  }
  nodes.forEach(look)
  return marks
}

const textOf = (node: Node): string =>
  !isElement(node) ? ownText(node) : node.name === 'br' ? '\n' : node.children.map(textOf).join('')

function answersOf(marks: ReadonlyMap<FieldKey, readonly Mark[]>, all: (key: string) => string[]): Answers {
  const entry = (key: EntryKey): string => {
    const [mark] = marks.get(key) ?? []
    return mark?.meant ?? mark?.text ?? ''
  }
  const passages = (key: FieldKey): Passage[] =>
    (marks.get(key) ?? []).flatMap(({ text }) => text.split('\n').map(one => ({ head: null, text: one })))
  return {
    branch: all('branch')[0] ?? '',
    entries: Object.fromEntries(ENTRY_KEYS.map(key => [key, entry(key)])) as Answers['entries'],
    branchType: entry('branchType') as BranchType,
    memberCount: Number(entry('memberCount')),
    honours: all('honour').map(honourOf),
    grades: all('grade').map(text => ({ year: Number(text.slice(0, 4)), grade: text.slice(5) })),
    gradesText: '',
    ...{ basis: passages('basis'), idea: passages('idea'), outcomes: passages('outcomes') },
    measures: all('measure').map(measureOf),
  }
}

function honourOf(text: string): TrueHonour {
  const [date = '', name = '', kind = '', level = ''] = text.split(' ')
  return {
    ...{ date, name, kind: kind as Exclude<RecipientKind, 'unknown'>, level: level as Exclude<Level, 'unknown'> },
    ...{ recipient: '', grantedBy: '', dateText: '', levelText: '' },
  }
}

function measureOf(text: string): TrueMeasure {
  const [title = '', due = ''] = text.split(' ')
  return { title, due, ...{ detail: '', from: null, to: null, dueText: '', owner: '' } }
}

/** The pieces of a page: paragraphs, headings and tables; a line break begins another line. */
function piecesOf(nodes: readonly Node[]): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const endLine = () => {
    if (text.trim() !== '') pieces.push(...text.split('\n').map(one => line(one)))
    text = ''
  }
  for (const node of nodes) {
    text += ownText(node)
    if (!isElement(node)) continue
    const block = blockOf(node)
    if (block === null) text += textOf(node)
    else {
      endLine()
      pieces.push(...block)
    }
  }
  endLine()
  return pieces
}

const LOOKS: Readonly<Record<string, Line['look']>> = { h1: 'title', h2: 'style', h3: 'large', h4: 'bold' }

function blockOf(node: Element): Piece[] | null {
  if (node.name === 'table') return [tableOf(node)]
  const lines = textOf(node).split('\n')
  if (node.name === 'p') return lines.map(one => line(one))
  return node.name in LOOKS ? lines.map(one => line(one, LOOKS[node.name])) : null
}

const tableOf = (node: Element): Piece =>
  table(
    childElements(node)
      .flatMap(one => (one.name === 'tr' ? [one] : childElements(one)))
      .map(row => childElements(row).map(cellOf)),
    node.attribs.class === 'plain',
  )

const cellOf = (node: Element): PageCell =>
  cell(piecesOf(node.children), Number(node.attribs.colspan ?? 1), Number(node.attribs.rowspan ?? 1))
