import { z } from 'zod'
import { BRANCH } from '../core/call/applicants.ts'
import { dayIn } from '../core/text/day.ts'
import { check } from './check-schema.ts'
import { deliverables, FORMER_FORMATS } from './deliverable-schema.ts'
import { naming } from './naming-schema.ts'
import { day, instant, month, moved, word } from './quantities.ts'

const NAME = /^[a-z0-9][a-z0-9-]*$/
const FIELD = /^\p{L}[\p{L}\p{N}.]*$/u
const FORMER_FORM =
  'the form stands in a file of its own now: put `form: NAME` here and describe it in forms/NAME.yaml, one label for each field (CHANGELOG tells how)'

const isFormerForm = (input: unknown): boolean => typeof input === 'object' && input !== null

const namedFile = (kind: 'form' | 'wording') =>
  z
    .string({ error: issue => (kind === 'form' && isFormerForm(issue.input) ? FORMER_FORM : undefined) })
    .regex(NAME, `expected the name of a file in ${kind === 'form' ? 'forms' : 'wording'}/, without .yaml`)

const applicant = z
  .strictObject({
    roster: word.nullable().default(null),
    key: z.string().regex(FIELD, 'expected the name of a field').default(BRANCH),
    shown: word.optional(),
    several: z
      .strictObject({ by: word, most: z.int().min(1).nullable().default(null) })
      .nullable()
      .default(null),
  })
  .superRefine(({ roster, key, shown }, context) => {
    if (roster === null && key === BRANCH)
      context.addIssue({
        code: 'custom',
        path: ['key'],
        message: 'is missing: without a roster, `key` names the field that tells who applies',
      })
    if (roster !== null && shown !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['shown'],
        message: 'belongs to a call without a roster: there the roster names the applicant',
      })
  })

/** A slip in the year would refuse everybody as late. */
const isAfterAnnouncement = ({ announced, deadline }: { announced?: string; deadline?: Date }): boolean =>
  !(deadline instanceof Date) || announced === undefined || dayIn(deadline, 'Asia/Shanghai') >= announced

/** A file of `calls/`, before its roster, its form and its wording are read. */
export const callSchema = z
  .strictObject({
    id: z.string().regex(NAME, 'expected lower-case letters, digits and hyphens'),
    title: word,
    short: word.optional(),
    unit: word,
    university: word.default(''),
    example: z.boolean().default(false),
    announced: day,
    deadline: instant,
    cycle: z
      .strictObject({ from: month, to: month })
      .refine(cycle => cycle.from <= cycle.to, 'from must not be after to')
      .nullable()
      .default(null),
    applicant,
    naming,
    deliverables,
    form: namedFile('form').nullable().default(null),
    wording: namedFile('wording').nullable().default(null),
    checks: z.array(check).refine(unique, 'each check may stand there once').default([]),
    roster: moved('stands in `applicant` now: applicant: { roster: FILE } (CHANGELOG tells how)'),
    formats: FORMER_FORMATS,
  })
  .refine(isAfterAnnouncement, { path: ['deadline'], error: 'lies before the day of `announced`: is the year right?' })

export type CallSettings = z.output<typeof callSchema>

function unique(checks: readonly { id: string }[]): boolean {
  return new Set(checks.map(({ id }) => id)).size === checks.length
}
