import { readFileSync } from 'node:fs'
import { keyOf } from '#db/encryption/key.ts'
import { codeOf } from '#db/encryption/keyring.ts'
import { decryptPage } from '#db/encryption/pages.ts'

const pageSize = 4096
const walHeader = 32
const frameHeader = 24

/** What a database file and its WAL hold, for tests that look for words in them: of an encrypted one the pages are decrypted. */
export function readInTheClear(path: string, of = path): Buffer {
  const bytes = readFileSync(path)
  const code = codeOf(of)
  if (code === null) return bytes
  const key = keyOf(code)
  const pages: Buffer[] = []
  if (path.endsWith('-wal')) {
    for (let at = walHeader; at + frameHeader + pageSize <= bytes.length; at += frameHeader + pageSize) {
      const page = bytes.subarray(at + frameHeader, at + frameHeader + pageSize)
      pages.push(decryptPage(key, bytes.readUInt32BE(at), page))
    }
  } else {
    for (let number = 1; number * pageSize <= bytes.length; number += 1)
      pages.push(decryptPage(key, number, bytes.subarray((number - 1) * pageSize, number * pageSize)))
  }
  return Buffer.concat(pages)
}
