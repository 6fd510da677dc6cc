import { type Amendment, overruled } from '../call/amendment.ts'
import { amendmentLine, amendmentText } from '../call/amendment-text.ts'
import type { Call } from '../call/call.ts'
import { bad, type Diagnosis, good } from './diagnosis.ts'

/** What was amended of each call, and where its file says otherwise by now. `calls`: as their files say. */
export const diagnoseAmendments = (
  calls: readonly Call[],
  amendments: readonly Amendment[],
  timezone: string,
): readonly Diagnosis[] => calls.flatMap(call => diagnoseCall(call, amendments, timezone))

function diagnoseCall(call: Call, amendments: readonly Amendment[], timezone: string): readonly Diagnosis[] {
  const own = amendments.filter(one => one.call === call.id)
  return [
    ...own.map(one => good(aboutOf(one), amendmentLine(one, timezone))),
    ...overruled(call, own).map(({ amendment, says }) =>
      bad(
        aboutOf(amendment),
        `the call’s file was changed since and says «${says}», which is not applied: ${amendmentText(amendment, timezone)}`,
        'put the file back, or amend the call once more (shenbao amend)',
      ),
    ),
  ]
}

const aboutOf = ({ call, id }: Amendment): string => `call ${call}: amendment ${id}`
