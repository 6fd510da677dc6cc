import { type Measurement, median, type Row, seconds } from './measurement.ts'
import { timeOf } from './process-time.ts'
import { type Mailbox, seededMailboxes } from './seeded.ts'

const TARGET = 250
const CASES = [['--help'], ['health']] as const

/** What a person, and the container's HEALTHCHECK every minute, waits for; with the database of ten years. */
export const measureStartup: Measurement = async runs => {
  const { many } = await seededMailboxes()
  const rows: Row[] = []
  for (const args of CASES) rows.push(await startupOf(args, many, runs))
  return rows
}

async function startupOf(args: readonly string[], { variables, submissions }: Mailbox, runs: number): Promise<Row> {
  await timeOf(args, variables)
  const times: number[] = []
  for (let run = 0; run < 3 * runs; run++) times.push(await timeOf(args, variables))
  return {
    what: `shenbao ${args.join(' ')}, process start to end, compile cache warm, ${submissions} submissions stored`,
    target: `≤ ${seconds(TARGET)}`,
    measured: seconds(median(times)),
    met: median(times) <= TARGET,
  }
}
