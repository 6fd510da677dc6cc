import type { Call } from '../call/call.ts'
import { clean } from '../text/quote.ts'
import { formatSize } from '../text/size.ts'
import { PAPER_NAMES, type PaperFile, type PaperKind } from './paper-file.ts'

/** `count`: of those who stand. */
type Given = { readonly kind: PaperKind; readonly call: Call; readonly count: number; readonly at: Date }

/** What would be sent, and where to. */
export const toGiveTexts = (
  { kind, call, count }: Given,
  applicant: string | null,
  address: string,
): readonly string[] => [
  `确认后，把${applicant === null ? `${PAPER_NAMES[kind]}（${count}个${call.nouns.applicant}）` : `${clean(applicant, 80)}的材料`}发到${clean(address, 80)}`,
]

/** What the answer bears, and what to do with it. */
export const givenTexts = (given: Given, file: PaperFile): readonly string[] => {
  const { kind, call, count, at } = given
  const whole = kind === 'file' ? '' : `，${count}个${call.nouns.applicant}`
  return [
    `见附件“${clean(file.name, 120)}”（${formatSize(file.bytes.length)}${whole}）`,
    ...(kind !== 'file' && call.deadline > at ? ['截止前形成，此后的来件不在其中'] : []),
    ...(kind === 'summary' ? [HOW] : []),
    '含个人信息，请妥善保管，勿转发',
  ]
}

const HOW =
  '评审后在“结果”一栏填写结果，再回复本邮件（保留主题末尾的口令），附上填好的汇总表，写“结果 推荐”：先列出将发出的通知，确认后发出；一行一组'
