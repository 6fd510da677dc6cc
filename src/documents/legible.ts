const HANDFUL = 5
const GARBLED_SHARE = 0.3

/** Marks of bytes decoded as what they are not: U+FFFD, private use, controls, Latin-1 letters. */
const GARBLED = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00c0-\u00ff]/gu

/** `empty`: fewer than a handful of characters. `garbled`: too much of it was decoded wrongly to be judged. */
export function judgeText(text: string): 'legible' | 'empty' | 'garbled' {
  const characters = text.replace(/\s/g, '').length
  if (characters < HANDFUL) return 'empty'
  return (text.match(GARBLED) ?? []).length > characters * GARBLED_SHARE ? 'garbled' : 'legible'
}
