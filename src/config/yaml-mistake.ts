import type { YAMLError } from 'yaml'

/** Slips of the keyboard, by what the line holds; the first that fits is told. */
const SLIPS: readonly (readonly [slip: RegExp, remedy: string])[] = [
  [/^[^#]*：/, 'the colon «：» is full-width: write «: », a colon and a space'],
  [/^[^#]*，/, 'the comma «，» is full-width: write «, »'],
  [/^[^#]*[｛｝［］]/, 'the brackets are full-width: write { } and [ ]'],
  [/^\s*-?\s*[\w.]+:(?=[^\s/])/, 'a space is missing behind the colon'],
  [/:\s+\{[^}]*\}[^\s,}\]#]/, "a text that begins with { needs quotes: '{name}-申请表'"],
]

/** What else YAML says, by its codes. */
const REMEDIES: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  TAB_AS_INDENT: 'a tab stands in front: indent with spaces',
  BAD_INDENT: 'this line begins in another column than the keys beside it: indent it as they are',
  DUPLICATE_KEY: 'this key stands here a second time: take one of them out',
}

/** A mistake of YAML itself, as a person would name it; its line, and the line it follows, are `text`'s. */
export function yamlMistake({ code, message, linePos }: YAMLError, text: string): { line?: number; message: string } {
  const at = linePos?.[0].line
  const written = at === undefined ? '' : (text.split(/\r?\n/)[at - 1] ?? '')
  const slip = code === 'TAB_AS_INDENT' ? undefined : SLIPS.find(([one]) => one.test(written))?.[1]
  const plain = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
  return { ...(at !== undefined && { line: at }), message: slip ?? REMEDIES[code] ?? plain }
}
