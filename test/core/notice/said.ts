import { type Notice, noticeOf } from '../../../src/core/notice/notice.ts'

/** A notice of these lines. */
export const noticeSaying = (...lines: string[]): Notice =>
  noticeOf({ blocks: lines.map(text => ({ kind: 'paragraph' as const, text })) })
