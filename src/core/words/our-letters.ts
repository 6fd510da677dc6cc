/** With this sentence every letter of ours ends. */
export const SENT_BY_US = '本邮件由申报受理系统自动发出。'
