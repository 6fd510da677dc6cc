import { applicantField } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import type { Decision, Outcome } from '../../judge/decision.ts'
import { OUTCOME_NAMES } from '../../judge/outcome-names.ts'
import { problemTitle } from '../../judge/problem-text.ts'
import { ruleTokens } from '../../naming/template.ts'
import { TRIAL_NAMES, type TrialKind } from './trial-mails.ts'

/** What a mail of the call's own must come to; `by`: the problem that it must come to that for. */
type Due = { readonly outcomes: readonly Outcome[]; readonly by?: RegExp }

const ACCEPTED: Due = { outcomes: ['accepted'] }

const DUE: Readonly<Record<TrialKind, Due>> = {
  ...{ right: ACCEPTED, several: ACCEPTED, completing: ACCEPTED },
  misnamed: { outcomes: ['returned', 'held'], by: /^(?:subject|file|branch)\./ },
  incomplete: { outcomes: ['returned'], by: /^form\.field-missing$/ },
  lacking: { outcomes: ['returned', 'held'], by: /^deliverable\.missing$/ },
  blank: { outcomes: ['returned'], by: /^form\.blank$/ },
  late: { outcomes: ['rejected'], by: /^deadline\.missed$/ },
}

type Tried = { readonly kind: TrialKind; readonly decisions: readonly Decision[] }

/** Where neither subject nor archive tells the applicants apart, what comes in a new mail without the form waits for a person. */
const dueOf = (kind: TrialKind, call: Call): Due =>
  kind === 'completing' && !tellsApart(call) ? { outcomes: ['accepted', 'held'] } : DUE[kind]

/** A name beside a 学号 that it is told apart by may be two people's. */
const tellsApart = ({ applicant, form, naming: { subject, archive } }: Call): boolean =>
  [subject, archive].some(rule =>
    ruleTokens(rule).some(token => [applicant.key, applicantField(applicant, form.fields)].includes(token)),
  )

/** Of each mail that did not come to what it must, what it came to instead. */
export const failedRows = (tried: readonly Tried[], call: Call): readonly string[] =>
  tried.flatMap(({ kind, decisions }) => {
    const due = dueOf(kind, call)
    const failed = decisions.find(decision => !isDue(decision, due))
    if (failed === undefined) return []
    const must = due.outcomes.map(outcome => OUTCOME_NAMES[outcome]).join('或')
    const why = failed.problems.map(problem => problemTitle(problem, call.nouns)).join('、')
    const became = failed.outcome === 'ignored' ? '未认作申报' : OUTCOME_NAMES[failed.outcome]
    return [`试用邮件“${TRIAL_NAMES[kind]}”应为${must}，实为${became}${why === '' ? '' : `（${why}）`}`]
  })

const isDue = ({ outcome, problems }: Decision, { outcomes, by }: Due): boolean =>
  outcomes.includes(outcome) && (by === undefined || problems.some(({ code }) => by.test(code)))
