import type { Document } from '../../document/document.ts'
import { listed } from '../../words/listed.ts'
import { APPLICATION_PAPERS } from '../../words/papers.ts'
import { pattern } from '../../words/pattern.ts'
import { decliningIn } from './declining.ts'
import { isNamedAsEvidence } from './evidence-words.ts'
import { withdrawalIn } from './withdrawal.ts'

/** What is sent after something was taken back is a version again. */
const ANEW = pattern`${[...listed('重新 重报 重发 重交 更正 更新 修改 为准'), /申报[书表]$/]}`

/** Whether a file's name says that somebody takes back or doesn't apply: «撤回申请（盖章）.pdf». */
export function isNamedAsWish(name: string): boolean {
  const stem = name.slice(0, 300).replace(/\.[a-z\d]{1,5}$/i, '')
  return !isNamedAsEvidence(name) && !ANEW.test(stem) && (withdrawalIn(stem) ?? decliningIn(stem)) !== null
}

/** Whether a file says by its own name, or that of the archive it came in, that it is something else than the form: then nobody need look into it. */
export function isNamedAsNoForm({ name, archive }: Pick<Document, 'name' | 'archive'>): boolean {
  const names = APPLICATION_PAPERS.some(paper => name.includes(paper)) ? [name] : [name, archive ?? '']
  return names.some(one => isNamedAsEvidence(one) || isNamedAsWish(one))
}
