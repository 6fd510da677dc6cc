import { type FileProperty, fieldText, isEquation } from './field-text.ts'

/** Keeps what fields show and drops what they are made of. */
export type Fields = {
  readonly begin: () => void
  readonly separate: () => void
  /** Ends the innermost field; answers what it shows beside its result. */
  readonly end: () => string
  /** The instruction of the innermost open field, '' where none is open. */
  readonly instruction: () => string
  /** What the field shows whatever its instruction says: a check box, an entry chosen from a list. */
  readonly choose: (shown: string) => void
  /** Whether the text belongs to a field's instructions; it is noted there. */
  readonly takes: (text: string) => boolean
  /** A field without an end must not swallow the document. */
  readonly endParagraph: () => void
}

type Field = { instruction: string; isRead: boolean; chosen: string; isResult: boolean; hasShown: boolean }

const MOST_INSTRUCTION = 300

export function createFields(property: FileProperty = () => ''): Fields {
  const open: Field[] = []
  return {
    begin: () => void open.push({ instruction: '', isRead: false, chosen: '', isResult: false, hasShown: false }),
    separate() {
      const field = open.at(-1)
      if (field === undefined) return
      field.isRead = true
      // What is stored behind an equation is not shown: it is set anew from its instruction.
      field.isResult = !isEquation(field.instruction)
    },
    end() {
      const field = open.pop()
      if (field === undefined) return ''
      return field.chosen || (field.hasShown ? '' : fieldText(field.instruction, property))
    },
    instruction: () => open.at(-1)?.instruction ?? '',
    choose(shown) {
      const field = open.at(-1)
      if (field !== undefined) field.chosen = shown
    },
    takes(text) {
      const taking = open.findLast(field => !field.isResult)
      if (taking === undefined) {
        if (open.length > 0 && text.trim() !== '') for (const field of open) field.hasShown = true
        return false
      }
      if (!taking.isRead && taking.instruction.length < MOST_INSTRUCTION) taking.instruction += text
      return true
    },
    endParagraph() {
      for (const field of open) field.isResult = true
    },
  }
}
