import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { Notice } from './notice.ts'

const CLOSING = pattern`${listed('结题 结项')}`

const TITLE = /关于|(?:通知|公告)$/

/** Without what is said of the end of the projects that are applied for, unless that is what the notice is about. */
export function withoutClosing(notice: Notice): Notice {
  const isAboutIt = notice.lines.slice(0, 6).some(line => TITLE.test(line) && CLOSING.test(line))
  if (isAboutIt) return notice
  return {
    ...notice,
    sentences: notice.sentences.filter(({ folded }) => !CLOSING.test(folded) || folded.includes('@')),
  }
}
