import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Unit and contract tests. Browser journeys lie in test/e2e and have a configuration of their own. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    include: ['test/{shared,db,electron,renderer,architecture,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // Vitest leaves one core free; on two that is half of them.
    maxWorkers: '100%',
    testTimeout: 30_000,
    passWithNoTests: false,
  },
})
