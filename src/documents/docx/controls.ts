import type { Styles } from './styles.ts'
import { childElements, childOf, contentOf, type Element, isOn, settingOf, topmost } from './xml.ts'

/** The box that a content control is, '' if it is none. */
export function checkBoxOf(control: Element): '☑' | '□' | '' {
  const box = childOf(childOf(control, 'w:sdtPr'), 'w14:checkbox')
  if (box === undefined) return ''
  const checked = childOf(box, 'w14:checked')
  return checked !== undefined && !['0', 'false'].includes(checked.attributes['w14:val'] ?? '') ? '☑' : '□'
}

/** Word says that nothing was entered; some programs that fill forms in leave that word standing beside an answer. */
export const showsPlaceholder = (control: Element): boolean => isOn(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')

const PROMPT = /单击|点击|此处|请?(?:选择|输入|填写)|click|tap|choose|enter/i

/** In such a control: text in the style of placeholders, or with the words of one. */
export function isPrompt(run: Element, styles: Styles): boolean {
  const style = settingOf(childOf(run, 'w:rPr'), 'w:rStyle')
  if (style !== undefined) return styles.isPlaceholder(style)
  const text = topmost('w:t', run).map(contentOf).join('')
  return text.trim() === '' || PROMPT.test(text)
}

/** What a legacy form field (ECMA-376 §17.16.17) has chosen: a check box, or an entry of a list; '' where it has nothing of its own. */
export function choiceOf(fieldCharacter: Element): string {
  const data = childOf(fieldCharacter, 'w:ffData')
  const box = childOf(data, 'w:checkBox')
  if (box !== undefined) return isOn(box, childOf(box, 'w:checked') ? 'w:checked' : 'w:default') ? '☑' : '□'
  const list = childOf(data, 'w:ddList')
  if (list === undefined) return ''
  const chosen = Number(settingOf(list, 'w:result') ?? settingOf(list, 'w:default') ?? 0)
  const entry = childElements(list).filter(({ name }) => name === 'w:listEntry')[chosen]
  return entry?.attributes['w:val'] ?? ''
}
