import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectedName } from '../../../src/core/naming/expected.ts'
import { isMeantForCall, mayConcern } from '../../../src/core/naming/meant-for-call.ts'
import { readName } from '../../../src/core/naming/read-name.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'
import { call, TITLE, UNIT } from './call.ts'

const kinds = ['subject', 'file'] as const
const pieces = fc.constantFrom(
  ...[
    '党支部',
    '支部',
    TITLE,
    UNIT,
    '第一',
    '教工',
    'XX',
    '-',
    '—',
    ' ',
    '.docx',
    '附件2',
    'Re:',
    '〇',
    '○',
    '?',
    '\uFFFD',
  ],
  ...['中共', '委员会', '样板', '申报', '20240519', '(1)', '\u200b', '张三', '黨', '\ud83d', 'ﷺ', '1', '.'],
)
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.array(pieces, { maxLength: 25 }).map(parts => parts.join('')),
)

it('reads any text without throwing', () => {
  fc.assert(
    fc.property(anyText, text => {
      for (const kind of kinds) {
        const { degree, fault } = readName(text, kind, call)
        if (degree === 'exact') expect(fault).toBeNull()
      }
      mayConcern(text, call)
      isMeantForCall(text, call)
    }),
    { numRuns: runs(400) },
  )
})

const branches = fc.constantFrom(...call.roster)
const fronts = fc.constantFrom(
  ...[
    'Re: ',
    'RE：',
    '回复:',
    '回复：',
    '答复: ',
    '转发:',
    'Fw: ',
    'Fwd：',
    '附件2',
    '附件2：',
    '(附件2)',
    '副本',
    ' ',
    '\u200b',
    '【',
    '20240519-',
  ],
)
const backs = fc.constantFrom(
  ...[' ', '(1)', '（2）', ' - 副本', '最终版', '(定稿)', 'v2', '-修改版', '20240519', '2024.5.19', '5月19日', ' 张三'],
  ...['-李四', '13800000000', '】', '\ufeff', '_王小明_2024-05-19'],
)
const dashes = fc.constantFrom(
  ...['-', '—', '——', '–', '‐', '―', '−', '－', '·', '_', '--', '+', '~', ' ', '', '：', '-大连理工大学'],
)
const extensions = fc.constantFrom('', '.docx', '.doc', '.DOCX', '.docx.docx', '.pdf', '.wps')

it('keeps every decorated right name cosmetic, with its branch', () => {
  const few = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 })
  const decorated = fc.record({
    branch: branches,
    front: few(fronts),
    back: few(backs),
    dash: dashes,
    extension: extensions,
  })
  fc.assert(
    fc.property(decorated, ({ branch, front, back, dash, extension }) => {
      const right = expectedName(call.naming.subject, { unit: UNIT, branch: branch.name })
      const name = `${front.join('')}${right.replace('-', dash)}${back.join('')}${extension}`
      for (const kind of kinds) {
        const reading = readName(name, kind, call)
        expect(reading.degree, name).not.toBe('wrong')
        expect(reading.branch, name).toMatchObject({ kind: 'known', branch: { name: branch.name } })
        if (front.length > 0 || back.length > 0) expect(reading.degree, name).toBe('cosmetic')
      }
      expect(isMeantForCall(name, call), name).toBe(true)
      expect(mayConcern(name, call), name).toBe(true)
    }),
    { numRuns: runs(600) },
  )
})

it.each([
  '第',
  '(',
  '×',
  '党支部',
  '附件2',
  'Re: ',
  '申报书',
  UNIT,
  '一',
  'o',
  ' ',
  '\uFFFD',
  '-',
  '.docx',
  '0',
  '第.',
  '?',
  'a',
])('reads %j again and again, up to a megabyte of it, in bounded time', piece => {
  const text = piece.repeat(Math.ceil(runs(1_000_000) / piece.length))
  const begin = performance.now()
  for (const received of [
    text,
    `${TITLE}-${UNIT}${text}`,
    `${TITLE}-${UNIT}${text}党支部`,
    `${TITLE}-${UNIT}教工第一党支部${text}x`,
  ]) {
    for (const kind of kinds) readName(received, kind, call)
    isMeantForCall(received, call)
    mayConcern(received, call)
  }
  expect(performance.now() - begin).toBeLessThan(20_000)
})
