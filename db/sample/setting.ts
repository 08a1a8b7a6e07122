import type { Day } from '#shared/domain/values.ts'
import type { Writer } from '../changes.ts'
import type { Random } from './random.ts'
import type { SampleSource } from './source.ts'

/** Something that happened, in its place in time. */
export interface Step {
  readonly at: number
  readonly run: (write: Writer) => void
}
export interface Setting {
  readonly source: SampleSource
  readonly random: Random
  readonly today: Day
  readonly from: Day
  readonly years: readonly number[]
  readonly visitsPerYear: number
  readonly add: (day: Day, time: string, run: Step['run']) => void
}
