import { describe, expect, it } from 'vitest'
import { readAuthentication } from '../../src/core/authentication.ts'

const header = (value: string) => ({ name: 'authentication-results', value })
const read = (...values: string[]) => readAuthentication(values.map(header), 'mail.dlut.edu.cn', 'zs@dlut.edu.cn')

describe('what our server says of the sender', () => {
  it.each([
    ['nothing', [], 'none'],
    ['only a forgery says something', ['evil.example; dmarc=fail'], 'none'],
    ['dmarc fails', ['mail.dlut.edu.cn; dmarc=fail (p=none) header.from=dlut.edu.cn'], 'failed'],
    [
      'spf and dkim both fail',
      ['mail.dlut.edu.cn 1; spf=fail smtp.mailfrom=dlut.edu.cn; dkim=fail header.d=dlut.edu.cn'],
      'failed',
    ],
    ['softfail is no failure', ['mail.dlut.edu.cn; spf=softfail smtp.mailfrom=zs@dlut.edu.cn; dkim=fail'], 'unaligned'],
    ['spf passes for From’s domain', ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=zs@dlut.edu.cn'], 'aligned'],
    [
      'dkim passes for a domain within',
      ['mail.dlut.edu.cn; spf=none; dkim=pass (2048-bit) header.d=mail.dlut.edu.cn header.s=x'],
      'aligned',
    ],
    [
      'a pass for somebody else',
      ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=x@evil.example; dkim=pass header.d=notdlut.edu.cn'],
      'unaligned',
    ],
    [
      'words in a comment count for nothing',
      ['mail.dlut.edu.cn (dmarc=fail; (spf=fail)); spf=pass smtp.mailfrom=dlut.edu.cn'],
      'aligned',
    ],
    ['the topmost one of ours counts', ['mail.dlut.edu.cn; dmarc=pass', 'mail.dlut.edu.cn; dmarc=fail'], 'aligned'],
    ['none', ['mail.dlut.edu.cn; none'], 'unaligned'],
  ])('%s', (_, values, verdict) => expect(read(...values)).toBe(verdict))
})
