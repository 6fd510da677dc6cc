import type { Call } from '../core/call/call.ts'
import type { DocumentContent, WhyUnreadable } from '../core/document/document.ts'
import type { FormDescription } from '../core/form/description.ts'
import type { ReaderPool } from '../documents/reader-pool.ts'
import type { Lazy } from '../lazy.ts'
import type { Log } from '../log.ts'

/** The calls with what stands in the blank forms of their templates, which are read like any document, once, when one is first needed. */
export type Templates = {
  /**
   * Reads them, unless that was done; one that can't be read is told in the log, and its call does without. A machine that was too busy is
   * asked again the next time.
   */
  readonly read: () => Promise<void>
  /** These calls with what was read so far; the same values for the same calls, for much is prepared once for a call. */
  readonly within: (calls: readonly Call[]) => readonly Call[]
}

type Needs = { readonly calls: readonly Call[]; readonly readers: Lazy<Pick<ReaderPool, 'read'>>; readonly log: Log }

const MOST_TRIES = 3

/** What was read of a template in this process: it depends on nothing but the form, which never changes. */
const readForms = new WeakMap<FormDescription, FormDescription>()
const completeCalls = new WeakMap<Call, Call>()

export function createTemplates({ calls, readers, log }: Needs): Templates {
  /** Those that can't be read. */
  const unread = new Set<FormDescription>()
  let reading: Promise<void> | null = null
  let tries = 0
  const readAll = async () => {
    const forms = [...new Set(calls.map(({ form }) => form))].filter(({ template }) => template.file !== '')
    tries += 1
    for (const form of forms.filter(one => !unread.has(one) && !readForms.has(one))) {
      const { content, why } = await readTemplate(form, readers.get())
      if (content === null) log.error({ template: form.template.file, why }, 'the template could not be read')
      if (content !== null) readForms.set(form, { ...form, template: { ...form.template, content } })
      else if (why !== 'timeout' || tries === MOST_TRIES) unread.add(form)
    }
    if (forms.some(form => !unread.has(form) && !readForms.has(form))) reading = null
  }
  return {
    read: () => {
      reading ??= readAll().catch(error => {
        reading = null
        throw error
      })
      return reading
    },
    within: some => some.map(completed),
  }
}

/** The call itself where its template wasn't read. */
function completed(call: Call): Call {
  const form = readForms.get(call.form)
  if (form === undefined) return call
  const complete = completeCalls.get(call) ?? { ...call, form }
  completeCalls.set(call, complete)
  return complete
}

type Read = { readonly content: DocumentContent | null; readonly why: WhyUnreadable | null }

async function readTemplate({ template }: FormDescription, readers: Pick<ReaderPool, 'read'>): Promise<Read> {
  const bytes = Buffer.from(template.base64, 'base64')
  const documents = await readers.read({ name: template.file, bytes })
  const whole = documents.find(({ content }) => content !== null)
  return { content: whole?.content ?? null, why: whole === undefined ? (documents[0]?.why ?? null) : null }
}
