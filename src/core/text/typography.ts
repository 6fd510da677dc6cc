const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }
const QUOTED = '“[^“”]{0,400}”'
const QUOTED_OR_BRACKET = new RegExp(`${QUOTED}|[()]`, 'g')
const BEFORE_MARK = new RegExp(`(${QUOTED}|[\\u4e00-\\u9fff》）])([,;:!?]) ?|${QUOTED}`, 'gu')
const HAN = /[\u4e00-\u9fff]/

/** Our own Chinese sentences, half-width punctuation turned into the full-width one of official papers; what they quote stays as it is. */
export const typeset = (sentence: string): string =>
  withFullBrackets(sentence).replace(BEFORE_MARK, (whole, before?: string, mark?: string) =>
    mark === undefined ? whole : `${before}${FULL_WIDTH[mark] ?? mark}`,
  )

/** Both brackets of a pair around Chinese words, nested ones too. */
function withFullBrackets(sentence: string): string {
  const full = new Map<number, string>()
  const open: number[] = []
  for (const { 0: found, index } of sentence.matchAll(QUOTED_OR_BRACKET)) {
    if (found === '(') open.push(index)
    const start = found === ')' ? open.pop() : undefined
    if (start === undefined || !HAN.test(sentence.slice(start, index))) continue
    full.set(start, '（').set(index, '）')
  }
  return sentence.replace(/[()]/g, (bracket, at: number) => full.get(at) ?? bracket)
}
