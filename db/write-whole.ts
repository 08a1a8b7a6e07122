/** Writing a document so that whoever looks finds the old file or the new one, never half of one. */
import { randomUUID } from 'node:crypto'
import { dirname, extname, join } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { realDisk, type TargetDisk, type TargetFile } from './target-disk.ts'
import { type TargetPart, targetProblem } from './target-problem.ts'

export interface WriteOptions {
  readonly disk?: TargetDisk
  /** Stops the writing; until the rename the target stays what it was. */
  readonly signal?: AbortSignal | undefined
  /** Told the temporary file before it is made; what it gives is called once that file is gone. */
  readonly noteAside?: (path: string) => Promise<() => Promise<void>>
  /** A step that takes longer has failed: the share is gone. 30 s unless given. */
  readonly answerWithinMs?: number
}

const retryAfterMs = [50, 150, 400, 1000]
const heldByAnother = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']
const answerWithin = 30_000
/** What was left because it failed is taken away within this; else at the next start. */
const removeWithinMs = 2000

/** Writings given up while a step of theirs hangs. Each holds one of the few threads that Node has for files. */
let hanging = 0
const mostHanging = 2

/**
 * Writes to a temporary file in the target's folder, syncs and renames. A target held by another program (Word, a virus scanner, OneDrive)
 * is tried again for about a second and a half. The caller's thread never waits for the disk.
 *
 * @throws ProblemError of `targetProblem`, and `cancelled`; the target is what it was.
 */
export async function writeWhole(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const { signal, answerWithinMs = answerWithin } = options
  if (signal?.aborted) throw problem('cancelled', 'problems.cancelled')
  if (hanging >= mostHanging) throw targetProblem(noAnswer(), path, 'folder')
  const attempt = new Attempt(path, bytes, options)
  const work = attempt.run()
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const giveUp = (cause: Error) => {
      attempt.over = true
      hanging += 1
      void work.catch(() => {}).finally(() => (hanging -= 1))
      reject(cause)
    }
    const onAbort = () => giveUp(problem('cancelled', 'problems.cancelled'))
    attempt.answered = () => {
      clearTimeout(timer)
      timer = setTimeout(() => giveUp(targetProblem(noAnswer(), path, attempt.part)), answerWithinMs)
    }
    attempt.answered()
    signal?.addEventListener('abort', onAbort, { once: true })
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
  })
}

/** Some shares know no sync; there nothing better can be done. */
const unlessUnknown = (cause: NodeJS.ErrnoException): void => {
  if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(cause.code ?? '')) throw cause
}
const noAnswer = () => Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })

class Attempt {
  /** Given up by the caller: nothing more may be done to the target. */
  over = false
  /** Called whenever the disk has answered. */
  answered = (): void => {}
  part: TargetPart = 'folder'
  readonly #path: string
  readonly #bytes: Uint8Array
  readonly #options: WriteOptions
  readonly #disk: TargetDisk

  constructor(path: string, bytes: Uint8Array, options: WriteOptions) {
    this.#path = path
    this.#bytes = bytes
    this.#options = options
    this.#disk = options.disk ?? realDisk
  }

  async run(): Promise<void> {
    const disk = this.#disk
    const folder = dirname(this.#path)
    const aside = join(folder, `.${randomUUID()}.fyr-part`)
    const removed = await this.#options.noteAside?.(aside)
    try {
      await this.#fill(aside)
      this.part = 'file'
      await this.#replace(aside)
    } catch (cause) {
      // Where the share is gone the note stays, and the next start tries again.
      const removing = disk.remove(aside).then(removed, () => {})
      await Promise.race([removing, new Promise((late) => setTimeout(late, removeWithinMs).unref())])
      throw targetProblem(cause, this.#path, this.part)
    }
    await removed?.()
    // The file bears its name. Not every share can sync a folder, and one that no longer answers has the document all the same.
    await Promise.race([
      disk.syncFolder(folder).catch(() => {}),
      new Promise((late) => setTimeout(late, removeWithinMs).unref()),
    ])
  }

  async #fill(aside: string): Promise<void> {
    let file: TargetFile | null = null
    try {
      file = await this.#step(this.#disk.create(aside), (late) => late.close())
      for (let at = 0; at < this.#bytes.byteLength; ) at += await this.#step(file.write(this.#bytes, at))
      await this.#step(file.sync().catch(unlessUnknown))
    } catch (cause) {
      await file?.close().catch(() => {})
      throw cause
    }
    // A share may keep what it has to say about the writing until here.
    await this.#step(file.close())
  }

  async #replace(aside: string): Promise<void> {
    for (let tried = 0; ; tried++) {
      try {
        return await this.#step(this.#disk.rename(aside, this.#path))
      } catch (cause) {
        const wait = retryAfterMs[tried]
        if (wait === undefined || !heldByAnother.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
        await this.#step(this.#disk.wait(wait))
      }
    }
  }

  /** Waits for one step; one that comes after the writing was given up is undone by `late` and goes no further. */
  async #step<T>(step: Promise<T>, late?: (value: T) => Promise<void>): Promise<T> {
    const value = await step
    if (this.over) {
      await late?.(value)
      throw problem('cancelled', 'problems.cancelled')
    }
    this.answered()
    return value
  }
}

/** `Report.docx` → `Report (2).docx`, the first that is free; a disk that doesn't answer gets the first number. */
export async function freeNameBeside(path: string, disk: TargetDisk = realDisk): Promise<string> {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length).replace(/ \(\d+\)$/, '')
  let late: NodeJS.Timeout | undefined
  const look = async (): Promise<string> => {
    for (let number = 2; ; number++) {
      const candidate = `${stem} (${number})${extension}`
      if (!(await disk.exists(candidate))) return candidate
    }
  }
  const waited = new Promise<string>((done) => {
    late = setTimeout(() => done(`${stem} (2)${extension}`), removeWithinMs)
  })
  try {
    return await Promise.race([look(), waited])
  } finally {
    clearTimeout(late)
  }
}
