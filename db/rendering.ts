import { Worker } from 'node:worker_threads'
import { problem } from '#shared/contract/problem.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'

export type DocumentFormat = 'docx' | 'xlsx'
export interface Rendering {
  /** Makes a document's bytes away from the thread that answers queries. Progress is 0–1; aborting rejects with `cancelled`. */
  render(
    snapshot: Snapshot,
    format: DocumentFormat,
    onProgress: (share: number, step: string) => void,
    signal: AbortSignal,
  ): Promise<Uint8Array>
}

/** Renders in a thread of its own, started for each document: the document libraries load there and are gone afterwards. */
export function threadRendering(): Rendering {
  return {
    render(snapshot, format, onProgress, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(problem('cancelled', 'problems.cancelled'))
        const worker = new Worker(
          new URL(import.meta.url.endsWith('.ts') ? './render-worker.ts' : './render-worker.js', import.meta.url),
          {
            workerData: { snapshot, format },
            name: 'fyr-render',
          },
        )
        const stop = () => {
          void worker.terminate()
          reject(problem('cancelled', 'problems.cancelled'))
        }
        signal.addEventListener('abort', stop, { once: true })
        worker.on('message', (message: { bytes?: Uint8Array; share?: number; step?: string }) => {
          if (message.bytes) {
            signal.removeEventListener('abort', stop)
            resolve(message.bytes)
          } else onProgress(message.share ?? 0, message.step ?? '')
        })
        worker.on('error', reject)
        worker.on('exit', (code) => {
          // After the bytes this says nothing; before them a job would wait for ever, whatever the code.
          reject(new Error(`The document thread ended with ${code}`))
        })
      })
    },
  }
}
