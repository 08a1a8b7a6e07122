/**
 * Stands for better-sqlite3 in `npm run test:encrypted`, so that tests which look into a file behind Fyr's back find it readable: a file that is
 * encrypted is opened with its key, everything else as ever.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Plain from 'better-sqlite3'
import { connect } from '#db/encryption/connect.ts'
import { isEncryptedHeader } from '#db/encryption/pages.ts'

const Driver = createRequire(import.meta.url)('better-sqlite3') as typeof Plain

function Keyed(this: unknown, path: string | Buffer, options?: Plain.Options): Plain.Database {
  return typeof path === 'string' && isEncrypted(path)
    ? connect(path, {
        readonly: options?.readonly ?? false,
        fileMustExist: options?.fileMustExist ?? false,
        timeout: options?.timeout ?? 5000,
      })
    : new Driver(path, options)
}
Object.defineProperty(Keyed, 'prototype', { value: Driver.prototype })
Keyed.SqliteError = Driver.SqliteError
export default Keyed as unknown as typeof Plain

function isEncrypted(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const header = Buffer.alloc(100)
      readSync(file, header, 0, 100, 0)
      return isEncryptedHeader(header)
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
