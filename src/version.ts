/** Of this program, as package.json has it; said to IMAP servers that ask, in the log, and by `--version`. */
export const VERSION = '0.1.0'
