import type { Block, Paragraph } from '../../document/document.ts'
import type { Labels } from '../evidence/labels.ts'
import { isProse } from '../evidence/shapes.ts'
import { KNOWN } from '../evidence/telling.ts'
import type { Place } from './place.ts'

/** «联系电话：84700001», «【联系电话】84700001». */
const INLINE = /^(?:([^:：\n]{1,24})[:：]|【([^【】\n]{2,20})】[:：]?)[ \t\u3000]*(.*)$/

/** «党员数（21）», «书记（王明，系主任）»: as likely a prompt, but for its looks. */
const BRACKETED = /^(.{2,30})[(（]([^()（）]{1,60})[)）]$/

/** «党支部名称　教工第四党支部»: a wide space between them, or a narrow one behind an ornament or the form's own label. */
const SPACED = /^([^\s:：]{2,20})(\s{1,20})(\S.{0,60})$/
const ORNAMENT = /^[★☆●○◆◇■▲△▼▶▪•▌▎◎❖➤※]/

type Line = {
  readonly text: string
  readonly of: Paragraph
  readonly label: string | null
  readonly value: string
  readonly from: 'line' | 'near'
}

/** Labels with a colon and what stands behind it; where nothing does, the lines next to it, under it first. */
export function linePlaces(
  blocks: readonly Block[],
  labels: Labels,
  { groups, isInCell }: { readonly groups: readonly string[]; readonly isInCell: boolean },
): Place[] {
  const lines = blocks.flatMap((block, index) =>
    block.kind === 'paragraph' ? linesOf(block, labels, isInCell ? blocks[index - 1] : undefined) : [],
  )
  return lines.flatMap((line, index): Place[] => {
    if (line.label === null) return []
    const place = { label: line.label, groups, from: line.from, takes: [line.of] }
    if (line.value !== '') {
      const more = goesOn(line, lines.slice(index + 1), labels)
      return [
        {
          ...place,
          blocks: [line.value, ...more.map(({ text }) => text)].map(paragraph),
          takes: [line, ...more].map(({ of }) => of),
        },
      ]
    }
    const isBare = line.from === 'near'
    if (isBare && isInCell) return textUnder(lines.slice(index + 1), place, labels)
    const near = (isInCell || isBare ? [lines[index + 1]] : [lines[index + 1], lines[index - 1]]).filter(
      one => one !== undefined && one.label === null && one.text.trim() !== '',
    )
    return [
      // A label without a colon asks for nothing by itself.
      ...(isBare ? [] : [{ ...place, blocks: [] }]),
      ...near.flatMap(one =>
        one === undefined ? [] : [{ ...place, from: 'near' as const, blocks: [paragraph(one.text)], takes: [one.of] }],
      ),
    ]
  })
}

/** «（一）工作基础», a line of its own within a cell, and the text up to the next known label. */
function textUnder(rest: readonly Line[], place: Omit<Place, 'blocks'>, labels: Labels): Place[] {
  const text = rest.slice(0, endOfText(rest, labels))
  const isText = isProse(text.map(one => one.text).join(''))
  return isText ? [{ ...place, blocks: text.map(one => paragraph(one.text)) }] : []
}

/** `above`: what stands over it in its cell. */
function linesOf(of: Paragraph, labels: Labels, above: Block | undefined): Line[] {
  const over = above?.kind === 'paragraph' ? above.text.trim() : ''
  return of.text
    .split('\n')
    .flatMap(line => unbracketed(line.trim(), labels))
    .flatMap(line => parted(line, labels))
    .map((text, index, all) => {
      const [, named, bracketed, value = ''] = INLINE.exec(text) ?? []
      const label = named ?? bracketed
      if (label !== undefined)
        return { text, of, label: isLabel(label, value, labels) ? label : null, value: value.trim(), from: 'line' }
      const [, before = '', within = ''] = BRACKETED.exec(text) ?? []
      if (labels.role(before) === 'label' && !isWrapped(all[index - 1] ?? over, labels))
        return { text, of, label: before, value: within, from: 'near' }
      const [, spaced = '', gap = '', behind = ''] = SPACED.exec(text) ?? []
      const isApart = gap !== ' ' || ORNAMENT.test(spaced) || labels.exact(spaced) !== null
      if (isApart && labels.role(spaced) === 'label' && !isProse(behind))
        return { text, of, label: spaced, value: behind.trim(), from: 'line' }
      return { text, of, label: labels.role(text) === 'label' ? text : null, value: '', from: 'near' }
    })
}

/** «…获大连理工大学先进基层党组织», and in the next line «称号（大连理工大学党委）»: words that a line's end cut. */
const isWrapped = (before: string, labels: Labels): boolean =>
  before.length > SHORT && !/[)）。；;:：]$/.test(before) && labels.role(before) !== 'label'
const SHORT = 10

/** «书记：司马文琪（职务：副主任；职称：高级工程师）»: labels of the form in brackets are lines of their own; «3（总人数：85）» is an answer. */
function unbracketed(line: string, labels: Labels): string[] {
  const [, before = '', within = ''] = WITHIN.exec(line) ?? []
  const [label = ''] = within.split(/[:：]/)
  const asked = label === '' ? null : labels.valueOf(label)
  return asked !== null && asked !== labels.valueOf(before.split(/[:：]/)[0] ?? '') ? [before, within] : [line]
}
const WITHIN = /^(.{2,40}?)[(（]([^()（）]{1,20}[:：][^()（）]{1,80})[)）]$/

/** Prose behind words that nobody knows is a text with its own lead: «联学共建：与企业党支部结对，……». */
const isLabel = (label: string, value: string, labels: Labels): boolean =>
  labels.role(label) === 'label' || (labels.role(label) === 'perhaps' && !isProse(value))

/** «姓 名：张三　电 话：139…»: several labels with their values in a line, where the later ones are known and a space or stop stands before them. */
function parted(line: string, labels: Labels): string[] {
  const parts: string[] = []
  let begin = 0
  for (const colon of [...line.matchAll(/[:：]/g)].map(({ index }) => index).slice(1)) {
    const from = labelBefore(line, { begin, colon }, labels)
    if (from === null) continue
    parts.push(line.slice(begin, from).replace(STOPS, ''))
    begin = from
  }
  return [...parts, parts.length === 0 ? line : line.slice(begin).replace(STOPS, '')]
}
const STOPS = /(?<![\s；;，,。])[\s；;，,。]+$/
/** With what is drawn between its letters. */
const LONGEST_LABEL = 100

/** Where the known label begins that ends at the colon, behind the value before it. */
function labelBefore(line: string, { begin, colon }: { begin: number; colon: number }, labels: Labels): number | null {
  const value = line.slice(begin, colon).search(/[:：]/)
  if (value < 0) return null
  const start = Math.max(begin + value, colon - LONGEST_LABEL)
  const gaps = [...line.slice(start, colon).matchAll(/[\s；;，,。]+/g)].map(gap => start + gap.index + gap[0].length)
  return gaps.find(from => labels.role(line.slice(from, colon)) === 'label') ?? null
}

const SENTENCE = /[。；;！!]|^.{41}/

/** Behind a known label and prose, the lines up to the next known label. */
function goesOn({ label, value }: Line, rest: readonly Line[], labels: Labels): readonly Line[] {
  const told = [...labels.tells(label ?? '').values()]
  if (!SENTENCE.test(value) || Math.max(0, ...told) < KNOWN) return []
  return rest.slice(0, endOfText(rest, labels))
}

function endOfText(lines: readonly Line[], labels: Labels): number {
  const end = lines.findIndex(({ label }) => label !== null && labels.role(label) === 'label')
  return end < 0 ? lines.length : end
}

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text })
