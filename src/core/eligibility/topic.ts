import { mentioned, sentencesOf } from './sentences.ts'

/** Characters from which a sentence says something of its topic and doesn't only name it. */
const SUBSTANCE = 20

/** A few sentences that say something of a topic. */
export const topicSentences = (text: string | null, words: readonly string[]): string[] =>
  sentencesOf(text)
    .filter(sentence => sentence.length >= SUBSTANCE && mentioned(sentence, words) !== null)
    .slice(0, 3)
