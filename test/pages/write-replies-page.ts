/** `npm run docs:replies`: writes docs/replies.zh-CN.md anew. */

import { writeFileSync } from 'node:fs'
import { playExamples } from './examples.ts'
import { repliesPage } from './replies-page.ts'

const REPLIES_PAGE = new URL('../../docs/replies.zh-CN.md', import.meta.url)

writeFileSync(REPLIES_PAGE, repliesPage(await playExamples()))
