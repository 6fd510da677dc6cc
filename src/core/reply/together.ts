import { applicantOf } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import { type Block, type Letter, paragraph } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import type { ReplyInput, ReplyKind } from './reply.ts'

/** What one entry of a message is answered with, before it becomes a mail. */
export type Draft = { readonly input: ReplyInput; readonly kind: ReplyKind; readonly letter: Letter }

type Drafts = readonly [Draft, ...Draft[]]

/** The weightiest first: what the reader has to do, then what is open. */
const WEIGHT: readonly ReplyKind[] = ['correction', 'returned', 'held', 'rejected', 'withdrawal', 'receipt', 'noted']

/** The kind of a letter that tells of several entries. */
export const weightiest = (drafts: Drafts): ReplyKind =>
  WEIGHT.find(kind => drafts.some(one => one.kind === kind)) ?? drafts[0].kind

/** One letter with a paragraph for each entry; who may be told no more than that it came learns no more here. */
export function together(drafts: Drafts): Letter {
  const [first, ...others] = drafts
  if (others.every(({ letter }) => JSON.stringify(letter) === JSON.stringify(first.letter))) return first.letter
  const close = closing(drafts)
  return {
    tone:
      drafts.find(({ letter }) => letter.tone === 'act')?.letter.tone ??
      (isAlike(drafts) ? first.letter.tone : 'plain'),
    greeting: '您好！',
    lead: `来信涉及${drafts.length}项申报，分别答复如下。`,
    blocks: [...drafts.flatMap((draft, index) => part(draft, { index, drafts, close })), ...close],
    signature: first.letter.signature,
  }
}

const isAlike = (drafts: Drafts): boolean => drafts.every(({ letter }) => letter.tone === drafts[0].letter.tone)

/** The sentence with which every one of the letters ends is said once. */
function closing(drafts: Drafts): readonly Block[] {
  const last = drafts[0].letter.blocks.at(-1)
  const text = JSON.stringify(last)
  return last !== undefined && drafts.every(({ letter }) => JSON.stringify(letter.blocks.at(-1)) === text) ? [last] : []
}

type Among = { readonly index: number; readonly drafts: Drafts; readonly close: readonly Block[] }

const part = ({ input, letter }: Draft, { index, drafts, close }: Among): readonly Block[] => [
  { kind: 'part', text: `${index + 1}. ${titleOf(input, drafts)}` },
  paragraph(letter.lead),
  ...letter.blocks.slice(0, letter.blocks.length - close.length),
]

/** «教工第一党支部：受理», with the call where there are several; of what is only confirmed to have come nothing. */
function titleOf({ decision, call }: ReplyInput, drafts: Drafts): string {
  if (decision.answer === 'neutral') return '其他来件'
  const isOneCall = drafts.every(({ input }) => input.call?.id === call?.id)
  const title = isOneCall || call === null ? '' : `《${clean(call.title, 80)}》`
  const who = quote(applicantOf(decision)?.shown ?? '') || '申报材料'
  return `${title}${who}：${OUTCOME_NAMES[decision.outcome]}`
}
