import type { Day } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import type { Desk } from './meetings/desk.ts'
import type { Random } from './random.ts'
import type { SampleSource } from './source.ts'

/**
 * Something that happened, in its place in time: `run` writes within a change that may hold more steps, `act` works at the desk,
 * where each operation is a change of its own.
 */
export type Step = { readonly at: number } & (
  | { readonly run: (write: Writer) => void }
  | { readonly act: (desk: Desk) => void; readonly own: Random | null }
)
export interface Setting {
  readonly source: SampleSource
  readonly random: Random
  readonly today: Day
  readonly from: Day
  readonly years: readonly number[]
  readonly visitsPerYear: number
  readonly add: (day: Day, time: string, run: (write: Writer) => void) => void
  /** `time` is of the clock on the wall, `HH:MM`. With `own`, ids are drawn from that chance and not from the meetings'. */
  readonly act: (day: Day, time: string, act: (desk: Desk) => void, own?: Random) => void
}
