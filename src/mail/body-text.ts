import { hasCloudLink } from '../core/message/cloud-link.ts'
import { textOf } from './flat-mail.ts'
import type { MimePart } from './mime-parts.ts'

/** The parts to read as the mail's text: plain text, unless there is none or only the HTML shows where a file lies in a cloud. */
export function bodyParts(texts: readonly MimePart[]): readonly MimePart[] {
  const plain = texts.filter(part => part.type !== 'text/html' && saysSomething(part))
  const html = texts.filter(part => part.type === 'text/html' && saysSomething(part))
  const onlyHtmlLinks = html.some(bearsLink) && !plain.some(bearsLink)
  return plain.length === 0 || onlyHtmlLinks ? html : plain
}

const saysSomething = (part: MimePart): boolean => textOf(part).trim() !== ''

const bearsLink = (part: MimePart): boolean => hasCloudLink(textOf(part))
