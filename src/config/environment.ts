import { resolve } from 'node:path'

export type Variables = Readonly<Record<string, string | undefined>>

/** The only place where `process.env` is read. */
export const processVariables = (): Variables => process.env

/** The folder the operator stands in: npm changes it to the checkout's before a script runs and keeps the old one in INIT_CWD. */
function calledFrom(variables: Variables): string {
  const byNpm = variables.npm_lifecycle_event === 'shenbao' ? variables.INIT_CWD : undefined
  return byNpm ?? process.cwd()
}

/** A path given on the command line, seen from where the command was called. */
export const pathAsCalled = (path: string, variables: Variables = processVariables()): string =>
  resolve(calledFrom(variables), path)
