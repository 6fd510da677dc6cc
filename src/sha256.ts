import { hash } from 'node:crypto'

/** SHA-256 of these bytes, or of a text's UTF-8 bytes, hexadecimal. */
export const sha256 = (content: Uint8Array | string): string => hash('sha256', content)
