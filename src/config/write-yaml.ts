import { stringify } from 'yaml'
import type { FileItem, FileLine, Plain } from '../core/notice/file-line.ts'

/** Lines as YAML, each value on its own line with its comment behind it. */
export const writeYaml = (lines: readonly FileLine[]): string => `${lines.flatMap(linesOf).join('\n')}\n`

function linesOf(line: FileLine): string[] {
  switch (line.kind) {
    case 'comment':
      return [`# ${line.text}`]
    case 'value':
      return [`${line.key}: ${inline(line.value)}${behind(line.comment)}`]
    case 'items':
      return [`${line.key}:`, ...line.items.map(item => itemLine(item, line.isList))]
    default:
      return line satisfies never
  }
}

const itemLine = ({ key, value, comment }: FileItem, isList: boolean): string =>
  `  ${isList ? '-' : `${key}:`} ${inline(value)}${behind(comment)}`

const inline = (value: Plain): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true, flowCollectionPadding: true }).trim()

const behind = (comment: string): string => (comment === '' ? '' : ` # ${comment.replace(/\s+/g, ' ')}`)
