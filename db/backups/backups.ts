/** The backups of the open file: made by the hour, on closing and before large steps; copied to a second place; restored. */
import type { z } from 'zod'
import type { backupOperations } from '#shared/contract/backups.ts'
import { type Message, ProblemError, problem } from '#shared/contract/problem.ts'
import { classify } from '../classify.ts'
import type { OpenFile } from '../connection.ts'
import type { Preferences } from '../preferences.ts'
import type { Workspaces } from '../workspaces.ts'
import { firstChange, headOf, sameHead } from './copy-facts.ts'
import type { Disk } from './disk.ts'
import { folderInPlace, rotate } from './disk-work.ts'
import { messageOf } from './failure-message.ts'
import { type Backup, backupFolder, listBackups, type Sidecar } from './list.ts'
import { createLooks } from './looks.ts'
import { makeBackup } from './make.ts'
import { restoreBackup, restoreCopy, restoredOf } from './restore.ts'
import { saveCopy } from './save-copy.ts'

const hour = 3_600_000
/** A backup older than this is told on the home screen, where the file has gone on since. */
const staleAfter = 8 * 24 * hour

export type BackupState = z.infer<(typeof backupOperations)['backups.state']['output']>

export interface Backups {
  state(): BackupState
  /** The open file's own backups, newest first. */
  list(): Backup[]
  listPlace(): Promise<Backup[]>
  named(where: 'here' | 'place', id: string): Promise<Backup>
  /** @throws ProblemError and file errors as `makeBackup`; they are remembered for `state` too. */
  make(reason: Sidecar['reason'], onProgress?: (share: number) => void): Promise<Backup>
  /** A verified copy of the open file at `target`. @throws ProblemError and file errors as `saveCopy`. */
  saveCopy(target: string): Promise<{ size: number; sha256: string }>
  /** Makes one where the file has gone on since the newest; a failure is told by `state` and stops nothing. */
  makeIfChanged(reason: Sidecar['reason']): Promise<void>
  /** Looks whether an hour has passed with changes. Called every minute; tests call it themselves. */
  tick(): Promise<void>
  /** @throws file errors where it can't be read; `state` tells of it as long as the backup is there. */
  check(backup: Backup): Promise<{ good: boolean; findings: number }>
  /** True while one is made, copied or restored. */
  busy(): boolean
  restore(backup: Backup, onStep: (step: 'keeping' | 'checking') => void): Promise<{ damagedCopy: string | null }>
  /** @throws ProblemError and file errors as `restore.ts` says. */
  restoreCopy(backup: Backup, target: string, newId: () => string): Promise<void>
  /** @throws ProblemError `refused` for the newest good one. */
  remove(backup: Backup): Promise<void>
  setPlace(path: string | null): Promise<void>
  /** @throws ProblemError `fileMissing` where the place is not there; file errors as they come. */
  catchUp(): Promise<number>
}

export function createBackups(given: {
  home: string
  app: string
  now: () => string
  workspaces: Workspaces
  preferences: Preferences
  disk: Disk
  /** False: none by the hour and on closing. */
  automatic: boolean
  /** Told when `state` or a list has changed. */
  onChanged: () => void
}): Backups {
  const { home, workspaces, preferences, disk, now } = given
  /** Per file, for this run. */
  const failures = new Map<string, Message>()
  const places = new Map<string, { caughtUpAt: string | null; problem: Message | null; lacking: number }>()
  /** Id of the one that is being restored: the backup made before it must not rotate it away. */
  let spared: string | null = null
  const damagedCopies = new Map<string, string>()
  const looks = createLooks({ disk, now, onChanged: given.onChanged })
  /** One at a time: two at once would only be slower. */
  let queue: Promise<unknown> = Promise.resolve()
  let turns = 0
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    turns += 1
    const turn = queue.then(work, work).finally(() => (turns -= 1))
    queue = turn.catch(() => {})
    return turn
  }

  const opened = (): { file: OpenFile; fileId: string } => {
    const file = workspaces.file()
    const fileId = workspaces.fileId()
    if (!file || fileId === null) throw problem('noWorkspace', 'problems.noWorkspace')
    return { file, fileId }
  }
  const newestGood = (list: readonly Backup[]) => {
    const at = now()
    return list.find((one) => one.good && one.madeAt <= at)
  }
  /** The good one that says most of the file: one that is as the file is (it was restored, say), else the newest. */
  const bestOf = (file: OpenFile, list: readonly Backup[]): Backup | undefined => {
    const [at, head] = [now(), headOf(file.db)]
    return list.find((one) => one.good && one.madeAt <= at && sameHead(one, head)) ?? newestGood(list)
  }
  const changesSince = (file: OpenFile, best: Backup | undefined): number => {
    const head = headOf(file.db)
    if (!best) return head.changes
    // Restored to something older, or a name erased: the numbers say nothing, but something differs.
    return sameHead(best, head) ? 0 : Math.max(1, head.changes - best.changes)
  }

  /** How the file stands to its backups. A damaged file that can't tell counts as unchanged: that it is damaged is told elsewhere. */
  const standing = (file: OpenFile) => {
    const list = self.list()
    try {
      const newest = bestOf(file, list)
      return { newest, since: changesSince(file, newest), from: newest?.madeAt ?? firstChange(file.db) }
    } catch {
      return { newest: newestGood(list), since: 0, from: null }
    }
  }

  /** Those that wait for their turn: whoever asks for the same meanwhile gets the same. */
  const waiting = new Map<Sidecar['reason'], Promise<Backup>>()
  const make = (reason: Sidecar['reason'], onProgress?: (share: number) => void): Promise<Backup> => {
    const known = waiting.get(reason)
    if (known) return known
    const making = inTurn(async () => {
      waiting.delete(reason)
      const { file, fileId } = opened()
      const newest = newestGood(self.list())
      // Asked for twice in a minute with nothing in between: the one that is there says it all.
      if (
        newest?.reason === reason &&
        changesSince(file, newest) === 0 &&
        Date.parse(now()) - Date.parse(newest.madeAt) < 60_000
      ) {
        return newest
      }
      try {
        const made = await makeBackup(file, { home, reason, now: now(), app: given.app }, disk, onProgress)
        rotate(backupFolder(home, fileId), now(), spared)
        failures.delete(fileId)
        return made
      } catch (cause) {
        // Where the file was closed meanwhile, nothing failed that anybody needs to hear of.
        if (workspaces.file() === file) failures.set(fileId, messageOf(cause))
        throw cause
      } finally {
        given.onChanged()
      }
    }).then((made) => {
      // Not waited for: a share may take its time.
      if (placeOf(made.fileId)) void self.catchUp().catch(() => {})
      return made
    })
    waiting.set(reason, making)
    return making
  }

  const placeOf = (fileId: string): string | undefined => preferences.get().backupPlaces[fileId]

  const self: Backups = {
    state() {
      const { file, fileId } = opened()
      const { newest, since, from } = standing(file)
      const path = placeOf(fileId)
      return {
        newest: newest ? { madeAt: newest.madeAt, reason: newest.reason } : null,
        changesSince: since,
        stale: since > 0 && from !== null && Date.parse(now()) - Date.parse(from) > staleAfter,
        place: path === undefined ? null : { path, caughtUpAt: null, problem: null, lacking: 0, ...places.get(fileId) },
        problem: failures.get(fileId) ?? null,
        restored: restoredOf(file.db),
        damagedCopy: damagedCopies.get(file.path) ?? null,
        looked: looks.newest(self.list()),
      }
    },
    list() {
      const file = workspaces.file()
      if (!file) throw problem('noWorkspace', 'problems.noWorkspace')
      try {
        return listBackups(home, { fileId: opened().fileId })
      } catch {
        // Too damaged to tell its id: its path finds them.
        return listBackups(home, { sourcePath: file.path })
      }
    },
    async listPlace() {
      const { fileId } = opened()
      const path = placeOf(fileId)
      if (path === undefined) return []
      await disk({ what: 'list', folder: path })
      try {
        return await disk({ what: 'list', folder: folderInPlace(path, fileId) })
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw problem('fileMissing', 'problems.placeMissing')
        throw cause
      }
    },
    async named(where, id) {
      const found = (where === 'here' ? self.list() : await self.listPlace()).find((one) => one.id === id)
      if (!found) throw problem('notFound', 'problems.backupGone')
      return found
    },
    make,
    saveCopy: (target) =>
      inTurn(async () => {
        const { file, fileId } = opened()
        try {
          return await saveCopy(file, { home, fileId, target }, disk)
        } catch (cause) {
          throw workspaces.file() === file ? cause : problem('cancelled', 'problems.cancelled')
        }
      }),
    async makeIfChanged(reason) {
      if (!given.automatic) return
      try {
        const file = workspaces.file()
        // A file that only opens for reading is not ours to look after, and does not change.
        if (!file || file.readOnly || changesSince(file, bestOf(file, self.list())) === 0) return
        await make(reason)
      } catch {
        // `state` tells it. What the backup was made before (closing, an import) goes on.
      }
    },
    async tick() {
      try {
        const file = workspaces.file()
        if (!file || file.readOnly) return
        const from = newestGood(self.list())?.madeAt ?? firstChange(file.db)
        if (from !== null && Date.parse(now()) - Date.parse(from) >= hour) await self.makeIfChanged('hourly')
        const fileId = workspaces.fileId()
        if (fileId === null) return
        // Where nothing changes no new ones come, and the old ones must go all the same.
        rotate(backupFolder(home, fileId), now(), spared)
        const known = places.get(fileId)
        // A place that was not there is looked for again; one not seen in this run is looked at once.
        if (placeOf(fileId) && (known === undefined || known.problem)) await self.catchUp().catch(() => {})
      } catch {
        // A damaged file or a folder that can't be read: told where it is met, and looked at again in a minute.
      }
    },
    check: looks.check,
    busy: () => turns > 0 || spared !== null,
    async restore(backup, onStep) {
      const file = workspaces.file()
      if (!file) throw problem('noWorkspace', 'problems.noWorkspace')
      // One found damaged takes no more writing; putting a backup in its place is the way out.
      if (file.readOnly && !file.warnings.includes('damaged')) throw problem('readOnly', 'problems.readOnly')
      onStep('keeping')
      spared = backup.id
      try {
        let kept: Backup | null = null
        try {
          kept = await make('beforeRestore')
        } catch (cause) {
          // Too damaged to be backed up: its bytes are kept instead. Anything else (a full disk) means that it can't be kept at all.
          const code = cause instanceof ProblemError ? cause.problem.code : classify(cause)?.code
          if (code !== 'damagedFile') throw cause
        }
        onStep('checking')
        if (workspaces.file() !== file) throw problem('cancelled', 'problems.cancelled')
        const outcome = await restoreBackup({ home, backup, target: file.path, now: now(), app: given.app }, disk, {
          kept: () => kept,
          swap(work) {
            if (workspaces.file() !== file) throw problem('cancelled', 'problems.cancelled')
            return workspaces.swap(work)
          },
        })
        if (outcome.damagedCopy) damagedCopies.set(file.path, outcome.damagedCopy)
        return outcome
      } finally {
        spared = null
      }
    },
    restoreCopy: (backup, target, newId) => restoreCopy({ backup, target, now: now(), newId }, disk),
    async remove(backup) {
      const list = self.list()
      const needed = [newestGood(list)?.id, bestOf(opened().file, list)?.id]
      if (needed.includes(backup.id)) throw problem('refused', 'problems.newestBackup')
      await disk({ what: 'remove', backups: [backup] })
      given.onChanged()
    },
    async setPlace(path) {
      const { fileId } = opened()
      if (path !== null) await disk({ what: 'found', place: path })
      const { [fileId]: _before, ...others } = preferences.get().backupPlaces
      preferences.set({ backupPlaces: path === null ? others : { ...others, [fileId]: path } })
      places.delete(fileId)
      given.onChanged()
    },
    async catchUp() {
      if (placeOf(opened().fileId) === undefined) return 0
      return inTurn(async () => {
        const { fileId } = opened()
        const place = placeOf(fileId)
        if (place === undefined) return 0
        const from = backupFolder(home, fileId)
        try {
          const done = await disk({ what: 'catchUp', from, place, fileId, now: now(), spared })
          places.set(fileId, { caughtUpAt: now(), problem: null, lacking: 0 })
          return done.copied
        } catch (cause) {
          const before = places.get(fileId)
          const seen = before?.caughtUpAt ?? ''
          const lacking = listBackups(home, { fileId }).filter((one) => one.madeAt > seen).length
          places.set(fileId, { caughtUpAt: before?.caughtUpAt ?? null, problem: messageOf(cause), lacking })
          throw cause
        } finally {
          given.onChanged()
        }
      })
    },
  }
  return self
}
