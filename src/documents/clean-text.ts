import { unifyRadicals } from './radicals.ts'
import { unifyTicks } from './ticks.ts'

/** What is never seen: soft hyphens, zero-width characters, marks of direction, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

/** Text as every reader hands it out: as it is seen, ticks as ☑ and □, ideographs for radicals (also copied out of a PDF), trimmed. */
export const cleanText = (text: string): string => unifyRadicals(unifyTicks(text)).replace(INVISIBLE, '').trim()
