/** The preview's stand-in for save and open dialogs: folders under `home`, filled by upload and emptied by download. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { extname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Ports } from '#db/worker-protocol.ts'
import { freePath, safeFileName } from '#electron/backend/file-names.ts'

/** The largest file that can be sent to the preview. */
export const largestUpload = 4 * 1024 ** 3

interface Offered {
  readonly path: string
  readonly name: string
}

export interface PreviewFiles {
  readonly ports: Ports
  /** Keeps an uploaded file for the next `pickOpen`. Null when it is too large. */
  readonly receive: (request: IncomingMessage, name: string, limit?: number) => Promise<string | null>
  /** The file behind a download address. The address lasts as long as the preview: its link stands on the screen. */
  readonly toDownload: (id: string) => Offered | undefined
  /** Half-received files go. */
  readonly close: () => Promise<void>
}

export async function previewFiles(home: string): Promise<PreviewFiles> {
  const uploads = join(home, 'uploads')
  const workspaces = join(home, 'workspaces')
  const downloads = join(home, 'downloads')
  // What an earlier run left half received is of no use.
  await rm(uploads, { recursive: true, force: true })
  for (const folder of [uploads, workspaces, downloads]) await mkdir(folder, { recursive: true })
  const offered = new Map<string, Offered>()
  let chosen: string | null = null

  return {
    ports: {
      async pickOpen() {
        const path = chosen
        chosen = null
        return path
      },
      async pickFolder() {
        const folder = join(home, 'second-place')
        await mkdir(folder, { recursive: true })
        return folder
      },
      async pickSave({ suggestedName, kind }) {
        if (kind !== 'workspace') return freePath(downloads, suggestedName)
        const name = safeFileName(suggestedName)
        return freePath(workspaces, extname(name).toLowerCase() === '.fyr' ? name : `${name}.fyr`)
      },
      async openFile() {
        return { ok: false }
      },
      async revealFile() {
        return { ok: false }
      },
      async downloadUrl({ path, name }) {
        if (!liesIn(downloads, path)) return null
        const id = randomUUID()
        offered.set(id, { path, name: safeFileName(name) })
        return `/download/${id}`
      },
      // A browser can't be asked for a PDF by a page: there is LibreOffice here, or the desktop application.
      async printPages() {
        return null
      },
    },
    async receive(request, name, limit = largestUpload) {
      const id = randomUUID()
      const part = join(uploads, `${id}.part`)
      if (!(await writeLimited(request, part, limit))) return null
      const path = freePath(workspaces, name)
      await rename(part, path)
      chosen = path
      return id
    },
    toDownload: (id) => offered.get(id),
    close: () => rm(uploads, { recursive: true, force: true }),
  }
}

/** Streams a body to a file. False, and no file, when it is larger than `limit` bytes or breaks off. */
async function writeLimited(request: IncomingMessage, path: string, limit: number): Promise<boolean> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume()
    return false
  }
  try {
    await pipeline(
      request,
      async function* (source: AsyncIterable<Buffer>) {
        let size = 0
        for await (const part of source) {
          size += part.length
          if (size > limit) throw new RangeError('The file is too large')
          yield part
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    return true
  } catch (cause) {
    await rm(path, { force: true })
    if (cause instanceof RangeError) return false
    throw cause
  }
}

function liesIn(folder: string, path: string): boolean {
  const inside = relative(folder, resolve(path))
  return inside !== '' && !inside.startsWith('..') && !inside.includes(`..${sep}`)
}
