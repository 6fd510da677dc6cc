/** `~{`, pairs of GB 2312 with their high bits cleared, `~}` or the end of the line; `~~` is a tilde (RFC 1843). */
const SHIFTED = /~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=[\r\n]|$))/g

/** GB 2312 in ISO-2022-CN (RFC 1922): announced by an escape, then shifted by SO and SI as HZ does by its tildes. */
const ANNOUNCED = /\x1b\$\)A/

/** Whether ASCII text is HZ, or the like, also where no label says so. */
export const isHz = (text: string): boolean => /~\{(?:[\x21-\x77][\x21-\x7e])+~\}/.test(text) || ANNOUNCED.test(text)

const asHz = (text: string): string =>
  ANNOUNCED.test(text) ? text.replaceAll('\x1b$)A', '').replaceAll('\x0e', '~{').replaceAll('\x0f', '~}') : text

/** Decodes HZ (RFC 1843) and ISO-2022-CN; what is neither stays as it is. */
export function decodeHz(text: string): string {
  const pairs = (_: string, shifted: string) =>
    new TextDecoder('gb18030').decode(Uint8Array.from(shifted, character => character.charCodeAt(0) | 0x80))
  return asHz(text)
    .replace(SHIFTED, pairs)
    .replaceAll('~~', '~')
    .replace(/~\r?\n/g, '')
}
