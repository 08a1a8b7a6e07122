import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildStale, rendererStep } from '#electron/build-steps.ts'

declare module 'vitest' {
  interface ProvidedContext {
    rendererDir: string
  }
}

/** Builds the renderer once for all journeys, only where it is stale. */
export default async function setup(project: TestProject): Promise<void> {
  await buildStale([rendererStep], (line) => console.log(line))
  project.provide('rendererDir', fileURLToPath(new URL('../../dist/renderer', import.meta.url)))
}
