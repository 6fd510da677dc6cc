import { readNumeral } from '../../dates/chinese-numerals.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'

const NUMBER = /(?<![\d.])\d{1,9}(?:\.\d{1,4})?(?![\d.])|[〇零一二三四五六七八九十百]{1,6}/g
const CHINESE = /[一二三四五六七八九十百]/
const UNITS: Readonly<Record<string, number>> = { 万元: 10_000, 万: 10_000, 千元: 1000, 元: 1, 块: 1 }
const MONEY = /(\d{1,9}(?:\.\d{1,4})?|[〇零一二三四五六七八九十百]{1,6})([万千]元|[万元块])?/g
/** «¥8,000.00», «人民币». */
const CLUTTER = /[\s,，￥¥]|人民币|大写|整$/g
const LONGEST = 60

/** A number that a cell holds alone: «5», «5人», «五名», «共5人»; null where it holds none, or several. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(CLUTTER, '')
  if (plain.length > LONGEST) return null
  const found = [...new Set(plain.match(NUMBER) ?? [])].map(numeralOf)
  const [first, ...others] = found
  return first === undefined || others.length > 0 ? null : first
}

/** An amount in yuan; a bare number is what the label says («申请经费（元）»), and nothing where that says none. */
export function readMoney(text: string, label: string): number | null {
  const plain = text.normalize('NFKC').replace(CLUTTER, '')
  if (plain.length > LONGEST) return null
  const amounts = [...plain.matchAll(MONEY)]
  const [first, ...others] = amounts
  if (first === undefined || others.length > 0) return null
  const unit = first[2] ?? /(万元|千元|元)/.exec(label.normalize('NFKC'))?.[1]
  const amount = numeralOf(first[1] ?? '')
  return amount === null || unit === undefined ? null : amount * (UNITS[unit] ?? 1)
}

const numeralOf = (written: string): number | null => (CHINESE.test(written) ? readNumeral(written) : Number(written))

const OF_WHOM = listed('本专业 专业 年级 班级 全班 综合 成绩 学业')
const RANKED = pattern`^${OF_WHOM}*(?:排名|名次)?[:：]?`
const RANK = pattern`^第?(\d{1,5})名?(?:\/共?|\(?[，,]?${OF_WHOM}?共|\(?总(?:人)?数?[:：]?)(\d{1,5})[人名]?\)?$`
/** «3/85», «第3名（共85人）» as 3/85; «8%», «前8%» as 0.08; null for anything else. */
export function readShare(text: string): number | null {
  // «2/118（名次/总人数）»: brackets without a numeral are the form's own.
  const plain = text
    .normalize('NFKC')
    .replace(/\s|\([^()\d]{1,20}\)/g, '')
    .replace(RANKED, '')
    .slice(0, LONGEST)
  const percent = /^(?:专业|年级|班级)?前?(\d{1,3}(?:\.\d{1,3})?)%$/.exec(plain)
  if (percent !== null) return Number(percent[1]) / 100
  const [, part, whole] = RANK.exec(plain) ?? []
  return part === undefined || whole === undefined || Number(whole) === 0 ? null : Number(part) / Number(whole)
}

/** How many a list names: «张三、李四»; a bare number counts for itself. */
export function countItems(text: string): number | null {
  const bare = /^共?\d{1,4}[人名项个]?$/.test(text.normalize('NFKC').trim()) ? readNumber(text) : null
  if (bare !== null) return bare
  const items = text.split(/[、，,;；\n|]+/).filter(item => /[\p{L}\p{N}]/u.test(item))
  return items.length === 0 ? null : items.length
}
