import { readdirSync, readFileSync } from 'node:fs'

export const MiB = 1024 * 1024

/** VmRSS of a process, 0 where it is no more. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(statusOf(pid))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

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
