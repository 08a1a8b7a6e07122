import { defineConfig } from 'vitest/config'

/** `npm run test:app`: the program itself, in the real Electron. One after the other: a second start of it would hand over to the first. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/electron-app/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    passWithNoTests: false,
  },
})
