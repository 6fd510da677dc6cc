/** The nouns of a call's sentences: a file of `config/wording/`. The sentences themselves are the product's. */
export type Nouns = {
  /** Who applies: 支部, 项目, 学生. */
  readonly applicant: string
  /** Who answers for an applicant: 支部书记; left out: the applicant. */
  readonly head?: string
  /** The applicant addressed: 你支部, 您. */
  readonly you: string
  /** What must stand where a name is asked for: 本支部全称. */
  readonly fullName: string
  /** The form: 申报书. */
  readonly form: string
  /** Who decides: 学院党委. */
  readonly committee: string
  /** The list of those who may apply: 学院党委支部名册. */
  readonly roster: string
  /** Who signs, with `{university}` and `{unit}`. */
  readonly signature: string
}

/** Of a call that names none of its own, and where the call isn't known. */
export const PLAIN_NOUNS: Nouns = {
  applicant: '申报人',
  you: '您',
  fullName: '申报人全称',
  form: '申报表',
  committee: '主办单位',
  roster: '名册',
  signature: '{university}{unit}',
}

/** What files come packed in. */
export const ARCHIVE = '压缩包'

/** The nouns to speak with where the call may not be known. */
export const nounsOf = (call: { readonly nouns: Nouns } | null): Nouns => call?.nouns ?? PLAIN_NOUNS

/** What several calls call alike; the product's word where they differ. */
export function inCommonNouns(all: readonly Nouns[]): Nouns {
  const [first, ...others] = all
  if (first === undefined) return PLAIN_NOUNS
  const common = (noun: keyof Nouns) =>
    others.every(other => other[noun] === first[noun]) ? first[noun] : PLAIN_NOUNS[noun]
  const names = Object.keys({ ...PLAIN_NOUNS, ...first }) as (keyof Nouns)[]
  return { ...PLAIN_NOUNS, ...Object.fromEntries(names.map(noun => [noun, common(noun)])) }
}

type Signing = { readonly university: string; readonly unit: string; readonly nouns: Nouns }

/** Who signs for a call: 大连理工大学机械工程学院党委. */
export const signedBy = ({ university, unit, nouns }: Signing): string =>
  nouns.signature.replace('{university}', unit.startsWith(university) ? '' : university).replace('{unit}', unit)

const NOUN = /\{(applicant|applying|head|you|fullName|form|committee|roster)\}/g

/** A sentence of ours with its nouns filled in. */
export const worded = (sentence: string, nouns: Nouns): string =>
  sentence.replace(NOUN, (_, noun: keyof Nouns | 'applying') => {
    if (noun === 'applying') return applying(nouns)
    return nouns[noun] ?? nouns.applicant
  })

/** 申报支部, 申报人. */
const applying = ({ applicant }: Nouns): string => (applicant.startsWith('申报') ? applicant : `申报${applicant}`)
