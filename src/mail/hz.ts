/** `~{`, pairs of GB 2312 with their high bits cleared, `~}` or the end of the line; `~~` is a tilde (RFC 1843). */
const SHIFTED = /~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=[\r\n]|$))/g

/** Whether ASCII text is HZ also where no label says so. */
export const isHz = (text: string): boolean => /~\{(?:[\x21-\x77][\x21-\x7e])+~\}/.test(text)

/** Decodes HZ (RFC 1843); what is no HZ stays as it is. */
export function decodeHz(text: string): string {
  const pairs = (_: string, shifted: string) =>
    new TextDecoder('gb18030').decode(Uint8Array.from(shifted, character => character.charCodeAt(0) | 0x80))
  return text
    .replace(SHIFTED, pairs)
    .replaceAll('~~', '~')
    .replace(/~\r?\n/g, '')
}
