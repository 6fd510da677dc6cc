/** Sees to it that Dovecot and Postfix, and Cyrus and Courier beside them, are there before the tests on real servers. */

import { needPrograms } from './debian-packages.ts'
import { needUnpackedServers } from './unpacked-servers.ts'

needPrograms(
  {
    '/usr/lib/dovecot/imap': 'dovecot-imapd',
    '/usr/lib/dovecot/lmtp': 'dovecot-lmtpd',
    '/usr/lib/postfix/sbin/master': 'postfix',
  },
  'The tests on real servers',
  ['postfix postfix/main_mailer_type select No configuration'],
)
needUnpackedServers()
