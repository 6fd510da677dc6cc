const KIB = 1024
const MIB = KIB * KIB
const GIB = MIB * KIB

/** «31.2 KB». */
export function formatSize(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`
  if (bytes < MIB) return `${(bytes / KIB).toFixed(1)} KB`
  if (bytes < GIB) return `${(bytes / MIB).toFixed(1)} MB`
  return `${(bytes / GIB).toFixed(1)} GB`
}
