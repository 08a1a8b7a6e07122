import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests of the database once more, over encrypted files. `npm run test:encrypted` */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: { 'better-sqlite3': fileURLToPath(new URL('db/encryption/keyed-driver.ts', import.meta.url)) } },
  test: {
    name: 'encrypted',
    include: ['test/db/**/*.test.ts'],
    setupFiles: ['test/db/encryption/encrypt-everything.ts'],
    environment: 'node',
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    // A hostile test's desk has a large file to back up and close.
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
