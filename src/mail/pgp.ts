import type { NamedBytes } from './tnef.ts'

const ARMOUR = /^\s*-----BEGIN PGP MESSAGE-----/
const NAMED = /\.(?:pgp|gpg|asc)$/i
/** RFC 9580 §4.2: the head of what is encrypted to a key (1) or a password (3), in the old and the new form. */
const HEADS = new Set([0x84, 0x85, 0x86, 0x8c, 0x8d, 0x8e, 0xc1, 0xc3])

/** An OpenPGP message: what is in it only the addressee's key can tell. */
export const isPgp = ({ name, bytes }: NamedBytes): boolean =>
  ARMOUR.test(bytes.toString('latin1', 0, 200)) || (NAMED.test(name) && HEADS.has(bytes[0] ?? 0))
