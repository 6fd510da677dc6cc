import { expect, test } from 'vitest'
import { sniff } from '../../src/documents/sniff.ts'
import { makeOle } from './make-ole.ts'

test.each([
  'EncryptedPackage',
  'ENCRYPTEDPACKAGE',
  'encryptedpackage',
  'Encrypted Package',
  '\u0006EncryptedPackage',
  'EncryptionInfo',
  'ENCRYPTIONINFO',
  'DRMEncryptedTransform',
])('a docx with a password is known by its stream «%s»', async name => {
  const bytes = makeOle([{ name, data: Buffer.alloc(5000) }])
  expect(await sniff('申报书.docx', bytes)).toEqual({ kind: 'docx', encrypted: true })
})

test('the streams of Word and Excel are known in upper case as well', async () => {
  const ole = (name: string) => makeOle([{ name, data: Buffer.alloc(5000) }])
  expect((await sniff('a', ole('WORDDOCUMENT'))).kind).toBe('doc')
  expect((await sniff('a', ole('WORKBOOK'))).kind).toBe('xlsx')
})
