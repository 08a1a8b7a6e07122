import { Worker } from 'node:worker_threads'
import { problem } from '#shared/contract/problem.ts'
import type { DocumentFiles } from '#shared/documents/bound-attachments.ts'
import type { HouseStyle } from '#shared/documents/look.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import type { PartnerPaper } from '#shared/documents/partner-paper.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { PlanPaper } from '#shared/documents/strategy-snapshot.ts'
import type { WorkbookSpec } from '#shared/documents/workbook-spec.ts'
import type { DocumentFinding } from '#shared/domain/records/document-finding.ts'

export type DocumentFormat = 'docx' | 'xlsx'
export type PaperFormat = 'docx' | 'eml' | 'ics'
/** What the document thread is asked for. */
export type DocumentWork =
  | {
      readonly what: 'package'
      readonly snapshot: Snapshot
      readonly format: DocumentFormat
      readonly files: DocumentFiles
    }
  | {
      readonly what: 'paper'
      readonly paper: MeetingPaper
      readonly style: HouseStyle
      readonly format: PaperFormat
      readonly fileName: string
    }
  | { readonly what: 'partner'; readonly paper: PartnerPaper; readonly style: HouseStyle }
  | { readonly what: 'plan'; readonly paper: PlanPaper; readonly style: HouseStyle }
  | { readonly what: 'workbook'; readonly spec: WorkbookSpec }
  | {
      readonly what: 'check'
      readonly bytes: Uint8Array
      readonly format: DocumentFormat
      readonly exempt: ExemptTexts
    }
/** Texts exempt from disclosure that a document may not hold, and those that it may though they read the same. */
export interface ExemptTexts {
  readonly texts: readonly string[]
  readonly open: readonly string[]
}
export interface Rendering {
  /**
   * Makes a document's bytes away from the thread that answers queries, with the `files` that it shows. Progress is 0–1; aborting
   * rejects with `cancelled`.
   */
  render(
    snapshot: Snapshot,
    format: DocumentFormat,
    onProgress: (share: number, step: string) => void,
    signal: AbortSignal,
    files: DocumentFiles,
  ): Promise<Uint8Array>
  /** The same for a meeting's paper in the house `style`; `fileName` is what the Word file in a mail draft is called. */
  renderPaper(
    paper: MeetingPaper,
    style: HouseStyle,
    format: PaperFormat,
    fileName: string,
    onProgress: (share: number, step: string) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array>
  /** The same for a partner's page in Word. */
  renderPartner(
    paper: PartnerPaper,
    style: HouseStyle,
    onProgress: (share: number, step: string) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array>
  /** The same for the report that walks a plan. */
  renderPlan(
    paper: PlanPaper,
    style: HouseStyle,
    onProgress: (share: number, step: string) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array>
  /** The same for a register's workbook, which tells no progress. */
  renderWorkbook(spec: WorkbookSpec, signal: AbortSignal): Promise<Uint8Array>
  /** What readers could not use in a finished document, and what in it is exempt; null where it is too large to be checked. */
  check(
    bytes: Uint8Array,
    format: DocumentFormat,
    exempt: ExemptTexts,
    signal: AbortSignal,
  ): Promise<DocumentFinding[] | null>
}

/** Renders in a thread of its own, started for each document: the document libraries load there and are gone afterwards. */
export function threadRendering(): Rendering {
  return {
    render: (snapshot, format, onProgress, signal, files) =>
      inThread({ what: 'package', snapshot, files, format }, onProgress, signal),
    renderPaper: (paper, style, format, fileName, onProgress, signal) =>
      inThread({ what: 'paper', paper, style, format, fileName }, onProgress, signal),
    renderPartner: (paper, style, onProgress, signal) =>
      inThread({ what: 'partner', paper, style }, onProgress, signal),
    renderPlan: (paper, style, onProgress, signal) => inThread({ what: 'plan', paper, style }, onProgress, signal),
    renderWorkbook: (spec, signal) => inThread({ what: 'workbook', spec }, () => {}, signal),
    check: (bytes, format, exempt, signal) => inThread({ what: 'check', bytes, format, exempt }, () => {}, signal),
  }
}

function inThread<Result = Uint8Array>(
  work: DocumentWork,
  onProgress: (share: number, step: string) => void,
  signal: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(problem('cancelled', 'problems.cancelled'))
    const worker = new Worker(
      new URL(import.meta.url.endsWith('.ts') ? './render-worker.ts' : './render-worker.js', import.meta.url),
      // A small young generation: most of what a document leaves behind is dead at once, and would only be held for longer.
      { workerData: work, name: 'fyr-render', resourceLimits: { maxYoungGenerationSizeMb: 12 } },
    )
    const stop = () => {
      void worker.terminate()
      reject(problem('cancelled', 'problems.cancelled'))
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: { result?: Result; share?: number; step?: string }) => {
      if ('result' in message) {
        signal.removeEventListener('abort', stop)
        resolve(message.result as Result)
      } else onProgress(message.share ?? 0, message.step ?? '')
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      // After the result this says nothing; before them a job would wait for ever, whatever the code.
      reject(new Error(`The document thread ended with ${code}`))
    })
  })
}
