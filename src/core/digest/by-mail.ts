import { type Nouns, worded } from '../call/nouns.ts'
import type { CaseVerb } from '../desk/command.ts'
import { mailtoLink } from '../desk/mailto.ts'
import { CHOICE_MARK } from '../desk/read-line.ts'
import { DEEDS, isTold, OF_SOMEBODY, verbName } from '../desk/verbs.ts'
import type { Choice } from '../judge/choices.ts'
import { type Block, type Fact, paragraph } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import type { DeskFacts, DigestFacts, PersonCase } from './facts.ts'

/** What a choice is called in a line; of a withdrawal, a «不申报» and evidence by what else there is to choose. */
export function verbFor(choice: Choice, choices: readonly Choice[]): CaseVerb {
  if (choice === 'withdraw') return choices.includes('keep') ? 'withdraw' : 'decline'
  if (choice === 'keep') return choices.includes('withdraw') ? 'stay' : 'file'
  return choice
}

type Shown = Pick<PersonCase, 'id' | 'applicant' | 'choices' | 'entry'> & { readonly undo?: boolean }

/** What the case may come to, in one line: as links, and to type. */
export function choiceFact(
  { id, applicant, choices, entry = null, undo = false }: Shown,
  at: { readonly mailbox: string; readonly nouns: Nouns },
): Fact {
  const verbs = [...choices.map(choice => verbFor(choice, choices)), ...(undo ? (['undo'] as const) : [])]
  const links = verbs.map(verb => {
    const text = lineOf(id, verb, { applicant, entry, nouns: at.nouns })
    return { text: text.shown, href: mailtoLink(at.mailbox, `处理${id}`, text.filled) }
  })
  return { label: '处理', value: links.map(({ text }) => text).join(` ${CHOICE_MARK} `), links }
}

/** `filled`: what stands in the mail that the link opens, the fullest first. */
type Named = Pick<PersonCase, 'applicant'> & { readonly entry: string | null; readonly nouns: Nouns }

function lineOf(id: number, verb: CaseVerb, { applicant, entry, nouns }: Named) {
  const bare = `${id} ${verbName(verb)}${entry === null ? '' : ` ${clean(entry, 60)}`}`
  if (isTold(verb)) return { shown: `${bare} 理由`, filled: [`${bare} `] }
  if (!OF_SOMEBODY.includes(verb) || entry !== null) return { shown: bare, filled: [bare] }
  if (applicant === null) return { shown: `${bare} ${nouns.applicant}=全称`, filled: [`${bare} ${nouns.applicant}=`] }
  return { shown: bare, filled: verb === 'accept' ? [`${bare} ${clean(applicant.shown, 60)}`, bare] : [bare] }
}

/** A question that somebody answered. */
export function answeredFact(id: number, mailbox: string): Fact {
  const text = `${id} ${verbName('answered')}`
  return { label: '处理', value: text, links: [{ text, href: mailtoLink(mailbox, `处理${id}`, [text]) }] }
}

/** A verb as a line, for whoever decides by mail; else as the command's word. */
export const asLine =
  (id: number) =>
  (verb: CaseVerb | 'roster', without?: 'form'): string =>
    verb === 'roster'
      ? '先回复“名册 增加 全称,类型”补入名册，确认后再受理'
      : `回复“${id} ${verbName(verb)}${without === undefined ? '' : ' 无{form} 理由'}”`
export const asCommand = (verb: CaseVerb | 'roster', without?: 'form'): string =>
  verb === 'roster' ? '由管理员补入名册' : `登记${DEEDS[verb]}${without === undefined ? '' : ' --without-form'}`

const HOW =
  '直接回复的，请保留主题末尾的口令，在最上面一行写一件，如“17 受理”“22 退回 请补第六部分”（数字换成该件的邮件编号）。办理结果随即发回给您。退回、不予受理的理由会原样告知{applicant}；办结不另行答复；登记有误的，回复结果邮件写“17 撤销上一决定”。直接从邮箱回信或致电{applicant}的，办结后也请登记，否则仍列入日报。'

const SUPPLEMENTS =
  '截止后补发的邮件，系统一律答复超过截止时间、不予受理；经研究同意补正的，请事先告知{applicant}，并对补发的那一件回复邮件编号和“受理”，如“31 受理”。'

const CODE =
  '主题末尾的口令14日内有效，只供您本人使用，请勿转发本邮件。回复“帮助”，可查看延期、名册、排除、核实等全部写法。'

/** In front of the cases; what there is more to say stands behind them. */
export const IN_SHORT =
  '点各件“处理”中的一项，将打开的邮件发出即可办理；也可直接回复本邮件，把其中一项写在最上面。有“理由”二字的，须换成具体理由。'

/** How to decide by mail; `isLate`: something came after its deadline. */
export const howByMail = (isLate: boolean, nouns: Nouns): readonly Block[] =>
  [HOW, ...(isLate ? [SUPPLEMENTS] : [])].map(how => paragraph(worded(how, nouns)))

/** What to know of the code, and of mail that wanted to decide and could not. */
export function aboutCode({ desk }: Pick<DigestFacts, 'desk'>): readonly Block[] {
  if (desk === undefined) return []
  const { refused } = desk
  const from =
    refused.addresses.length === 0
      ? ''
      : `（${refused.addresses.join('、')}${refused.count > refused.addresses.length ? '等' : ''}）`
  return [
    paragraph(CODE),
    ...(refused.count === 0
      ? []
      : [paragraph(`另有${refused.count}封来信试图登记而未予办理${from}：口令无效，或发件人不在名单、未通过验证。`)]),
  ]
}

const ADDRESSES_SHOWN = 5

/** How many mails wanted to decide and could not, and from where, latest first. */
export const refusedFacts = (addresses: readonly string[]): DeskFacts['refused'] => ({
  count: addresses.length,
  addresses: [...new Set(addresses.map(address => quote(address, 40)))].slice(0, ADDRESSES_SHOWN),
})
