import { z } from 'zod'
import { day, instant } from '#shared/domain/values.ts'
import { done, message, nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'

/** Why a backup was made. A merge will make one too once there is one. */
export const backupReasons = ['hourly', 'close', 'byHand', 'beforeMigration', 'beforeImport', 'beforeRestore'] as const
/** Where backups lie: in Fyr's own folder on this device, or in the second place that the user chose. */
export const backupWheres = ['here', 'place'] as const

/** The file fact `restored`: when the file was put back, and which backup it is. */
export const restored = z.object({ at: instant, madeAt: instant, reason: z.enum(backupReasons) })

/**
 * The newest whole check of a backup. `good`: the bytes are those that were made, and SQLite finds nothing. `findings`: what the check of
 * its content found, which was in the file too when it was made, and keeps nobody from restoring it.
 */
export const backupCheck = z.object({ at: instant, good: z.boolean(), findings: z.int().default(0) })

const backup = z.object({
  /** Names the backup in its folder; no path crosses the contract. */
  id: z.string(),
  madeAt: instant,
  reason: z.enum(backupReasons),
  /** Bytes. */
  size: z.int(),
  /** Records that are not removed, by kind of record. */
  counts: z.record(z.string(), z.int()),
  /** How many changes its log holds. */
  changes: z.int(),
  /** Version of Fyr that made it. */
  app: z.string(),
  /** False where it is not as long as it was made, or a check found it changed: it can't be restored. */
  good: z.boolean(),
  checked: backupCheck.nullable(),
})
const place = z.object({
  /** Shown to the user; never sent back. */
  path: z.string(),
  /** When everything here was last found or copied there; null: not since it was chosen or Fyr was started. */
  caughtUpAt: instant.nullable(),
  /** Why the last attempt failed. */
  problem: message.nullable(),
  /** Backups here that it lacks, as far as is known. */
  lacking: z.int(),
})
/** A change that a restore would take away, in what its words need. */
const lostChange = z.object({
  stamp: z.string(),
  at: instant,
  actor: z.string(),
  device: z.string(),
  /** The first record that it wrote; null where that can't be named. */
  record: z
    .object({ entity: z.string(), name: z.string(), day: day.nullable(), deed: z.enum(['made', 'changed', 'removed']) })
    .nullable(),
  /** How many other records it wrote. */
  others: z.int(),
})
const one = { where: z.enum(backupWheres), backupId: z.string().max(200) }
const job = z.object({ jobId: z.string() })

export const backupOperations = {
  /** How safe the file is, in few words; cheap enough for the home screen. */
  'backups.state': query({
    input: nothing,
    output: z.object({
      /** The newest good backup on this device; an older one where that is just as the file is (it was restored). */
      newest: z.object({ madeAt: instant, reason: z.enum(backupReasons) }).nullable(),
      /** Changes of the file that the newest good backup lacks. */
      changesSince: z.int(),
      /** The newest good backup is older than 8 days, or there is none and the file is, and there are changes it lacks. */
      stale: z.boolean(),
      place: place.nullable(),
      /** Why the last backup could not be made; null once one could. */
      problem: message.nullable(),
      restored: restored.nullable(),
      /** Name of the byte copy beside the file that the last restore of this run made of a file too damaged to be backed up. */
      damagedCopy: z.string().nullable(),
      /** The newest whole check of a backup here, by the user or by Fyr once a day. `findings`: the file had them when it was backed up. */
      looked: z
        .object({
          madeAt: instant,
          at: instant,
          found: z.enum(['sound', 'findings', 'damaged', 'unreadable']),
          findings: z.int(),
        })
        .nullable(),
    }),
    reads: ['workspace', 'backups'],
  }),
  /** The backups of the open file, newest first. @throws `fileMissing`, `unavailable` where the second place isn't there. */
  'backups.list': query({
    input: z.strictObject({ where: z.enum(backupWheres) }),
    output: z.array(backup),
    reads: ['workspace', 'backups'],
  }),
  /** Makes one now. A job: `jobs.show` tells its progress. */
  'backups.make': command({ input: nothing, output: job, touches: ['backups'] }),
  /** Every check of one backup, the replay of its log among them; the outcome stands in the list afterwards. A job. */
  'backups.check': command({ input: z.strictObject(one), output: job, touches: ['backups'] }),
  /** What restoring one would mean, against the file as it is now. */
  'backups.preview': query({
    input: z.strictObject(one),
    output: z.object({
      backup,
      /** Changes in the file that the backup lacks: how many commands, and the newest 20 of them. */
      lost: z.object({ count: z.int(), newest: z.array(lostChange) }),
      /** Commands in the backup that the file lacks: it was restored to something older meanwhile. */
      returning: z.int(),
      /** Names erased since (`contacts.anonymise`): they come back with the backup and must be erased again. */
      erasures: z.int(),
    }),
    reads: ['workspace', 'backups'],
  }),
  /**
   * Puts a backup in the place of the open file, which is kept as a backup of its own. A job; afterwards every screen reads anew.
   * @throws `refused` while an export or another job runs, `readOnly`, `notFound`.
   */
  'backups.restore': command({ input: z.strictObject(one), output: job, touches: ['backups'] }),
  /** Writes a backup out as a file with an id of its own. Asks where; null when the user thinks better of it. */
  'backups.restoreCopy': command({ input: z.strictObject(one), output: savedFile.nullable(), touches: [] }),
  /** Removes one on this device for good. @throws `refused` for the newest good one and the one that is as the file is. */
  'backups.remove': command({
    input: z.strictObject({ backupId: z.string().max(200) }),
    output: done,
    touches: ['backups'],
  }),
  /** Asks for the folder of the second place (a stick, a share), and copies what is there. False when the user thinks better of it. */
  'backups.setPlace': command({ input: nothing, output: z.object({ chosen: z.boolean() }), touches: ['backups'] }),
  /** Copies nothing more there. What was copied stays. */
  'backups.clearPlace': command({ input: nothing, output: done, touches: ['backups'] }),
  /** Copies now what the second place lacks. @throws as the copying does (`fileMissing`, `diskFull` …). */
  'backups.catchUp': command({ input: nothing, output: z.object({ copied: z.int() }), touches: ['backups'] }),
}
