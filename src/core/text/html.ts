const MARKUP: unique symbol = Symbol('markup')

/** Markup that is safe to send: made by `html` only. */
export type Html = { readonly [MARKUP]: string }

/** What may stand in a template: text is escaped, markup passes. */
type HtmlValue = string | number | Html | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '')

const isMarkup = (value: object): value is Html => MARKUP in value

const markupOf = (value: HtmlValue): string => {
  if (typeof value !== 'object') return escaped(String(value))
  return isMarkup(value) ? value[MARKUP] : value.map(one => one[MARKUP]).join('')
}

/** A template whose values can't become markup, neither in text nor in a quoted attribute. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  [MARKUP]: strings.map((text, index) => text + markupOf(values[index] ?? '')).join(''),
})

export const htmlText = (markup: Html): string => markup[MARKUP]
