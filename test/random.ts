/**
 * fast-check for every test. On a developer's machine each run tries others, and a failure prints its seed; in CI every run is the same, so
 * that a change is never refused for what it did not do. `FYR_SEED=123 npm test` tries one seed again.
 */
import fc from 'fast-check'

const seed = process.env.FYR_SEED ?? (process.env.CI ? '1' : undefined)
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })

export default fc
