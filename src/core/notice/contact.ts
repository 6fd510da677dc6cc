import type { Notice, Said } from './notice.ts'

const ADDRESS = /[A-Za-z0-9][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?\d{7,8}|0\d{2,3}-\d{7,8})(?!\d)/

/** Where applications go, and whom people may ask: for service.yaml, which all calls share. */
export type Contact = { readonly mailbox: Said<string> | null; readonly asked: Said<string> | null }

export function readContact({ sentences }: Notice): Contact {
  const mailbox = sentences.find(({ folded }) => ADDRESS.test(folded))
  const asked = sentences.find(({ folded }) => /联系人|联系电话|咨询|联系方式/.test(folded) && PHONE.test(folded))
  return {
    mailbox: mailbox === undefined ? null : { value: ADDRESS.exec(mailbox.folded)?.[0] ?? '', said: mailbox.said },
    asked: asked === undefined ? null : { value: asked.folded, said: asked.said },
  }
}
