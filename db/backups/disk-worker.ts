import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '#shared/contract/problem.ts'
import type { DiskAnswer, DiskWork } from './disk.ts'
import { doDiskWork } from './disk-work.ts'

parentPort?.postMessage(await answer(workerData as DiskWork))

async function answer(work: DiskWork): Promise<DiskAnswer> {
  try {
    return { result: await doDiskWork(work) }
  } catch (cause) {
    if (cause instanceof ProblemError) return { problem: cause.problem }
    const { message, code } = cause as NodeJS.ErrnoException
    return { error: { message, ...(code === undefined ? {} : { code }) } }
  }
}
