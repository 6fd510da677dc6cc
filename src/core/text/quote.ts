import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'

const QUOTE_LIMIT = 80
/** So much is looked at: the rest of a subject of a megabyte is never read. */
const HORIZON = 2000

const LINE_BREAKS = /[\s\u0085\u2028\u2029]+/gu
/** Controls, soft hyphens, bidi and zero-width marks, tags, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\u115f\u1160\u3164\uffa0]/gu

const FILE_ENDINGS = new Set([
  ...'docx doc wps pdf zip rar 7z gz tar xlsx xls et pptx ppt dps odt ofd rtf txt csv xml html htm mht eml msg dat bin'.split(
    ' ',
  ),
  ...'jpg jpeg jfif png bmp gif tif tiff heic heif webp svg mp4 avi mp3 m4a caj dwg psd p7m p7s asc pages lnk tmp'.split(
    ' ',
  ),
])
/** Runs of labels joined by dots, as host names are; 。and ．are dots to browsers. */
const DOTTED = /[\p{L}\p{N}_-]{1,63}(?:[.．。｡][\p{L}\p{N}_-]{1,63}){1,20}/gu
const TOP_LEVEL = patternWith('i')`^${[...listed('中国 中國 公司 网络 網絡 网址 商城 集团'), /[a-z][a-z0-9-]{1,62}/]}$`

const breakHost = (dotted: string): string => {
  const labels = dotted.split(/[.．。｡]/)
  const last = labels.at(-1) ?? ''
  return TOP_LEVEL.test(last) && !FILE_ENDINGS.has(last.toLowerCase()) ? labels.join('[.]') : dotted
}

const breakLinks = (text: string): string =>
  text
    .replace(/[:：][/／]{2}/g, '[:]//')
    .replace(/(mailto|javascript|tel|sms)[:：]/gi, '$1[:]')
    .replace(/[@＠﹫]/g, '[at]')
    .replace(DOTTED, breakHost)

const cutAt = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}

/** One line of visible characters, at most `limit` code points. */
export const clean = (received: string, limit = 400): string =>
  cutAt(received.slice(0, HORIZON).toWellFormed().replace(LINE_BREAKS, ' ').replace(INVISIBLE, '').trim(), limit)

/** What a stranger wrote, fit to be repeated: `clean`, with URLs and addresses broken, so that we are nobody's megaphone. */
export const quote = (received: string, limit = QUOTE_LIMIT): string => cutAt(breakLinks(clean(received, limit)), limit)
