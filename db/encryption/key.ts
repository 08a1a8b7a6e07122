import { hkdfSync } from 'node:crypto'
import { bytesOfRecoveryCode } from '#shared/domain/recovery-code.ts'

/** What a key is for: no two uses share one. */
export type KeyUse = 'pages' | 'beside'

/**
 * The key that a recovery code stands for: HKDF-SHA256 (RFC 5869) of its 128 bits. They are random, so no slow derivation is needed, and
 * nothing but the code has to be kept.
 *
 * @param code as `checkRecoveryCode` gives it.
 * @param use `pages` of the file, or what is kept `beside` it in the home folder.
 * @returns 32 bytes.
 */
export function keyOf(code: string, use: KeyUse = 'pages'): Buffer {
  return Buffer.from(hkdfSync('sha256', bytesOfRecoveryCode(code), Buffer.alloc(0), `fyr 1 ${use}`, 32))
}
