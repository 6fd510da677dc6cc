/** Sees to it that a browser and Chinese fonts are there before pages are looked at. */

import { needPrograms } from './debian-packages.ts'

needPrograms(
  { '/usr/bin/chromium': 'chromium', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc': 'fonts-noto-cjk' },
  'The tests of pages',
)
