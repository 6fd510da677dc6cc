import fc from 'fast-check'

const HALVES = { first: 0xd800, count: 0x800 }

/** Any code point of Unicode, halves of surrogate pairs left out: what `unit: 'binary'` draws, which takes fast-check a second to prepare. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - HALVES.count })
  .map(number => String.fromCodePoint(number < HALVES.first ? number : number + HALVES.count))
