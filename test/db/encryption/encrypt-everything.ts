/** A setup file of `npm run test:encrypted`: every file that the tests make is encrypted; their threads and processes have the key too. */
import { randomBytes } from 'node:crypto'
import { recoveryCodeOf } from '#shared/domain/recovery-code.ts'

process.env.FYR_TEST_CODE ??= recoveryCodeOf(randomBytes(16))
process.env.NODE_OPTIONS = `--import=${new URL('learn-code.ts', import.meta.url).href}`
await import('./learn-code.ts')
