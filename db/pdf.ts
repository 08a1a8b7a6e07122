/** PDF of a Word document: through LibreOffice where the machine has it, else by the host's own print of the pages. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ProblemError, problem } from '#shared/contract/problem.ts'
import type { Ports } from './worker-protocol.ts'

export interface PdfMaker {
  /** What makes it here; null where nothing can. Looks anew each time: LibreOffice may have been installed meanwhile. */
  means(): 'libreOffice' | 'host' | null
  /**
   * The pages of a Word document as a PDF.
   *
   * @throws ProblemError `unavailable` where nothing here makes PDF, or what should did not; `cancelled`.
   */
  convert(docx: Uint8Array, signal: AbortSignal): Promise<Uint8Array>
}

/**
 * The first of `makers` that works here, in their order. One that is there and fails (a broken LibreOffice) is passed
 * over for the next; where none is left its problem stands.
 */
export function firstPdf(makers: readonly PdfMaker[]): PdfMaker {
  return {
    means: () => makers.map((maker) => maker.means()).find((means) => means !== null) ?? null,
    async convert(docx, signal) {
      let told: unknown = problem('unavailable', 'problems.noPdf')
      for (const maker of makers.filter((one) => one.means() !== null)) {
        try {
          return await maker.convert(docx, signal)
        } catch (cause) {
          if (!(cause instanceof ProblemError && cause.problem.code === 'unavailable')) throw cause
          told = cause
        }
      }
      throw told
    },
  }
}

/** The host's own print of the pages that the preview shows. A host that can't print is given no such maker. */
export function hostPdf(print: Ports['printPages']): PdfMaker {
  return {
    means: () => 'host',
    async convert(docx, signal) {
      const cancelled = problem('cancelled', 'problems.cancelled')
      if (signal.aborted) throw cancelled
      let stop = () => {}
      const stopped = new Promise<never>((_resolve, reject) => {
        stop = () => reject(cancelled)
      })
      signal.addEventListener('abort', stop)
      try {
        // The window that prints closes by itself; nobody waits for it.
        const pdf = await Promise.race([print({ docx }), stopped])
        if (pdf === null) throw problem('unavailable', 'problems.pdfFailed')
        return pdf
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
  }
}

/** A document of a thousand pages takes LibreOffice under a minute; past this it hangs. */
const longestMs = 180_000

/** LibreOffice in a process and a profile of its own, so that an open window of it is left alone. */
export function libreOfficePdf(find: () => string | null = findLibreOffice): PdfMaker {
  return {
    means: () => (find() === null ? null : 'libreOffice'),
    async convert(docx, signal) {
      const program = find()
      if (program === null) throw problem('unavailable', 'problems.noPdf')
      const folder = mkdtempSync(join(tmpdir(), 'fyr-pdf-'))
      try {
        const source = join(folder, 'document.docx')
        writeFileSync(source, docx)
        await run(
          program,
          [
            ['-env:UserInstallation=', pathToFileURL(join(folder, 'profile')).href].join(''),
            '--headless',
            '--norestore',
            '--convert-to',
            // Tagged, with its headings as bookmarks: a PDF that a screen reader can read.
            'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}',
            '--outdir',
            folder,
            source,
          ],
          signal,
        )
        const target = join(folder, 'document.pdf')
        if (!existsSync(target)) throw problem('unavailable', 'problems.pdfFailed')
        return new Uint8Array(readFileSync(target))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

function run(program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { signal, timeout: longestMs, windowsHide: true }, (cause) => {
      if (!cause) resolve()
      else if (signal.aborted) reject(problem('cancelled', 'problems.cancelled'))
      else reject(problem('unavailable', 'problems.pdfFailed'))
    })
  })
}

const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
]

/** Where LibreOffice is: on the path, or where its installers put it. */
function findLibreOffice(): string | null {
  const names = process.platform === 'win32' ? ['soffice.exe', 'soffice.com'] : ['soffice', 'libreoffice']
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find((path) => existsSync(path)) ?? null
}
