import type { KnownMail, SettledLine } from '../core/desk/known-mail.ts'
import type { LineResult } from '../core/desk/line-result.ts'
import type { CarryOutNeeds } from './desk-needs.ts'
import type { Around } from './within.ts'

/** `confirmedBy`: the mail that confirms it; null: it is looked at for the first time. */
export type At = {
  readonly mail: KnownMail
  readonly line: number
  readonly said: string
  readonly confirmedBy: number | null
}

export const EXPIRED = '口令已失效，未予办理：请用本邮件的新口令重新写'

/** The case that a line is about, and the entry of it, where it is known which. */
type About = Pick<LineResult, 'case' | 'entry'>

export function put(
  state: SettledLine['state'],
  texts: readonly string[],
  at: At,
  needs: CarryOutNeeds,
  about: About | null = null,
): void {
  const { mail, line, said, confirmedBy } = at
  const result = { said, texts, case: null, ...about }
  needs.mails.settle({ mail: mail.id, line, state, result }, confirmedBy, needs.clock())
}

/** Done at once where it is proven whose mail it is, or confirmed; else shown first. */
export const isSure = ({ mail, confirmedBy }: At): boolean => mail.proof === 'proven' || confirmedBy !== null

export const whoIs = ({ mail }: At, { members }: CarryOutNeeds): string =>
  members.find(({ address }) => address === mail.address)?.name ?? mail.address

/** `call`: named in front of what is said. */
export type Doing = {
  readonly sure: boolean
  readonly before: () => void
  readonly about: About | null
  readonly call: readonly string[]
}

/** Done, with the note of it in the same transaction; or rehearsed, and shown what would come of it. */
export async function doOrShow(
  { sure, before, about, call }: Doing,
  at: At,
  needs: CarryOutNeeds,
  work: (around: Around<readonly string[]>) => Promise<void>,
): Promise<void> {
  if (sure)
    return work({ before, after: texts => put('done', [...call, ...texts], at, needs, about), rehearsal: false })
  let shown: readonly string[] = []
  await work({
    before,
    after: texts => {
      shown = [...call, ...texts]
    },
    rehearsal: true,
  })
  put('shown', shown, at, needs, about)
}
