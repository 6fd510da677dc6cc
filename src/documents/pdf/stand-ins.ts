import { brotliDecompressSync, inflateSync } from 'node:zlib'

/**
 * Nothing is drawn here, but pdf.js hands out the shape of every glyph along with a page's lines, unless it believes that the
 * browser draws with the fonts itself. So there is a font as browsers have it, loaded at once, and a document that takes it.
 */
class LoadedFont {
  readonly loaded = Promise.resolve(this)
  readonly load = () => this.loaded
}

/** For `ownerDocument` of `getDocument`, beside `disableFontFace: false`. */
export const NO_DOCUMENT = { fonts: { add: () => undefined, delete: () => undefined } }

/**
 * As much of a DecompressionStream as pdf.js uses, for a page's many small streams cost more as web streams than the inflating.
 * What `write` throws makes pdf.js inflate by itself, as far as a broken stream goes.
 */
class InflatedAtOnce {
  readonly readable: Uint8Array[] = []
  readonly writable: { readonly getWriter: () => { readonly write: (bytes: Uint8Array) => Promise<void> } }
  constructor(format: string) {
    const inflate = format === 'brotli' ? brotliDecompressSync : inflateSync
    const write = (bytes: Uint8Array) => Promise.resolve(void this.readable.push(inflate(bytes)))
    this.writable = { getWriter: () => ({ write, ready: null, close: () => null }) }
  }
}

Object.assign(globalThis, { FontFace: LoadedFont, DecompressionStream: InflatedAtOnce })
