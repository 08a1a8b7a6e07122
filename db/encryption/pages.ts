/**
 * The pages of an encrypted file, read without SQLite. SQLite3 Multiple Ciphers encrypts each with ChaCha20 under a key of its own and puts
 * a nonce and a Poly1305 tag into the page's last 32 bytes; the first 100 bytes of the file are SQLite's header and stay readable.
 */
import { createCipheriv, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { poly1305 } from './poly1305.ts'

/** Bytes of the file that stay readable: SQLite's header with application id and version. */
export const readableHeader = 100
/** Bytes at the end of each page for nonce and tag; stands in byte 20 of the header of an encrypted file, which for a plain one is 0. */
export const reservedBytes = 32

const nonceBytes = 16
const magic = 'SQLite format 3\0'
/** Pages are made of this size. */
const pageSize = 4096
const pagesTried = 16

/** Whether a file's first 100 bytes are those of an encrypted one. */
export function isEncryptedHeader(header: Buffer): boolean {
  return header.toString('latin1', 0, 16) === magic && header[20] === reservedBytes
}

/**
 * A page in the clear, its reserved bytes as they were.
 *
 * @param key 32 bytes, `keyOf`.
 * @param number of the page, from 1.
 */
export function decryptPage(key: Buffer, number: number, page: Buffer): Buffer {
  const { otk, nonce, counter, end } = oneTime(key, number, page)
  const from = number === 1 ? readableHeader : 0
  return Buffer.concat([
    page.subarray(0, from),
    chacha(otk.subarray(32), nonce, counter + 1, page.subarray(from, end)),
    page.subarray(end),
  ])
}

/** Whether a page was written with this key and nothing of it has changed since. */
export function isWholePage(key: Buffer, number: number, page: Buffer): boolean {
  const { otk, end } = oneTime(key, number, page)
  const tag = poly1305(otk.subarray(0, 32), page.subarray(0, end + nonceBytes))
  return timingSafeEqual(tag, page.subarray(end + nonceBytes))
}

/**
 * Whether a file was encrypted with this key: some page of up to 16, from all over it, is whole under it. The file must not be open in this
 * process: closing it here would drop its lock.
 */
export function keyFits(path: string, key: Buffer): boolean {
  const file = openSync(path, 'r')
  try {
    const count = Math.floor(fstatSync(file).size / pageSize)
    const step = Math.max(1, Math.floor(count / pagesTried))
    const page = Buffer.alloc(pageSize)
    for (let number = 1; number <= count; number += step) {
      readSync(file, page, 0, pageSize, (number - 1) * pageSize)
      if (isWholePage(key, number, page)) return true
    }
    return false
  } finally {
    closeSync(file)
  }
}

/** The page's own key, made with its nonce. */
function oneTime(key: Buffer, number: number, page: Buffer) {
  const end = page.length - reservedBytes
  const nonce = page.subarray(end, end + nonceBytes)
  const counter = (nonce.readUInt32LE(nonceBytes - 4) ^ number) >>> 0
  return { otk: chacha(key, nonce, counter, Buffer.alloc(64)), nonce, counter, end }
}

function chacha(key: Buffer, nonce: Buffer, counter: number, bytes: Buffer): Buffer {
  const iv = Buffer.alloc(16)
  iv.writeUInt32LE(counter >>> 0, 0)
  nonce.copy(iv, 4, 0, 12)
  return createCipheriv('chacha20', key, iv).update(bytes)
}
