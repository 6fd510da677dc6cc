import { expect, test } from 'vitest'
import { readHead } from '../../../src/core/notice/head.ts'
import { noticeOf } from '../../../src/core/notice/notice.ts'
import { paragraphs } from '../../support/blocks.ts'

const headOf = (text: string) => readHead(noticeOf({ blocks: paragraphs(text) }), '2026-01-01')

test('the notice’s own title counts, not what the page calls it', () => {
  const head = headOf(`通知 | 2025年度党建研究课题开始申报啦！
关于申报2025年度党建研究课题的通知
各二级党委：
现将有关事项通知如下。
党建研究会（代章）
2025年4月2日`)
  expect([head.title?.value, head.unit?.value]).toEqual(['2025年度党建研究课题', '党建研究会'])
})

test('what a further notice adds is no part of what is applied for', () => {
  const head = headOf(
    '关于评选2024-2025学年优秀班集体的补充说明及材料报送通知\n各班级：\n学生工作办公室\n2025年11月5日',
  )
  expect(head.title?.value).toBe('2024-2025学年优秀班集体')
})
