import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provesAddress, readAuthentication } from '../../../src/core/message/authentication.ts'

const header = (value: string) => ({ name: 'authentication-results', value })
const ID = 'mail.dlut.edu.cn'
const read = (...values: string[]) => readAuthentication(values.map(header), ID, 'zs@dlut.edu.cn')

describe('what our server says of the sender', () => {
  it.each([
    ['nothing', [], 'none'],
    ['only a forgery says something', ['evil.example; dmarc=fail'], 'none'],
    ['an id that only begins like ours', ['mail.dlut.edu.cn.evil.example; dmarc=pass'], 'none'],
    ['an id that only ends like ours', ['xmail.dlut.edu.cn; dmarc=pass'], 'none'],
    ['our id in a comment', ['(mail.dlut.edu.cn) evil.example; dmarc=pass'], 'none'],
    ['dmarc fails', ['mail.dlut.edu.cn; dmarc=fail (p=none) header.from=dlut.edu.cn'], 'failed'],
    [
      'spf and dkim both fail',
      ['mail.dlut.edu.cn 1; spf=fail smtp.mailfrom=dlut.edu.cn; dkim=fail header.d=dlut.edu.cn'],
      'failed',
    ],
    ['hardfail is what old servers call it', ['mail.dlut.edu.cn; spf=hardfail; dkim=fail'], 'failed'],
    ['softfail is no failure', ['mail.dlut.edu.cn; spf=softfail smtp.mailfrom=zs@dlut.edu.cn; dkim=fail'], 'unaligned'],
    [
      'spf alone fails, as for forwarded mail',
      ['mail.dlut.edu.cn; spf=fail smtp.mailfrom=list@x.example'],
      'unaligned',
    ],
    ['permerror is no failure', ['mail.dlut.edu.cn; spf=permerror; dkim=permerror'], 'unaligned'],
    [
      'a second signature passes',
      ['mail.dlut.edu.cn; spf=fail; dkim=fail header.d=x.example; dkim=pass header.d=dlut.edu.cn'],
      'aligned',
    ],
    ['spf passes for From’s domain', ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=zs@dlut.edu.cn'], 'aligned'],
    ['spf passes for a bare domain', ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=dlut.edu.cn'], 'aligned'],
    [
      'the envelope sender stands in angle brackets',
      ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=<zs@dlut.edu.cn>'],
      'aligned',
    ],
    ['spf passes for the greeting alone', ['mail.dlut.edu.cn; spf=pass smtp.helo=dlut.edu.cn'], 'unaligned'],
    [
      'dkim passes for a domain within',
      ['mail.dlut.edu.cn; spf=none; dkim=pass (2048-bit) header.d=mail.dlut.edu.cn header.s=x'],
      'aligned',
    ],
    ['dkim names the user only', ['mail.dlut.edu.cn; dkim=pass header.i=@dlut.edu.cn'], 'unaligned'],
    [
      'a pass for somebody else',
      ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=x@evil.example; dkim=pass header.d=notdlut.edu.cn'],
      'unaligned',
    ],
    ['a pass for the top level', ['mail.dlut.edu.cn; dkim=pass header.d=cn'], 'unaligned'],
    ['dmarc passes for another From', ['mail.dlut.edu.cn; dmarc=pass header.from=evil.example'], 'unaligned'],
    [
      'words in a comment count for nothing',
      ['mail.dlut.edu.cn (dmarc=fail; (spf=fail)); spf=pass smtp.mailfrom=dlut.edu.cn'],
      'aligned',
    ],
    [
      'words in a quoted reason count for nothing',
      ['mail.dlut.edu.cn; dkim=neutral reason="x; spf=pass smtp.mailfrom=zs@dlut.edu.cn"'],
      'unaligned',
    ],
    [
      'a property in a quoted reason counts for nothing',
      ['mail.dlut.edu.cn; dkim=pass reason="header.d=dlut.edu.cn" header.d=evil.example'],
      'unaligned',
    ],
    [
      'a bracket in quotes opens no comment',
      ['mail.dlut.edu.cn; spf=pass smtp.mailfrom="(x"@evil.example; dmarc=fail'],
      'failed',
    ],
    [
      'a pass that a sender’s bracket may have put there',
      ['mail.dlut.edu.cn; spf=fail (domain of "(;dmarc=pass header.from=dlut.edu.cn"@evil.example)'],
      'unaligned',
    ],
    [
      'a pass behind a bracket of the server’s own, which proves nothing and still makes up for a failure',
      ['mail.dlut.edu.cn; spf=fail (see; dkim=fail header.d=x.example; dkim=pass header.d=dlut.edu.cn'],
      'unaligned',
    ],
    ['brackets upon brackets', [`mail.dlut.edu.cn; spf=pass smtp.mailfrom=${'('.repeat(7000)}; dmarc=fail`], 'failed'],
    [
      'a bracket that is never closed hides nothing',
      ['mail.dlut.edu.cn; spf=pass smtp.mailfrom=(x@evil.example; dmarc=fail'],
      'failed',
    ],
    ['a quote that is never closed hides nothing', ['mail.dlut.edu.cn; spf=none reason="x; dmarc=fail'], 'failed'],
    ['values are quoted', ['mail.dlut.edu.cn; dkim=pass header.d="dlut.edu.cn"'], 'aligned'],
    ['the id is quoted', ['"mail.dlut.edu.cn"; dmarc=pass'], 'aligned'],
    ['the id has a version', ['mail.dlut.edu.cn 1; dmarc=pass'], 'aligned'],
    ['the method has a version', ['mail.dlut.edu.cn; dkim/1=pass header.d=dlut.edu.cn'], 'aligned'],
    ['the server writes in capitals', ['MAIL.DLUT.EDU.CN; DMARC=PASS'], 'aligned'],
    [
      'there is space about everything',
      [' mail.dlut.edu.cn ;  spf = pass   smtp . mailfrom = zs@dlut.edu.cn '],
      'aligned',
    ],
    ['lines are folded', ['mail.dlut.edu.cn;\r\n\tspf=pass\r\n\tsmtp.mailfrom=zs@dlut.edu.cn'], 'aligned'],
    ['the topmost one of ours counts', ['mail.dlut.edu.cn; dmarc=pass', 'mail.dlut.edu.cn; dmarc=fail'], 'aligned'],
    [
      'the topmost one of ours counts, behind a forgery',
      ['evil.example; dmarc=pass', 'mail.dlut.edu.cn; dmarc=fail', 'mail.dlut.edu.cn; dmarc=pass'],
      'failed',
    ],
    ['none', ['mail.dlut.edu.cn; none'], 'unaligned'],
    ['nothing but the id', ['mail.dlut.edu.cn'], 'unaligned'],
    ['a result without a method', ['mail.dlut.edu.cn; =pass; dmarc=; ;;'], 'unaligned'],
    [
      'a longer word than pass',
      ['mail.dlut.edu.cn; dmarc=passed; spf=pass-ish smtp.mailfrom=dlut.edu.cn'],
      'unaligned',
    ],
  ])('%s', (_, values, verdict) => expect(read(...values)).toBe(verdict))

  it('lets a university sign for its students’ addresses, and the reverse', () => {
    const signed = [header('mail.dlut.edu.cn; dkim=pass header.d=dlut.edu.cn')]
    expect(readAuthentication(signed, ID, 'ls@mail.dlut.edu.cn')).toBe('aligned')
    expect(readAuthentication(signed, ID, 'ls@notdlut.edu.cn')).toBe('unaligned')
    expect(readAuthentication(signed, ID, null)).toBe('unaligned')
  })

  it('concludes nothing without an id to trust', () =>
    expect(readAuthentication([header('; dmarc=fail')], '', 'zs@dlut.edu.cn')).toBe('none'))

  it('has an answer for whatever stands there, soon', () => {
    const pieces = fc.constantFrom(
      'mail.dlut.edu.cn',
      ';',
      '(',
      ')',
      '"',
      '\\',
      '=',
      'spf',
      'pass',
      'dmarc=fail',
      ' ',
      '\u0000',
      '党',
      '<',
      '.',
    )
    const garbage = fc
      .array(fc.oneof(pieces, fc.string()), { maxLength: 60 })
      .map(some => `mail.dlut.edu.cn;${some.join('')}`)
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 3 }), values => {
        expect(['none', 'aligned', 'unaligned', 'failed']).toContain(read(...values))
      }),
    )
    for (const piece of ['(', '"', '("', 'a', 'a.', 'spf=pass ', ' ', '\\"'])
      expect(read(`mail.dlut.edu.cn;${piece.repeat(100_000)}`)).not.toBe('aligned')
  })
})

describe('that an address is proven', () => {
  const proves = (value: string) => provesAddress([header(value)], ID, 'zs@dlut.edu.cn')

  it.each([
    ['who logged in', 'mail.dlut.edu.cn; auth=pass smtp.auth=zs@dlut.edu.cn', true],
    ['somebody else', 'mail.dlut.edu.cn; auth=pass smtp.auth=ls@dlut.edu.cn', false],
    [
      'a name behind a bracket that never ends, which the sender may have written',
      'mail.dlut.edu.cn; spf=fail (domain of x(;auth=pass smtp.auth=zs@dlut.edu.cn does not permit)',
      false,
    ],
  ])('is said by a server that names %s', (_, value, expected) => expect(proves(value)).toBe(expected))
})
