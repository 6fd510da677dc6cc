/** A laid out form, of which a docx is written, or the blocks that a reader would give. */
export type Line = {
  readonly kind: 'line'
  readonly text: string
  /** A value on a ruled blank behind the text. */
  readonly ruled?: string
  readonly look?: 'style' | 'bold' | 'large' | 'title'
  /** Numbered by Word itself: the text bears no number. */
  readonly auto?: { readonly style: '一、' | '1.'; readonly ordinal: number }
}

export type PageCell = { readonly of: string | readonly Piece[]; readonly wide: number; readonly high: number }

export type PageTable = {
  readonly kind: 'table'
  readonly rows: readonly (readonly PageCell[])[]
  readonly isBorderless: boolean
}

export type Piece = Line | PageTable

export const line = (text: string, look?: Line['look']): Line =>
  look === undefined ? { kind: 'line', text } : { kind: 'line', text, look }

export const cell = (of: PageCell['of'], wide = 1, high = 1): PageCell => ({ of, wide, high })

export const table = (rows: PageTable['rows'], isBorderless = false): PageTable => ({
  kind: 'table',
  rows,
  isBorderless,
})
