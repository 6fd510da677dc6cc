import { listed } from './listed.ts'

/** With which a mail begins or ends. */
export const GREETINGS = listed('您好 你好 老师好 老师您好 谢谢 感谢 辛苦了')
