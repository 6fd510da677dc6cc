import { endOfStem } from './decorations.ts'

/** `archive`: the one that the form came in, where the call has a rule for it. */
export type NameKind = 'subject' | 'file' | 'archive'

type Deviation = {
  readonly received: string
  readonly kind: NameKind
  /** Tidied text in front of and behind what the template asks for. */
  readonly front: string
  readonly tail: string
  readonly via: 'name' | 'alias' | null
}

const EXTENSION = /\.[a-z0-9]{1,5}$/i
const DOUBLED = /(?:\.(?:docx?|wps|pdf|zip)){2,}$/i

const PHRASES: readonly {
  readonly phrase: string
  readonly applies: (seen: Deviation & { readonly ending: string }) => boolean
}[] = [
  { phrase: '含多余空格', applies: ({ received }) => /\s/.test(received) },
  { phrase: '名称前有附加文字', applies: ({ front }) => front !== '' },
  { phrase: '党支部后有附加文字', applies: ({ tail }) => endOfStem(tail) > 0 },
  { phrase: '使用了支部简称', applies: ({ via }) => via === 'alias' },
  { phrase: '带有扩展名', applies: ({ ending, kind }) => kind === 'subject' && EXTENSION.test(ending) },
  { phrase: '缺扩展名', applies: ({ ending, kind }) => kind !== 'subject' && !EXTENSION.test(ending) },
  { phrase: '扩展名重复', applies: ({ ending, kind }) => kind !== 'subject' && DOUBLED.test(ending) },
]

const NAMES: Readonly<Record<NameKind, string>> = { subject: '邮件主题', file: '文件名', archive: '压缩包名' }

/** As much of a name as two extensions take; more of it is no business of theirs. */
const LONGEST_ENDING = 20

/** One sentence for a receipt: the name was taken although it is not written exactly as asked. */
export const remarkOn = (seen: Deviation): string => {
  const what = NAMES[seen.kind]
  const ending = seen.received.slice(-LONGEST_ENDING)
  const phrases = PHRASES.filter(({ applies }) => applies({ ...seen, ending })).map(({ phrase }) => phrase)
  const detail = phrases.length > 0 ? `（${phrases.join('、')}）` : ''
  return `${what}书写与规定略有出入${detail}，已按规定名称登记。`
}

export const DESTROYED: Readonly<Record<NameKind, string>> = {
  subject: '邮件主题在传输中损坏，未按命名问题处理。',
  file: '文件名在传输中损坏或缺失，未按命名问题处理。',
  archive: '压缩包名在传输中损坏或缺失，未按命名问题处理。',
}
