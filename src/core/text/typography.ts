const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** Our own Chinese sentences, half-width punctuation turned into the full-width one of official papers. */
export const typeset = (sentence: string): string =>
  sentence
    .replace(/\(([^()]{0,200})\)/g, (whole, inside) => (/[\u4e00-\u9fff]/.test(inside) ? `（${inside}）` : whole))
    .replace(/([\u4e00-\u9fff”》）])([,;:!?]) ?/gu, (_, before, mark) => `${before}${FULL_WIDTH[mark] ?? mark}`)
