/**
 * Counts the mailbox in a process of its own, so that the memory it takes shows.
 *
 *   node bench/counting.ts, the configuration in the environment
 */
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/config/load.ts'
import { createLog } from '../src/log.ts'

const config = loadConfig(process.env.SHENBAO_CONFIG ?? '', process.env)
const app = createApp(config, { clock: () => new Date(), log: createLog('silent') })
const peak = () => process.resourceUsage().maxRSS / 1024

// Login, and what is loaded when it is first needed.
await app.sweep()
const [before, cpu, begun] = [peak(), process.cpuUsage(), performance.now()]
const counted = await app.reconcile()
const [milliseconds, { user, system }] = [performance.now() - begun, process.cpuUsage(cpu)]
process.stdout.write(
  JSON.stringify({
    ...{ milliseconds, cpu: (user + system) / 1000, megabytes: peak() - before },
    onServer: counted.reduce((sum, { onServer }) => sum + onServer, 0),
    unaccounted: counted.flatMap(({ unaccounted }) => unaccounted).length,
  }),
)
await app.close()
