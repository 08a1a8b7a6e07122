import type { z } from 'zod'
import type { backupOperations } from '#shared/contract/backups.ts'
import type { Disk } from './disk.ts'
import type { Backup } from './list.ts'

type Look = z.infer<(typeof backupOperations)['backups.state']['output']>['looked']

/** Whole checks of backups, and what the newest of them found. One that could not be read is remembered for this run. */
export function createLooks({
  disk,
  now,
  onChanged,
}: {
  readonly disk: Disk
  readonly now: () => string
  readonly onChanged: () => void
}): {
  /** @throws file errors where it can't be read. */
  check(backup: Backup): Promise<{ good: boolean; findings: number }>
  newest(list: readonly Backup[]): Look
} {
  const unread = new Map<string, string>()
  return {
    async check(backup) {
      try {
        const found = await disk({ what: 'check', backup, now: now() })
        unread.delete(backup.path)
        return found
      } catch (cause) {
        unread.set(backup.path, now())
        throw cause
      } finally {
        onChanged()
      }
    },
    newest: (list) =>
      list
        .flatMap((backup) => lookAt(backup, unread.get(backup.path)) ?? [])
        .reduce<Look>((last, one) => (last && last.at >= one.at ? last : one), null),
  }
}

function lookAt({ madeAt, checked }: Backup, failed: string | undefined): Look {
  if (failed !== undefined) return { madeAt, at: failed, found: 'unreadable', findings: 0 }
  if (!checked) return null
  const found = !checked.good ? 'damaged' : checked.findings > 0 ? 'findings' : 'sound'
  return { madeAt, at: checked.at, found, findings: checked.findings }
}
