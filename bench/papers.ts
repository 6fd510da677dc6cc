import { papersSeason } from '../test/support/papers-season.ts'
import { type Measurement, median, seconds } from './measurement.ts'

const [BRANCHES, PHOTOS] = [60, 200]
const LONGEST = 30_000

/** The meeting's papers of many, with an archive for each. */
export const measurePapers: Measurement = async runs => {
  const service = await papersSeason(BRANCHES, PHOTOS)
  try {
    const found: { wall: number; processor: number }[] = []
    for (let run = 0; run < runs; run++) {
      const [begun, before] = [performance.now(), process.cpuUsage()]
      const [call] = service.app().calls()
      if (call === undefined) throw new Error('no call')
      const packing = service.app().packing(call)
      const { papers } = await packing.papers()
      if (papers.standing.length !== BRANCHES) throw new Error(`${papers.standing.length} stand`)
      for (const one of papers.standing) await packing.caseFile(one, papers)
      const { user, system } = process.cpuUsage(before)
      found.push({ wall: performance.now() - begun, processor: (user + system) / 1000 })
    }
    const wall = median(found.map(one => one.wall))
    const processor = median(found.map(one => one.processor))
    return [
      {
        what: `评审材料, 汇总表 and archives of ${BRANCHES} applicants with ${PHOTOS} files of evidence`,
        target: `≤ ${seconds(LONGEST)}`,
        measured: `${seconds(wall)} (${seconds(processor)} of processor)`,
        met: wall <= LONGEST,
      },
    ]
  } finally {
    await service.stop()
  }
}
