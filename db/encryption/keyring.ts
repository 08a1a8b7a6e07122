import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { keyOf } from './key.ts'
import { keyFits } from './pages.ts'

/**
 * The recovery codes that this thread knows, and every thread that it starts from then on (for copies, checks, salvage). Codes and keys are
 * kept here alone: none goes into a problem, a log or a file.
 */
const place = 'fyr recovery codes'
const newFiles = 'fyr code of new files'

/** Learns codes, as `checkRecoveryCode` gives them. */
export function learnCodes(codes: Iterable<string>): void {
  setEnvironmentData(place, [...new Set([...knownCodes(), ...codes])])
}

export function forgetCode(code: string): void {
  setEnvironmentData(
    place,
    knownCodes().filter((known) => known !== code),
  )
}

/** The code that a file was encrypted with; null where this thread does not know it. The file must not be open in this process. */
export function codeOf(path: string): string | null {
  return knownCodes().find((code) => keyFits(path, keyOf(code))) ?? null
}

/** The code that files are made with where nobody names one: null, but in the test suite over encrypted files. */
export function encryptNewFiles(code: string | null): void {
  setEnvironmentData(newFiles, code ?? undefined)
}

export function codeOfNewFiles(): string | null {
  return (getEnvironmentData(newFiles) as string | undefined) ?? null
}

function knownCodes(): readonly string[] {
  return (getEnvironmentData(place) as readonly string[] | undefined) ?? []
}
