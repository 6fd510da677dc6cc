import type { Config } from '../config/config.ts'
import type { Call } from '../core/call/call.ts'
import { UsageError } from '../errors.ts'

/** The call of that id. Throws UsageError, naming those that there are. */
export function checkCall(id: string, { calls }: Config): Call {
  const call = calls.find(one => one.id === id)
  if (call === undefined)
    throw new UsageError(`there is no call ${id}: the configuration has ${calls.map(one => one.id).join(', ')}`)
  return call
}
