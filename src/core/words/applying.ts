import type { Nouns } from '../call/nouns.ts'

/** What applying itself is called; other forms (任务书, 推荐表) share their words with too much else. */
const DEED = /^(?:申请|申报|报名)/

/** By what a mail is known to speak of applying to a call: what its form is called, and what is done with it (申请表: 申请). */
export const applyingIn = ({ form }: Nouns): readonly string[] => [form, ...(DEED.exec(form) ?? [])]
