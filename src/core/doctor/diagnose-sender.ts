import { bad, type Diagnosis, good } from './diagnosis.ts'

/** Most Chinese providers refuse a From that isn't the login (501, 553). */
export const diagnoseFrom = (from: string, user: string): Diagnosis =>
  from.toLowerCase() === user.toLowerCase()
    ? good('SMTP From', `${from}, the same as the login`)
    : bad('SMTP From', `${from}, but the login is ${user}`, 'most servers refuse that: prove it with --send-test')
