import { parentPort, workerData } from 'node:worker_threads'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import type { DocumentFormat } from './rendering.ts'

const { snapshot, format } = workerData as { snapshot: Snapshot; format: DocumentFormat }
const onProgress = (share: number, step: string) => parentPort?.postMessage({ share, step })

// Each library loads only for the document that needs it.
const bytes =
  format === 'docx'
    ? await (await import('#shared/documents/board-package-docx.ts')).renderBoardPackageDocx(snapshot, onProgress)
    : await (await import('#shared/documents/board-package-xlsx.ts')).renderBoardPackageXlsx(snapshot, onProgress)
parentPort?.postMessage({ bytes })
