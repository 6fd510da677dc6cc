import { type PendingCall, pendingText } from '../call/pending-call.ts'
import { bad, type Diagnosis } from './diagnosis.ts'

/** Calls that are not open: they claim no mail until a person has confirmed what their files ask. */
export const diagnosePending = (pending: readonly PendingCall[]): readonly Diagnosis[] =>
  pending.map(one =>
    bad(
      `call ${one.id}`,
      pendingText(one),
      `write the answer into ${one.file} in place of null; the comment behind it has the notice's sentence and what it may mean`,
    ),
  )
