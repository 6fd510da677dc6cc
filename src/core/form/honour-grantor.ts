import { levelOfGrantor, levelSaid } from '../honours/level.ts'
import type { Level } from './form.ts'
import { isBody } from './honour-context.ts'

const NAMED = /(?:被|由|经|获得?|荣获|获评)\s?([^“”"「」，,。；;、\s]{2,30}?)(?=授予|评为|评选|评定|表彰|颁发|[“"「])/
const BEHIND = /[(（]([^()（）\d]{2,30})[,，、]?[^()（）]{0,20}[)）]\s*[。.；;，,]?$/

const YEAR_IN_FRONT = /^[\d.\s]*(?:年度?)?\s*/

/** The body that granted it, where it is named as one: before the verb, before the name, or in brackets behind. */
export function grantorIn(text: string, award: RegExpExecArray): string | null {
  const named = NAMED.exec(text.slice(Math.max(0, award.index - 40)))?.[1]
  const behind = BEHIND.exec(text)?.[1]
  return [named, behind].find(body => body !== undefined && isBody(body.trim()))?.trim() ?? null
}

/** The level by its word (校级), else by who grants, else by the honour's one name, else by what stands before the name. */
export function levelIn(text: string, grantedBy: string | null, names: readonly string[]): Level {
  const said = levelSaid(text)
  if (said !== 'unknown') return said
  if (grantedBy !== null) return levelOfGrantor(grantedBy)
  const [name = '', ...others] = names
  if (others.length > 0) return 'unknown'
  const told = levelOfGrantor(name.replace(YEAR_IN_FRONT, ''))
  return told === 'unknown' ? levelOfGrantor(wordsBefore(text, name)) : told
}

/** «获全国高校“百个样板党支部”»: the words between the last stop and the name. */
const wordsBefore = (text: string, name: string): string =>
  /[^,，。；;]*$/.exec(text.slice(0, Math.max(0, text.indexOf(name))))?.[0].replace(/^.*(?:获|评为|授予|入选)/, '') ??
  ''
