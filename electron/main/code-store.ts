import { readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SafeStorage } from 'electron'
import { z } from 'zod'
import type { LogEntry } from '#db/worker-protocol.ts'
import { checkRecoveryCode } from '#shared/domain/recovery-code.ts'

/** Recovery codes of encrypted files, kept for this user of the device by the system's own means. */
export interface CodeStore {
  /** Those that were kept, and could be read when the store was opened. */
  codes(): readonly string[]
  /** Whether the system has a place that protects them. Asking may make it ask the user (a keychain), so only who needs it asks. */
  can(): Promise<boolean>
  keep(code: string): Promise<boolean>
  drop(code: string): Promise<boolean>
}

type Safe = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>
const stored = z.array(z.string().refine((code) => checkRecoveryCode(code).ok)).max(1000)

/**
 * Opens the store in `file`, which holds nothing but what `safe` has encrypted. A file of another user, from another device or damaged gives no
 * codes; it is laid aside when the next one is kept, never written over. Never throws.
 */
export async function openCodeStore(
  file: string,
  safe: Safe,
  platform: NodeJS.Platform,
  log: (entry: LogEntry) => void,
): Promise<CodeStore> {
  const failed = (what: string, cause: unknown) =>
    log({ level: 'error', operation: what, ms: 0, message: cause instanceof Error ? cause.name : 'failed' })
  /** True while the file holds what this store could not read. */
  let unread = false
  let known: readonly string[] = []
  const bytes = bytesOf(file)
  if (bytes !== null) {
    try {
      known = stored.parse(JSON.parse((await safe.decryptStringAsync(bytes)).result))
    } catch (cause) {
      unread = true
      failed('code-store.read', cause)
    }
  }
  async function can(): Promise<boolean> {
    // Without a keyring Chromium encrypts with a password that stands in its source.
    if (platform === 'linux' && ['basic_text', 'unknown'].includes(safe.getSelectedStorageBackend())) return false
    return safe.isAsyncEncryptionAvailable().catch(() => false)
  }
  /** One writing after the other: the last one holds what was kept last. */
  let last: Promise<unknown> = Promise.resolve()
  function write(next: (codes: readonly string[]) => readonly string[]): Promise<boolean> {
    const done = last.then(async () => {
      try {
        if (!(await can())) return false
        const codes = next(known)
        const encrypted = await safe.encryptStringAsync(JSON.stringify(codes))
        if (unread) renameSync(file, `${file}.unread`)
        unread = false
        await writeWhole(file, encrypted)
        known = codes
        return true
      } catch (cause) {
        failed('code-store.write', cause)
        return false
      }
    })
    last = done
    return done
  }
  return {
    codes: () => known,
    can,
    keep: (code) => write((codes) => [...new Set([...codes, code])]),
    drop: (code) => write((codes) => codes.filter((one) => one !== code)),
  }
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** Aside, synced, renamed: a power cut leaves the old codes or the new ones. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.part`
  const handle = await open(aside, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, file)
}
