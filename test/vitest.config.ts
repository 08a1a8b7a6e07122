import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Unit and contract tests. Browser journeys lie in test/e2e and have a configuration of their own. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    projects: [
      // Modules of shared/ and db/ hold no state, so their tests need no process each: that took more time than many of them.
      { extends: true, test: { name: 'shared and db', include: ['test/{shared,db}/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'all else', include: ['test/{electron,renderer,architecture,bench}/**/*.test.{ts,tsx}'] },
      },
    ],
    environment: 'node',
    pool: 'forks',
    // Vitest leaves one core free; on two that is half of them.
    maxWorkers: '100%',
    testTimeout: 30_000,
    passWithNoTests: false,
  },
})
