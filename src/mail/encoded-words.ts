import { decodeBase64 } from './base64.ts'
import { decodeBytes } from './charset.ts'
import { decodeQ } from './quoted-printable.ts'

/** An encoded word of RFC 2047 with a language of RFC 2231 §5; its end may have been cut off, its text may have been folded. */
const WORD = /=\?([^\s?=*]{1,40})(?:\*[^\s?]{0,20})?\?([bq])\?(.*?)(?:\?=|$)/gis

type Word = { readonly charset: string; readonly bytes: Buffer; readonly from: number; readonly to: number }

/**
 * Replaces the encoded words of a text by what they say; `between` decodes what stands around them. Neighbours of one charset are read together,
 * for programs cut characters in two.
 */
export function decodeWords(text: string, between: (text: string) => string): string {
  let decoded = ''
  let end = 0
  for (const { charset, bytes, from, to } of runsIn(text)) {
    const gap = text.slice(end, from)
    const onlySpace = end > 0 && gap.trim() === ''
    decoded += (onlySpace ? '' : between(gap)) + decodeBytes(bytes, charset)
    end = to
  }
  return decoded + between(text.slice(end))
}

/** The same text with each run of words written as one word in UTF-8 that every parser understands. */
export const rewriteWords = (text: string, between: (text: string) => string): string => {
  const words = runsIn(text)
  let end = 0
  let written = ''
  for (const { charset, bytes, from, to } of words) {
    written += `${between(text.slice(end, from))}=?utf-8?B?${Buffer.from(decodeBytes(bytes, charset)).toString('base64')}?=`
    end = to
  }
  return written + between(text.slice(end))
}

export const hasWords = (text: string): boolean => text.includes('=?')

function runsIn(text: string): readonly Word[] {
  const runs: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', payload = ''] = match
    const bytes = encoding.toLowerCase() === 'b' ? decodeBase64(payload) : decodeQ(payload)
    const word = { charset: charset.toLowerCase(), bytes, from: match.index, to: match.index + whole.length }
    const before = runs.at(-1)
    const joins = before?.charset === word.charset && text.slice(before.to, word.from).trim() === ''
    if (before !== undefined && joins)
      runs[runs.length - 1] = { ...word, from: before.from, bytes: Buffer.concat([before.bytes, bytes]) }
    else runs.push(word)
  }
  return runs
}
