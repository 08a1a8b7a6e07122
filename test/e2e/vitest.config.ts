import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

/** Browser journeys, two files at a time: a page waits more than it computes. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A loaded machine is slow, not wrong: a second, the default, was too short for one.
    expect: { poll: { timeout: 20_000 } },
    passWithNoTests: false,
  },
})
