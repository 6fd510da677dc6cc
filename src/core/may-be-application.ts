import type { Call } from './call.ts'
import type { Preview } from './message.ts'
import { mayConcern } from './naming/meant-for-call.ts'

const DOCUMENT_NAME = /\.(?:docx?|wps|pdf|zip|rar|7z|odt|rtf|ofd|eml|dat|bin)\s*$/i
const DOCUMENT_TYPE =
  /^application\/(?:msword|pdf|zip|rtf|octet-stream|ms-tnef|pkcs7-mime|x-pkcs7-mime|(?:x-)?(?:zip|rar|7z)-compressed|(?:vnd\.(?:ms-word|openxmlformats|oasis|ms-works|wps|kingsoft|rar)|wps|kswps|x-rar|x-7z|x-zip)[^\s]*)|^message\/rfc822$/

/** Whether a message is worth downloading: subject or a file name that may be meant for a call, or any part that may be a document. */
export const mayBeApplication = ({ subject, parts }: Preview, calls: readonly Call[]): boolean =>
  parts.some(({ name, type }) => DOCUMENT_NAME.test(name) || DOCUMENT_TYPE.test(type)) ||
  [subject ?? '', ...parts.map(({ name }) => name)].some(
    text => text !== '' && calls.some(call => mayConcern(text, call)),
  )
