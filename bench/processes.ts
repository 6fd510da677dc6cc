import { readdirSync, readFileSync } from 'node:fs'

export const MiB = 1024 * 1024

/** VmRSS of a process, 0 where it is no more. */
export const residentBytes = (pid: number): number => bytesOf('VmRSS', pid)

/** The most that it held so far. */
export const peakBytes = (pid: number): number => bytesOf('VmHWM', pid)

const bytesOf = (what: 'VmRSS' | 'VmHWM', pid: number): number =>
  Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(statusOf(pid))?.[1] ?? 0) * 1024

export const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(one => Number(/^PPid:\s+(\d+)/m.exec(statusOf(one))?.[1]) === pid)

/** Milliseconds of processor time that a process took, with all the children that it had. */
export const processorTime = (pid: number): number =>
  timeOf(pid, OWN_AND_ENDED) + childrenOf(pid).reduce((sum, child) => sum + timeOf(child, OWN), 0)

/** Fields of /proc/PID/stat behind the name, proc(5): utime, stime, and cutime, cstime of the children that ended; in hundredths of a second. */
const OWN = [11, 12]
const OWN_AND_ENDED = [...OWN, 13, 14]

function timeOf(pid: number, fields: readonly number[]): number {
  const [, rest = ''] = /^.*\) (.*)$/s.exec(readOrNothing(`/proc/${pid}/stat`)) ?? []
  const values = rest.split(' ')
  return fields.reduce((sum, field) => sum + Number(values[field] ?? 0) * 10, 0)
}

/**
 * Watches what a process and its children hold together (VmRSS, what they share counted for each), until it is told to stop. To look costs 3 ms of
 * a processor, for all of /proc is gone through: beside what is timed, `every` so many milliseconds should be many.
 */
export function watchTogether(pid: number, every: number): () => number {
  let highest = 0
  const sampling = setInterval(() => {
    const all = [pid, ...childrenOf(pid)].reduce((sum, one) => sum + residentBytes(one), 0)
    highest = Math.max(highest, all)
  }, every)
  return () => {
    clearInterval(sampling)
    return highest
  }
}

const statusOf = (pid: number): string => readOrNothing(`/proc/${pid}/status`)

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
