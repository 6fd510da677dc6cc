import { fileURLToPath } from 'node:url'
import { loadConfig } from '../../src/config/load.ts'
import type { Call } from '../../src/core/call/call.ts'

/** The folder with the configuration that the service ships with. */
export const SHIPPED_CONFIG = fileURLToPath(new URL('../../config', import.meta.url))

/** The call that the service ships with: 2024-model-branch, with its invented roster. */
export const shippedCall: Call = (() => {
  const [call] = loadConfig(SHIPPED_CONFIG, {}).calls
  if (call === undefined) throw new Error('config/calls has no call')
  return call
})()
