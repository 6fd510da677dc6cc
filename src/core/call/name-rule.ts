/**
 * What a subject or a file must be called: a template with tokens, a keyword that it must hold, or `any`, which is whatever the sender
 * likes.
 */
export type NameRule = string | { readonly has: string }

export const ANY = 'any'

/** The template of a rule; null where it has none. */
export const templateOf = (rule: NameRule | null): string | null =>
  typeof rule === 'string' && rule !== ANY ? rule : null

/** The keyword of a rule; null where it asks for none. */
export const keywordOf = (rule: NameRule): string | null => (typeof rule === 'string' ? null : rule.has)
