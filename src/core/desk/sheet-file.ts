import type { Attachment } from '../message/message.ts'

/** A file that came with a line of staff: a 汇总表, filled in. */
export type SheetFile = { readonly name: string; readonly bytes: Uint8Array }

const SHEET_NAME = /\.(?:xlsx|xlsm|xlsb|xls|et|ods|numbers|csv)$/i
const NAME_LOST = /^$|\.(?:bin|dat|tmp)$|^[?_.]+$/i
/** How zip begins, and xlsx is one. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const LARGEST = 10 * 1024 * 1024
/** More than one is asked back; so many are kept. */
const MOST = 3

/** Whether a file calls itself a sheet: no form does. */
export const isSheetName = (name: string): boolean => SHEET_NAME.test(name.trim())

/** The files of a mail that may be a filled-in 汇总表, as they came. */
export const sheetsAmong = (attachments: readonly Attachment[]): readonly SheetFile[] =>
  attachments
    .filter(
      ({ name, bytes }) => bytes.length <= LARGEST && (isSheetName(name) || (NAME_LOST.test(name) && isZip(bytes))),
    )
    .slice(0, MOST)
    .map(({ name, bytes }) => ({ name: name === '' ? '汇总表.xlsx' : name, bytes }))

const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, place) => bytes[place] === byte)
