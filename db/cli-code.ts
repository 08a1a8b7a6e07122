/** Recovery codes on the command line. Arguments can be read by every program of the machine, so a code comes in a file. */
import { readFileSync } from 'node:fs'
import { invalid, ProblemError } from '#shared/contract/problem.ts'
import { checkRecoveryCode } from '#shared/domain/recovery-code.ts'
import { learnCodes } from './encryption/keyring.ts'

/**
 * Reads the code in a file, which may be the sheet that Fyr saved it on, and learns it for this process and its threads.
 *
 * @param path `-` is standard input.
 * @throws ProblemError `invalid`, saying what is wrong with the code, not what it is; errors of the file system as they come.
 */
export function readCodeFile(path: string): string {
  const lines = readFileSync(path === '-' ? 0 : path, 'utf8').split(/\r?\n/)
  // Where no line is a code, the first one that says anything was meant.
  const said = lines.find((line) => checkRecoveryCode(line).ok) ?? lines.find((line) => line.trim() !== '') ?? ''
  const checked = checkRecoveryCode(said)
  if (!checked.ok) {
    const { key, params } = checked.message
    throw invalid({ '--recovery-code-file': { key, ...(params ? { params: { ...params } } : {}) } })
  }
  learnCodes([checked.value])
  return checked.value
}

export function isKeyNeeded(cause: unknown): boolean {
  return cause instanceof ProblemError && cause.problem.code === 'keyNeeded'
}
