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

const TAG = /<(\/?)([a-z][a-z0-9:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const STYLES = [
  ...[
    'display\\s*:\\s*none',
    'visibility\\s*:\\s*hidden',
    'mso-hide\\s*:\\s*all',
    'opacity\\s*:\\s*0(?:\\.0*)?(?![.\\d])',
  ],
  ...[
    'font-size\\s*:\\s*[01](?:px|pt|em|%)?\\s*(?:[;"\']|$)',
    '(?:^|[;"\'\\s])color\\s*:\\s*(?:white|#fff(?:fff)?|transparent)\\b',
  ],
]
const HIDDEN = new RegExp(`style\\s*=[^>]*(?:${STYLES.join('|')})|\\shidden(?:[\\s=/]|$)`, 'i')

/** The HTML without the elements that are hidden, and what is within them. */
function withoutHidden(html: string): string {
  const kept: string[] = []
  const open: { readonly name: string; readonly hidden: boolean }[] = []
  let from = 0
  for (const { 0: tag, 1: end, 2: name = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    const hidden = open.at(-1)?.hidden ?? false
    if (!hidden) kept.push(html.slice(from, index))
    from = index + tag.length
    const element = name.toLowerCase()
    if (end === '/') close(open, element)
    else if (!VOID.has(element) && !attributes.endsWith('/'))
      open.push({ name: element, hidden: hidden || HIDDEN.test(attributes) })
    if (!(open.at(-1)?.hidden ?? false)) kept.push(tag)
  }
  return [...kept, ...((open.at(-1)?.hidden ?? false) ? [] : [html.slice(from)])].join('')
}

/** Ends with an element those that were never ended within it. */
function close(open: { readonly name: string }[], element: string): void {
  const at = open.findLastIndex(({ name }) => name === element)
  if (at >= 0) open.splice(at)
}
