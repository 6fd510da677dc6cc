/** Longer than any section of a form that was written by people; the whole stands in the form itself. */
const LONGEST = 12_000

/** XML 1.0 knows no other controls; bidi marks turn a line around, and nobody sees what has no width. */
const UNFIT = /(?![\n\t])\p{Cc}|\p{Cf}|\p{Co}|[\u115f\u1160\u3164\uffa0\ufffe\uffff]/gu

const MORE = '……（以下从略，全文见原文件）'

/** What a stranger wrote, as lines of a page: as it is, but for what no page can bear. */
export function paperLines(received: string): readonly string[] {
  const text = received.slice(0, LONGEST).toWellFormed().replace(/\r\n?/g, '\n').replace(UNFIT, '')
  const lines = text
    .replace(/\t/g, '  ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return received.length > LONGEST ? [...lines, MORE] : lines
}

/** The same in one line, cut. */
export function paperLine(received: string, limit = 400): string {
  const text = paperLines(received.slice(0, LONGEST)).join(' ')
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}
