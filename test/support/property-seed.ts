import fc from 'fast-check'

/** The properties look at the same cases in each run; `npm run test:fuzz` looks at others. */
if (process.env.SHENBAO_TEST_FUZZ !== '1') fc.configureGlobal({ seed: 20_240_520 })
