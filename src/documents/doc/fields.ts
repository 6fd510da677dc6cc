import { overlaidText } from '../overlay.ts'

/** Keeps what fields show and drops what they are made of. */
export type Fields = {
  readonly begin: () => void
  readonly separate: () => void
  /** Ends the innermost field; answers what it shows beside its result. */
  readonly end: () => string
  /** A check box among the field's instructions. */
  readonly tick: (box: string) => void
  /** Whether the text belongs to a field's instructions; it is noted there. */
  readonly takes: (text: string) => boolean
  /** A field without an end must not swallow the document. */
  readonly endParagraph: () => void
}

type Field = { instruction: string; box: string; isResult: boolean }

const MOST_INSTRUCTION = 300

export function createFields(): Fields {
  const open: Field[] = []
  const taking = () => open.findLast(field => !field.isResult)
  return {
    begin: () => void open.push({ instruction: '', box: '', isResult: false }),
    separate() {
      const field = open.at(-1)
      if (field !== undefined) field.isResult = true
    },
    end() {
      const field = open.pop()
      return field === undefined ? '' : field.box || (overlaidText(field.instruction) ?? '')
    },
    tick(box) {
      const field = open.at(-1)
      if (field !== undefined) field.box = box
    },
    takes(text) {
      const field = taking()
      if (field === undefined) return false
      if (field.instruction.length < MOST_INSTRUCTION) field.instruction += text
      return true
    },
    endParagraph() {
      for (const field of open) field.isResult = true
    },
  }
}
