import { applicantField, BRANCH } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { hasNoForm, labelOf } from '../form/description.ts'
import { againstExamples } from '../naming/against-examples.ts'
import { timeIn } from '../text/time.ts'
import { diagnoseNames } from './diagnose-names.ts'
import { bad, type Diagnosis, good } from './diagnosis.ts'

type Moment = { readonly now: Date; readonly timezone: string }
type Settings = Moment & { readonly replies: 'hold' | 'live' }

const DAY = 86_400_000

/** The calls against the clock: what an operator who confirmed them would want to read once more. */
export function diagnoseCalls(calls: readonly Call[], settings: Settings): readonly Diagnosis[] {
  return [
    diagnoseClock(settings),
    ...calls.flatMap(call => diagnoseCall(call, settings)),
    ...diagnoseNames(calls, settings.now),
    diagnoseReplies(settings),
  ]
}

const diagnoseClock = ({ now, timezone }: Moment): Diagnosis =>
  good('clock', `it is ${timeIn(now, timezone, 'second')} in ${timezone}: compare it with a watch`)

function diagnoseCall(call: Call, { now, timezone, replies }: Settings): readonly Diagnosis[] {
  const about = `call ${call.id}`
  const left = call.deadline.getTime() - now.getTime()
  const when = `deadline ${timeIn(call.deadline, timezone)} (${timezone})`
  const open =
    left >= 0
      ? good(about, `${when}, ${Math.floor(left / DAY)} days from now`)
      : good(about, `${when} has passed: what arrives now is late`)
  return [
    open,
    ...templateOf(call),
    ...(call.example ? [exampleRoster(about, replies)] : rosterOf(call)),
    ...againstExamples(call).map(why => bad(`${about}: naming`, why, 'compare naming with the notice')),
  ]
}

/** Nothing of a call that asks for no form. */
function templateOf({ id, form }: Call): readonly Diagnosis[] {
  const about = `call ${id}`
  if (hasNoForm(form)) return []
  return [form.template.example ? exampleTemplate(about) : good(`${about}: template`, form.template.file)]
}

/** Of a call without a roster: by which field of the form those who apply are told apart. */
function rosterOf({ id, applicant, form, roster }: Call): readonly Diagnosis[] {
  const about = `call ${id}`
  const field = applicantField(applicant, form.fields)
  if (!applicant.inRoster)
    return [good(`${about}: applicants`, `no roster: whoever the form or the name says, by «${labelOf(form, field)}»`)]
  const excluded = roster.filter(one => one.excluded !== null).length
  const rows = applicant.key === BRANCH ? 'branches' : 'applicants'
  const { notRead = [] } = applicant
  const passedOver = notRead.length === 0 ? '' : `; columns not read: ${notRead.join(', ')}`
  const said = `${roster.length} ${rows}, from ${roster[0]?.name} to ${roster.at(-1)?.name}, ${excluded} of them excluded`
  return [good(`${about}: roster`, said + passedOver)]
}

const exampleRoster = (about: string, replies: Settings['replies']): Diagnosis =>
  bad(
    `${about}: roster`,
    `its roster is the invented example, and replies are ${replies}`,
    'replace the roster by your own and take «example: true» out of the call',
  )

const exampleTemplate = (about: string): Diagnosis =>
  bad(
    `${about}: template`,
    'the blank form is the invented example: it is sent to nobody, and alone makes no field empty',
    'put the blank form that the notice hands out into forms/, name it in the form’s file and take «example: true» out there',
  )

const diagnoseReplies = ({ replies }: Settings): Diagnosis =>
  replies === 'live'
    ? good('replies', 'live: what is composed is sent')
    : good(
        'replies',
        'hold: composed and recorded, not sent; set «replies: live» when what list and show tell is right',
      )
