/** The disk that documents are saved to, a step at a time and never on the caller's thread: a share may take seconds for each. */
import { access, open, rename, rm } from 'node:fs/promises'

/** A new file that is being written. */
export interface TargetFile {
  /** Gives how many of the bytes were taken, from `at` on. */
  write(bytes: Uint8Array, at: number): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}
/** What saving a document asks of a disk. Each step rejects with the system's own error (`code`: `EBUSY`, `ENOSPC` …). */
export interface TargetDisk {
  /** Makes a file that is not there yet. */
  create(path: string): Promise<TargetFile>
  rename(from: string, to: string): Promise<void>
  /** Gone afterwards, whether it was there or not. */
  remove(path: string): Promise<void>
  exists(path: string): Promise<boolean>
  /** Makes a rename last. */
  syncFolder(path: string): Promise<void>
  wait(ms: number): Promise<void>
}

/** Bytes written at once: small enough that a share that has gone is noticed, large enough to cost nothing. */
const pieceBytes = 1024 * 1024

export const realDisk: TargetDisk = {
  async create(path) {
    const handle = await open(path, 'wx')
    return {
      write: async (bytes, at) =>
        (await handle.write(bytes, at, Math.min(pieceBytes, bytes.byteLength - at))).bytesWritten,
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  async syncFolder(path) {
    // Windows can't sync a folder and doesn't need to.
    if (process.platform === 'win32') return
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
}
