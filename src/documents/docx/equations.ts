import { EQUATION } from '../../core/document/document.ts'
import { LONGEST_EQUATION } from '../equation-field.ts'
import { childElements, childOf, contentOf, type Element } from './xml.ts'

/** The text of a short equation (ECMA-376 §22.1): «≥95%», «1/2»; of a longer one a mark. */
export function equationOf(math: Element): string {
  const text = linear(math).trim()
  return text.length <= LONGEST_EQUATION ? text : EQUATION
}

function linear(element: Element | undefined): string {
  if (element === undefined) return ''
  const part = (name: string) => linear(childOf(element, name))
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return contentOf(element)
    case 'm:f':
      return `${part('m:num')}/${part('m:den')}`
    case 'm:rad':
      return `${part('m:deg')}√${part('m:e')}`
    case 'm:sSup':
      return `${part('m:e')}^${part('m:sup')}`
    case 'm:d':
      return bracketed(element)
    default:
      return childElements(element).map(linear).join('')
  }
}

function bracketed(element: Element): string {
  const properties = childOf(element, 'm:dPr')
  const sign = (name: string, usual: string) => childOf(properties, name)?.attributes['m:val'] ?? usual
  const inside = childElements(element).filter(({ name }) => name === 'm:e')
  const text = inside.map(linear).join(sign('m:sepChr', '|'))
  return `${sign('m:begChr', '(')}${text}${sign('m:endChr', ')')}`
}
