import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { displayWidth } from '../../src/core/text/text-width.ts'
import { type Example, playExamples } from './examples.ts'
import { repliesPage } from './replies-page.ts'

const PAGE = new URL('../../docs/replies.zh-CN.md', import.meta.url)

const words = (text: string): string => text.replace(/[\s：【】]+/g, '')
const shown = (html: string): string =>
  words(html.replace(/<title>.*?<\/title>|<[^>]*>/g, ''))
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
const saysTheSame = ({ mail }: Example): boolean =>
  mail.text
    .split('\n')
    .filter(line => /^[^\s─]/.test(line) && !line.startsWith('-- '))
    .every(line => shown(mail.html).includes(words(line.replace(/^- /, ''))))

it('docs/replies.zh-CN.md shows the replies as the service sends them (else: npm run docs:replies)', async () => {
  const examples = await playExamples()
  expect(readFileSync(PAGE, 'utf8')).toBe(repliesPage(examples))
  expect(examples.filter(one => !saysTheSame(one)).map(({ title }) => title)).toEqual([])
  const wide = examples.flatMap(({ mail }) => mail.text.split('\n')).filter(line => displayWidth(line) > 72)
  expect(wide.filter(line => !/^ *\S+$/.test(line))).toEqual([])
  // The owner of what a stranger's mail ended has no thread of that mail.
  const apart = examples.filter(({ mail }) => !/^<.+>$/.test(mail.inReplyTo ?? ''))
  expect(apart.map(({ title }) => title)).toEqual(['撤回申请已确认'])
  for (const { mail } of examples) {
    const isApart = apart.some(one => one.mail === mail)
    expect(mail.header('auto-submitted')).toBe(isApart ? 'auto-generated' : 'auto-replied')
    expect(mail.header('x-shenbao')).toBe('1')
  }
}, 180_000)
