import { type TemplatePart, type Token, templateParts } from './template.ts'

export type TokenValues = Readonly<Record<Token, string>>

const fill = (part: TemplatePart, values: TokenValues): string =>
  part.kind === 'literal' ? part.text : values[part.token]

/** Whether a template names somebody: one without the token is the same for all. */
export const bearsBranch = (template: string): boolean =>
  templateParts(template).some(part => part.kind === 'token' && part.token === 'branch')

/** The one right name, ready to copy into a subject; `branch` is the roster's name. */
export const expectedName = (template: string, values: TokenValues): string =>
  templateParts(template)
    .map(part => fill(part, values))
    .join('')

/** The same for a file; `extension` is without its dot. */
export const expectedFileName = (template: string, values: TokenValues, extension: string): string =>
  `${expectedName(template, values)}.${extension}`
