/** Words that stand between spaces and line ends. */
export const listed = ([text = '']: TemplateStringsArray): readonly string[] => text.trim().split(/\s+/)
