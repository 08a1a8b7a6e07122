import { Worker } from 'node:worker_threads'
import { type Problem, ProblemError } from '#shared/contract/problem.ts'
import type { SalvageReport } from './report.ts'
import type { SalvageBy } from './salvage.ts'

export interface SalvageWork extends Pick<SalvageBy, 'device' | 'deviceName' | 'actor'> {
  readonly from: string
  readonly to: string
}
export type SalvageAnswer =
  | { readonly report: SalvageReport }
  | { readonly problem: Problem }
  | { readonly message: string }

/** `salvageFile` away from the thread that answers queries. @throws as it does. */
export function salvageInThread(work: SalvageWork): Promise<SalvageReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(
      new URL(import.meta.url.endsWith('.ts') ? './salvage-worker.ts' : './salvage-worker.js', import.meta.url),
      { workerData: work, name: 'fyr-salvage' },
    )
    worker.on('message', (answer: SalvageAnswer) => {
      if ('report' in answer) resolve(answer.report)
      else reject('problem' in answer ? new ProblemError(answer.problem) : new Error(answer.message))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      // After an answer this says nothing.
      reject(new Error(`The salvage thread ended with ${code}`))
    })
  })
}
