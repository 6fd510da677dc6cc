import type { Paragraph } from '../../core/document/document.ts'
import { cleanText } from '../clean-text.ts'
import { hasLook, lookOf, newTally } from '../looks.ts'
import { readInline } from './inline.ts'
import type { Reading } from './reading.ts'
import { centredIn, outlineIn, placeIn, placeOver } from './styles.ts'
import { childOf, type Element, settingOf } from './xml.ts'

/** A paragraph with the number that Word shows in front of it; null where nothing is to be seen. What stands behind it waits in the reading. */
export function readParagraph(reading: Reading, paragraph: Element): Paragraph | null {
  const properties = childOf(paragraph, 'w:pPr')
  if (isJoined(properties)) {
    reading.deleted.push(...paragraph.children)
    return null
  }
  const styleId = settingOf(properties, 'w:pStyle')
  const style = reading.styles.paragraph(styleId)
  const place = placeIn(properties)
  const numbered = reading.number(place === undefined ? style.place : placeOver(style.place, place), styleId)
  reading.style = style
  reading.line = { text: '', tally: newTally() }
  readInline(reading, [...reading.deleted.splice(0), ...paragraph.children])
  reading.fields.endParagraph()
  const text = cleanText((numbered?.text ?? '') + reading.line.text)
  if (text === '') return null
  const look = lookOf(reading.line.tally, {
    outline: outlineIn(properties) ?? style.outline ?? 0,
    list: numbered?.list ?? null,
    centred: centredIn(properties) ?? style.centred ?? false,
  })
  return hasLook(look) ? { kind: 'paragraph', text, look } : { kind: 'paragraph', text }
}

/** A tracked change takes the paragraph's mark out, or has moved it away: what is left of it stands in the next one. */
function isJoined(properties: Element | undefined): boolean {
  const mark = childOf(properties, 'w:rPr')
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
}
