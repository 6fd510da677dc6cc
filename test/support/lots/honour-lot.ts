import type { Lot } from './lot.ts'
import type { TrueHonour } from './sheet.ts'
import { BRANCH_HONOURS, MEMBER_HONOURS, MEMBERS, SECRETARY_HONOURS } from './words/prose.ts'

type Whose = { readonly branch: string; readonly secretary: string }
type Kind = TrueHonour['kind']

const GRANTORS: readonly (readonly [TrueHonour['level'], string, readonly string[]])[] = [
  ['university', '校级', ['大连理工大学党委', '中共大连理工大学委员会']],
  ['university', '校级', ['大连理工大学党委', '中共大连理工大学委员会']],
  ['provincial', '省级', ['中共辽宁省委教育工委', '辽宁省委高校工委']],
  ['municipal', '市级', ['中共大连市委', '大连市委组织部']],
]
const SCHOOL = ['school', '院级', ['机械工程学院党委']] as const

/** Honours of the last three years that fulfil both conditions, and some that don't count. */
export function drawHonours(lot: Lot, whose: Whose): TrueHonour[] {
  const kinds: readonly Kind[] = ['branch', 'member', ...more(lot)]
  const used = new Set<string>()
  return kinds.flatMap((kind, index) => {
    const honour = drawHonour(lot.of(`${index}`), kind, { whose, mustCount: index < 2 })
    const mark = `${honour.name} ${honour.date}`
    if (used.has(mark)) return []
    used.add(mark)
    return [honour]
  })
}

const more = (lot: Lot): Kind[] =>
  lot.some<Kind>(['branch', 'secretary', 'member', 'member', 'branch'], lot.between(1, 4))

function drawHonour(lot: Lot, kind: Kind, { whose, mustCount }: { whose: Whose; mustCount: boolean }): TrueHonour {
  const [level, levelText, bodies] = mustCount || lot.chance(0.75) ? lot.pick(GRANTORS) : SCHOOL
  const isOld = !mustCount && lot.chance(0.15)
  return {
    ...drawDate(lot.of('date'), isOld),
    name: lot.pick({ branch: BRANCH_HONOURS, secretary: SECRETARY_HONOURS, member: MEMBER_HONOURS }[kind]),
    recipient:
      kind === 'branch'
        ? lot.pick(['党支部', '支部', whose.branch])
        : kind === 'secretary'
          ? whose.secretary
          : lot.pick(MEMBERS.filter(name => name !== whose.secretary)),
    kind,
    level,
    levelText,
    grantedBy: lot.pick(bodies),
  }
}

function drawDate(lot: Lot, isOld: boolean): { date: string; dateText: string } {
  const [year, month] = isOld ? [lot.between(2016, 2020), lot.between(1, 12)] : inWindow(lot)
  const two = String(month).padStart(2, '0')
  const date = `${year}-${two}`
  const dateText = lot.pick([
    `${year}年${month}月`,
    `${year}.${two}`,
    `${year}-${two}`,
    `${year}/${month}`,
    `${year}年${month}月`,
  ])
  return { date, dateText }
}

/** From July 2021 to April 2024. */
function inWindow(lot: Lot): readonly [number, number] {
  const months = lot.between(2021 * 12 + 6, 2024 * 12 + 3)
  return [Math.floor(months / 12), (months % 12) + 1]
}
