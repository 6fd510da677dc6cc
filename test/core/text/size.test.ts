import { expect, test } from 'vitest'
import { formatSize } from '../../../src/core/text/size.ts'

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [31_950, '31.2 KB'],
  [5_300_000, '5.1 MB'],
  [21_500_000_000, '20.0 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})
