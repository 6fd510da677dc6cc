export const isSymbolFont = (font: string): boolean => /^(Wingdings( [23])?|Webdings)$/.test(font)
