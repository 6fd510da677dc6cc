import { levelOfGrantor, levelSaid } from '../../honours/level.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { Level } from '../form.ts'
import { isBody } from './honour-context.ts'
import { withoutYear } from './honour-name.ts'

const GIVES = listed('授予 评为 评选 评定 表彰 颁发')
const NAMED = pattern`(?:[被由经]|荣?获[得批评]?)\s?([^“”"「」，,。；;、\s]{2,30}?)(?=${GIVES}|[“"「])`
const BEHIND = /[(（]([^()（）]{2,50})[)）]\s*[。.；;，,]?$/

/** The body that granted it, where it is named as one: before the verb, before the name, or in brackets behind. */
export function grantorIn(text: string, award: RegExpExecArray): string | null {
  const named = NAMED.exec(text.slice(Math.max(0, award.index - 40)))?.[1]
  const behind = BEHIND.exec(text)?.[1]?.split(/[,，；;\s]+/) ?? []
  const last = text
    .slice(award.index + award[0].length)
    .split(/[\s,，。；;]+/)
    .at(-1)
  const bodies = [named, ...behind, last].map(body => withoutYear(body?.trim() ?? ''))
  return bodies.find(isBody) ?? null
}

/** A name of an honour with its level. */
export type Ranked = { readonly name: string; readonly level: Level }

/**
 * Each name with its level: by the one word for it (校级) in the text, else by who grants, else by the name itself, else by the
 * words before it («获全国高校“百个样板党支部”»), else as the name before it. Of several names each has its own words first.
 */
export function rank(names: readonly string[], text: string, grantedBy: string | null): Ranked[] {
  const ranked: Ranked[] = []
  for (const name of names) {
    const [before, bare] = [wordsBefore(text, name), withoutYear(name)]
    const own = [levelSaid(bare), levelOfGrantor(bare), levelSaid(before), levelOfGrantor(before)]
    const all = [levelSaid(text), levelOfGrantor(grantedBy ?? '')]
    const told = names.length > 1 ? [...own, ...all] : [...all, ...own]
    ranked.push({ name, level: told.find(level => level !== 'unknown') ?? ranked.at(-1)?.level ?? 'unknown' })
  }
  return ranked
}

const GOT = pattern`^.*${listed('获 评为 授予 入选')}`

/** From the last stop or name to this one, without the verb. */
const wordsBefore = (text: string, name: string): string => {
  const [clause = ''] = /[^,，。；;、”"」』]*$/.exec(text.slice(0, Math.max(0, text.indexOf(name)))) ?? []
  return withoutYear(clause.replace(GOT, '')).replace(/^[和及与并]|[“"「『]$/g, '')
}
