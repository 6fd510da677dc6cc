import type { CallTrial } from '../app.ts'
import { type TriedMail, triedRows } from '../core/notice/trial/tried-mail.ts'
import { clean } from '../core/text/quote.ts'
import { textTable } from '../core/text/table.ts'
import { displayWidth, padTo, wrap } from '../core/text/text-width.ts'

const WIDEST = 36

/** A letter's lines are no wider, with the mark before them. */
const LETTER = 82
const APART = '    '

/** The mails of a trial as they are shown. */
export const triedMails = ({ tried, nouns }: CallTrial): readonly TriedMail[] =>
  tried.map(({ name, judged: { decisions, message, reply } }) => ({
    name,
    subject: clean(message.subject ?? ''),
    rows: triedRows(decisions, nouns),
    letter: reply === null ? null : { subject: reply.subject, text: reply.text },
  }))

/** What `shenbao call check` prints: the mails side by side, the letters, as many beside each other as `width` takes, what could go wrong. */
export function trialText(trial: CallTrial, width: number): string {
  const head = ['试用邮件', '主题', '附件', '申报人', '认定', '问题', '条件']
  const mails = triedMails(trial)
  const rows = mails.flatMap(({ name, subject, rows: own }) =>
    own.map(({ files, applicant, outcome, problems, checks }) => [
      ...[name, subject, files, applicant, outcome, problems, checks],
    ]),
  )
  const { cautions } = trial
  return [
    textTable(head, rows, WIDEST),
    ...besideEachOther(
      mails.map(letterLines),
      Math.max(1, Math.floor((width + APART.length) / (LETTER + APART.length))),
    ),
    '\n需要留意：\n',
    ...(cautions.length === 0 ? ['  没有发现问题\n'] : cautions.map((caution, at) => `  ${at + 1}. ${caution}\n`)),
  ].join('')
}

const letterLines = ({ name, letter }: TriedMail): readonly string[] => {
  if (letter === null) return [`【${name}】不答复`]
  const text = letter.text
    .split('\n')
    .flatMap(line => (displayWidth(line) > LETTER - 4 ? wrap(line, LETTER - 4) : [line]))
  return [...wrap(`【${name}】${letter.subject}`, LETTER), ...text.map(line => `  | ${line}`.trimEnd())]
}

/** Columns of letters, `many` in a row. */
function besideEachOther(letters: readonly (readonly string[])[], many: number): readonly string[] {
  const groups = Array.from({ length: Math.ceil(letters.length / many) }, (_, at) =>
    letters.slice(at * many, (at + 1) * many),
  )
  return groups.map(group => {
    const height = Math.max(...group.map(({ length }) => length))
    const lines = Array.from({ length: height }, (_, at) =>
      group
        .map(letter => padTo(letter[at] ?? '', LETTER))
        .join(APART)
        .trimEnd(),
    )
    return `\n${lines.join('\n')}\n`
  })
}
