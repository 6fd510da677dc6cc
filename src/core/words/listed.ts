/** The words of a text, which white space parts: how lists of words are written down. */
export const listed = (text: string): readonly string[] => text.trim().split(/\s+/)
