import { unifyRadicals } from './radicals.ts'

/** What is never seen: soft hyphens, zero-width characters, marks of direction, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

/** Every ballot box to ☑ or □ (a crossed box is Word's own way of ticking one); √, ✓ and ■ are left as typed. */
const unifyTicks = (text: string): string => text.replace(/[☑☒🗹🗷🗵⮽⮾]/gu, '☑').replace(/[☐□◻▢❏❐❑❒🞎🞏🞐🞑]/gu, '□')

/** Text as every reader hands it out: as it is seen, ticks as ☑ and □, ideographs for radicals (also copied out of a PDF), trimmed. */
export const cleanText = (text: string): string => unifyRadicals(unifyTicks(text)).replace(INVISIBLE, '').trim()
