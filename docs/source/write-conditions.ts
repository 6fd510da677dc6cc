import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '../../src/config/load.ts'
import { conditionsPage } from '../../src/core/eligibility/conditions-page.ts'

/** `npm run docs:conditions`: writes docs/conditions.md from the checks and the shipped call. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const [call] = loadConfig(at('../../config'), {}).calls
if (call === undefined) throw new Error('config/calls has no call')
writeFileSync(at('../conditions.md'), conditionsPage(call))
