/** The tokens that a naming template may hold; another one starts here and in `follow-template.ts`. */
const TOKENS = ['unit', 'branch'] as const
export type Token = (typeof TOKENS)[number]

export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'token'; readonly token: Token }

export type TemplateMistake =
  | { readonly kind: 'unknown-token'; readonly token: string }
  | { readonly kind: 'stray-brace'; readonly text: string }

/** A mistake is for whoever wrote the call file: config reports it before any name is read. */
export type CompiledTemplate = { readonly kind: 'template'; readonly parts: readonly TemplatePart[] } | TemplateMistake

const PIECES = /\{[^{}]*\}|[^{}]+|[{}]/g

const isToken = (word: string): word is Token => TOKENS.some(token => token === word)

const compilePiece = (piece: string): TemplatePart | TemplateMistake => {
  if (piece === '{' || piece === '}') return { kind: 'stray-brace', text: piece }
  if (!piece.startsWith('{')) return { kind: 'literal', text: piece }
  const token = piece.slice(1, -1)
  return isToken(token) ? { kind: 'token', token } : { kind: 'unknown-token', token }
}

/** `'申报书-{unit}{branch}'` → literal parts and tokens, or the first mistake in it. */
export const compileTemplate = (template: string): CompiledTemplate => {
  const parts: TemplatePart[] = []
  for (const piece of template.match(PIECES) ?? []) {
    const part = compilePiece(piece)
    if (part.kind !== 'literal' && part.kind !== 'token') return part
    parts.push(part)
  }
  return { kind: 'template', parts }
}

/** The parts of a template that config has let pass; one with a mistake stands for its own text. */
export const templateParts = (template: string): readonly TemplatePart[] => {
  const compiled = compileTemplate(template)
  return compiled.kind === 'template' ? compiled.parts : [{ kind: 'literal', text: template }]
}
