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

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
