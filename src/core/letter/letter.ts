/** `done`: nothing to do; `act`: the reader has something to do; `final`: it is over; `plain`: news only. */
export type Tone = 'done' | 'act' | 'final' | 'plain'

/** `exact`: a name or hash to compare or copy, never broken in text; `line`: in one line with its label, as long as mail allows. */
export type Fact = {
  readonly label: string
  readonly value: string
  readonly exact?: true | 'line'
  /** Shown instead of the value where links can be followed. */
  readonly links?: readonly Link[]
}

export type Link = { readonly text: string; readonly href: string }

export type Item = { readonly title: string; readonly facts: readonly Fact[] }

/** `width`: columns at most in text; HTML shows the whole. */
export type Column = { readonly title: string; readonly width: number }

/** A bar of a picture: how many, in two kinds; `mark`: what the day is. */
export type Bar = { readonly label: string; readonly good: number; readonly other: number; readonly mark?: string }

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Where a letter speaks of several things: the next one begins, with sections of its own. */
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Numbered, but for items that bear numbers of their own, by which people speak of them. */
  | { readonly kind: 'items'; readonly items: readonly Item[]; readonly unnumbered?: true }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  /** Something to copy whole. */
  | { readonly kind: 'copy'; readonly label: string; readonly value: string }
  /** Something longer to copy whole, a paragraph each. */
  | { readonly kind: 'passage'; readonly lines: readonly string[] }
  /** A picture of numbers, without an image; `good` and `other` name the two kinds. */
  | { readonly kind: 'bars'; readonly good: string; readonly other: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }

/** A mail of ours before it becomes text and HTML: both say the same. Every string is fit to be shown (see `quote.ts`). */
export type Letter = {
  readonly tone: Tone
  readonly greeting: string | null
  /** The one sentence that says where the reader stands. */
  readonly lead: string
  readonly blocks: readonly Block[]
  readonly signature: readonly string[]
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', text })

/** A heading with what stands under it; nothing at all where there is nothing. */
export const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks]
