import fc from 'fast-check'

export const isFuzz = process.env.SHENBAO_TEST_FUZZ === '1'

/** The properties look at the same cases in each run; `npm run test:fuzz` looks at others. */
if (!isFuzz) fc.configureGlobal({ seed: 20_240_520 })
