import { Parser } from 'htmlparser2'
import { contentOfMail } from './attachments.ts'
import { flatMail, textOf } from './flat-mail.ts'

/**
 * What the HTML of a mail shows a reader, as text; undefined where it has none. Elements that are not shown are left out, so that what they
 * bear differs from the text beside it.
 */
export async function htmlTextOf(source: Uint8Array): Promise<string | undefined> {
  const html = contentOfMail(source).texts.filter(part => part.type === 'text/html' && textOf(part).trim() !== '')
  const [first] = html
  if (first === undefined) return undefined
  const shown = withoutHidden(html.map(textOf).join('\n\n'))
  const utf8 = { ...first, fields: [], body: Buffer.from(shown) }
  const { simpleParser } = await import('mailparser')
  const parsed = await simpleParser(flatMail([], [{ ...utf8, type: 'text/html' }]), {
    skipImageLinks: true,
    skipTextToHtml: true,
  })
  return parsed.text ?? ''
}

const STYLES = [
  ...[
    'display\\s*:\\s*none',
    'visibility\\s*:\\s*hidden',
    'mso-hide\\s*:\\s*all',
    'opacity\\s*:\\s*0(?:\\.0*)?(?![.\\d])',
  ],
  ...[
    'font-size\\s*:\\s*(?:[01](?:px|pt|%)?|0r?em)\\s*(?:;|$)',
    '(?:^|[;\\s])color\\s*:\\s*(?:white|#fff(?:fff)?|transparent)\\b',
  ],
]
const HIDDEN = new RegExp(STYLES.join('|'), 'i')
/** No mail program writes a longer one. */
const LONGEST_STYLE = 4000
/** Nor nests deeper; parsers take the square of it. What comes from there on counts as hidden. */
const DEEPEST = 500

const isHidden = ({ style = '', hidden }: Readonly<Record<string, string>>): boolean =>
  hidden !== undefined || style.length > LONGEST_STYLE || HIDDEN.test(style)

/** The HTML without the elements that are hidden, and what is within them. */
function withoutHidden(html: string): string {
  const kept: string[] = []
  let depth = 0
  /** How deep the element stands that hides what comes; null while all is shown. */
  let hiddenBelow: number | null = null
  let from = 0
  const parser = new Parser({
    onopentag(_, attributes) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
      if (hiddenBelow !== null || !(depth > DEEPEST || isHidden(attributes))) return
      kept.push(html.slice(from, parser.startIndex))
      hiddenBelow = depth
    },
    onclosetag(_, isImplied) {
      if (hiddenBelow === depth) {
        hiddenBelow = null
        from = isImplied ? parser.startIndex : parser.endIndex + 1
      }
      depth -= 1
    },
  })
  parser.end(html)
  return hiddenBelow === null ? [...kept, html.slice(from)].join('') : kept.join('')
}
