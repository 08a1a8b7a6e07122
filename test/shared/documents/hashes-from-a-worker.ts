/** A program: makes both documents in a worker and prints their hashes. Run by no-host.test.ts in a Node that may write nothing. */
import { createHash } from 'node:crypto'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { renderBoardPackageDocx } from '#shared/documents/board-package-docx.ts'
import { renderBoardPackageXlsx } from '#shared/documents/board-package-xlsx.ts'
import { aSnapshot } from './a-snapshot.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url))
  worker.on('message', (hashes) => console.log(JSON.stringify(hashes)))
} else {
  const snapshot = aSnapshot()
  parentPort?.postMessage([
    hashOf(await renderBoardPackageDocx(snapshot)),
    hashOf(await renderBoardPackageXlsx(snapshot)),
  ])
}
