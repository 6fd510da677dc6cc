import type { Finding } from './check.ts'

type Evidence = readonly (string | null)[]

export const pass = (evidence: Evidence, note: string): Finding => finding('pass', evidence, note)
export const fail = (evidence: Evidence, note: string): Finding => finding('fail', evidence, note)
export const review = (evidence: Evidence, note: string): Finding => finding('review', evidence, note)

/** More than anybody reads. */
const MOST_QUOTES = 50

/** Several honours may rest on one sentence: each quote is shown once. */
function finding(verdict: Finding['verdict'], evidence: Evidence, note: string): Finding {
  const quotes = evidence.filter(quote => quote !== null).map(quote => quote.trim())
  return { verdict, evidence: [...new Set(quotes)].filter(quote => quote !== '').slice(0, MOST_QUOTES), note }
}
