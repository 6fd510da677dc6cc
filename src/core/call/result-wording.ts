/** How a call tells its result: a file of `config/wording/`. Paragraphs, the first of which says where the reader stands; no reasons. */
export type ResultWording = {
  /** By what stands in the column 结果 of 汇总表. */
  readonly letters: Readonly<Record<string, readonly string[]>>
  /** 公示, to copy: `{count}` and `{names}` of the groups that it names. */
  readonly notice: { readonly groups: readonly string[]; readonly text: readonly string[] }
}

export const PLAIN_RESULTS: ResultWording = {
  letters: {
    推荐: ['经{committee}研究，{you}被列为{title}的推荐对象。', '后续安排另行通知。'],
    备选: ['经{committee}研究，{you}被列为{title}的备选推荐对象。', '后续如有调整，另行通知。'],
    不推荐: ['经{committee}研究，{you}未列入{title}的推荐对象。', '感谢对本次工作的支持。'],
  },
  notice: {
    groups: ['推荐'],
    text: [
      '关于{title}拟推荐对象的公示',
      '经{committee}研究，拟推荐以下{count}个{applicant}：{names}。',
      '公示期：____年__月__日至____年__月__日。如有异议，请在公示期内向{contact}反映。',
    ],
  },
}

const TOKEN = /\{(\w+)\}/g

/** What may stand in braces. */
const RESULT_TOKENS = [
  'title',
  'unit',
  'university',
  'applicant',
  'you',
  'form',
  'committee',
  'name',
  'number',
  'result',
  'contact',
  'count',
  'names',
] as const

export type ResultTokens = Readonly<Partial<Record<(typeof RESULT_TOKENS)[number], string>>>

/** A paragraph with its tokens filled in. */
export const filledIn = (text: string, values: ResultTokens): string =>
  text.replace(TOKEN, (whole, token: string) => (values as Readonly<Record<string, string>>)[token] ?? whole)

/** Tokens in a text that nothing is known for. */
export const unknownTokens = (text: string): readonly string[] =>
  [...text.matchAll(TOKEN)].flatMap(([, token = '']) =>
    (RESULT_TOKENS as readonly string[]).includes(token) ? [] : [token],
  )
