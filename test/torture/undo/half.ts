/** A process that takes a share of the histories, so that two cores work: `half.ts SEED COUNT`. */
import { forgetBase } from '../desk.ts'
import { removeFolders } from '../folders.ts'
import { seeded } from '../row.ts'
import { histories } from './histories.ts'

export type HalfSays = { readonly failure: string | null } | { readonly count: string; readonly by: number }

const [seed, count] = process.argv.slice(2).map(Number)
const say = (what: HalfSays) => process.send?.(what)
try {
  await histories(count ?? 0, seeded(seed ?? 0), {
    case: (failure = null) => say({ failure }),
    count: (what, by = 1) => say({ count: what, by }),
    time() {},
    skip() {},
  })
} finally {
  removeFolders()
  forgetBase()
}
