/** A handler's context over a test store, with files behind fake ports and rendering that makes bytes of the snapshot itself. */
import { existsSync } from 'node:fs'
import type { Context } from '#db/context.ts'
import { createFiles } from '#db/files.ts'
import { createJobs, type Job } from '#db/jobs.ts'
import type { PdfMaker } from '#db/pdf.ts'
import type { Rendering } from '#db/rendering.ts'
import type { Ports } from '#db/worker-protocol.ts'
import { aStore, steppingClock, type TestStore } from './a-store.ts'

/** Steps as a real renderer reports them, and the snapshot's own JSON for bytes. */
const plainRendering: Rendering = {
  render: async (snapshot, _format, onProgress) => {
    onProgress(0.5, 'layout')
    return new TextEncoder().encode(JSON.stringify(snapshot))
  },
  renderPaper: async (paper) => new TextEncoder().encode(JSON.stringify(paper)),
  renderPartner: async (paper) => new TextEncoder().encode(JSON.stringify(paper)),
  renderPlan: async (paper) => new TextEncoder().encode(JSON.stringify(paper)),
  renderWorkbook: async (spec) => new TextEncoder().encode(JSON.stringify(spec)),
  check: async () => [],
}

/** A machine on which nothing makes PDF. */
const noPdf: PdfMaker = {
  means: () => null,
  convert: async () => {
    throw new Error('nothing here makes PDF')
  },
}

export interface TestContext extends TestStore {
  readonly context: Context
  /** Every state that a job announced, in order. */
  readonly seen: Job[]
}

export function aContext(
  options: { ports?: Partial<Ports>; rendering?: Rendering; pdf?: PdfMaker; start?: string } = {},
): TestContext {
  const made = aStore()
  const seen: Job[] = []
  let last = ''
  const jobs = createJobs(() => {
    const job = jobs.show(last)
    if (job) seen.push(job)
  })
  const ports: Ports = {
    pickOpen: async () => null,
    pickFolder: async () => null,
    pickSave: async () => null,
    openFile: async ({ path }) => ({ ok: existsSync(path) }),
    revealFile: async ({ path }) => ({ ok: existsSync(path) }),
    downloadUrl: async () => null,
    printPages: async () => null,
    ...options.ports,
  }
  const context: Context = {
    store: made.store,
    clock: steppingClock(options.start ?? '2026-09-20T08:00:00.000Z'),
    newId: made.newId,
    files: createFiles(ports),
    rendering: options.rendering ?? plainRendering,
    pdf: options.pdf ?? noPdf,
    jobs: {
      ...jobs,
      start: (work) => {
        last = jobs.start(work)
        return last
      },
    },
    get workspaces(): never {
      throw new Error('this test has no workspaces')
    },
    get troubles(): never {
      throw new Error('this test has no troubles')
    },
    get backups(): never {
      throw new Error('this test has no backups')
    },
    get checks(): never {
      throw new Error('this test has no checks')
    },
    get codes(): never {
      throw new Error('this test has no codes')
    },
    get searchRebuild(): never {
      throw new Error('this test has no search to rebuild')
    },
    get supervision(): never {
      throw new Error('this test has no supervision')
    },
    actor: { personId: made.me, name: 'Kari Berg' },
    announce: () => {},
    operation: 'test',
    wrote: () => {},
    committing: () => {},
  }
  return { ...made, context, seen }
}
