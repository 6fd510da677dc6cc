import type { ImapFlow } from 'imapflow'

/** A private IMAP server of another make, with a mailbox of its user and a folder that somebody shares with them, to be read only. */
export type OtherImap = {
  readonly port: number
  /** The shared folder's name, as LIST shows it to the user. */
  readonly shared: string
  asUser<T>(act: (client: ImapFlow) => Promise<T>): Promise<T>
  /** On a connection whose INBOX is the shared folder. */
  toShared<T>(act: (client: ImapFlow) => Promise<T>): Promise<T>
  /** Gives INBOX another UIDVALIDITY; it is empty then. */
  renumber(): Promise<void>
  stop(): Promise<void>
}
