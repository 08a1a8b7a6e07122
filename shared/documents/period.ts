import type { Snapshot } from './snapshot.ts'
import type { Words } from './words.ts'

/** The package's period in words. */
export function periodOf(snapshot: Snapshot, { t, day }: Words): string {
  const { periodFrom, periodTo } = snapshot.package
  return t('documents.cover.periodValue', { from: day(periodFrom), to: day(periodTo) })
}
