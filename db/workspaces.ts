import { existsSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { problem } from '#shared/contract/problem.ts'
import type { samples, workspace } from '#shared/contract/workspace.ts'
import { likelyRules, presetOf } from '#shared/domain/body-presets.ts'
import { addMonths, todayIn } from '#shared/domain/days.ts'
import { defaultSectors } from '#shared/domain/default-sectors.ts'
import type { Person } from '#shared/domain/records/person.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { transact } from './changes.ts'
import { type OpenFile, type OpenOptions, openFile } from './connection.ts'
import { codeOfConnection } from './encryption/connect.ts'
import { learnCodes } from './encryption/keyring.ts'
import { isSweepDue, sweepErased } from './erasure.ts'
import { freeName, sweepLeftovers } from './files.ts'
import { newPartnership } from './new-partnership.ts'
import type { Troubles } from './opening/troubles.ts'
import type { Preferences } from './preferences.ts'
import { lastLinksHold } from './replay.ts'
import { hasUnreadReport } from './salvage/report-shown.ts'
import { createStore, find, readAll, type Store, sql } from './store.ts'

export type WorkspaceShown = z.infer<typeof workspace>
export interface NewPartnership {
  readonly name: string
  readonly country: Country
  readonly language: Language
  readonly givenName: string
  readonly familyName: string
}
export type SampleName = (typeof samples)[number]

/** The one partnership file that is open, and the ways to another. */
export interface Workspaces {
  readonly preferences: Preferences
  store(): Store
  file(): OpenFile | null
  /** Id of the open file, its key in the preferences. */
  fileId(): string | null
  /** The person who sits here; null where nobody is chosen. */
  me(): Person | null
  show(): WorkspaceShown | null
  /** `code`: recovery code that the file is encrypted with; null or nothing for a plain one. */
  create(path: string, partnership: NewPartnership, code?: string | null): WorkspaceShown
  open(path: string): WorkspaceShown
  openSample(sample: SampleName, path: string): Promise<WorkspaceShown>
  /** The open file gave a damaged page: nothing more is written in it, and the window says so. */
  foundDamaged(): void
  /** Looks whether the open file's pages hold together; where they don't, it counts as found damaged. A large file takes a second. */
  lookAgain(): void
  /** The user knows that acknowledged changes are missing. */
  acknowledge(): void
  /** Closes the open file, runs `work` on it, and opens what lies there then, whether or not `work` throws. */
  swap<T>(work: () => T extends PromiseLike<unknown> ? never : T): T
  close(): void
}

/** No file is open at first. Opening another closes the one in hand, but only once the other could be opened. */
export function createWorkspaces(options: {
  preferences: Preferences
  now: () => string
  newId: () => string
  /** Told when a check of the open file has found something. */
  onWarning: () => void
  /** Keeps a file before it is migrated (`connection.ts`). */
  beforeMigration?: NonNullable<OpenOptions['beforeMigration']>
  /** Told when another file is open: nothing that was read before holds. */
  onOpened?: () => void
  /** Told when a file is closed, for another one or for none. */
  onClosed?: () => void
  /** Told of a file that could not be opened, and when another could. */
  troubles?: Pick<Troubles, 'met' | 'over'>
}): Workspaces {
  const { preferences, now, newId } = options
  let open: { file: OpenFile; store: Store } | null = null

  const use = (file: OpenFile): WorkspaceShown => {
    const store = createStore(file.db, {
      now,
      device: preferences.get().device,
      deviceName: preferences.get().deviceName,
      readOnly: file.readOnly,
      counted: file.counted,
    })
    const before = open
    open = { file, store }
    try {
      const shown = self.show()
      if (!shown) throw problem('damagedFile', 'problems.noPartnership', { file: basename(file.path) })
      if (before) {
        before.file.close()
        options.onClosed?.()
      }
      remember(file, shown.partnership.name)
      options.troubles?.over()
      options.onOpened?.()
      if (file.kept) {
        options.troubles?.met(file.kept, problem('damagedFile', 'problems.walDamaged', { file: basename(file.kept) }))
      }
      if (file.warnings.includes('uncleanExit')) setImmediate(checkAfterCrash, file)
      if (!file.readOnly && isSweepDue(store)) setImmediate(sweepAfterCrash, file)
      return shown
    } catch (cause) {
      open = before
      throw cause
    }
  }
  /** Ended between erasing a name and sweeping the bytes: the sweep is made good. */
  const sweepAfterCrash = (file: OpenFile): void => {
    if (open?.file === file && !file.readOnly) sweepErased(open.store)
  }
  /** The list of recent files and the sweeping are comforts: a full home folder must not keep a file from opening. */
  const remember = (file: OpenFile, name: string): void => {
    try {
      // What an encrypted file says, its name among it, stands nowhere in the clear; what it is called on the disk does anyway.
      preferences.opened(file.path, codeOfConnection(file.db) === null ? name : basename(file.path, '.fyr'), now())
      sweepLeftovers(dirname(file.path))
    } catch {
      // The file is open all the same.
    }
  }
  /** Off the path to first paint: a large file takes a second or more. */
  const checkAfterCrash = (file: OpenFile): void => {
    if (open?.file === file && !isSound(file.db)) self.foundDamaged()
  }
  /** The present file stays open until the next one is: a file that can't be opened must not close the one in hand. */
  const replace = (next: () => OpenFile): WorkspaceShown => {
    const file = next()
    try {
      return use(file)
    } catch (cause) {
      file.close()
      throw cause
    }
  }

  /** In a sample the visitor is its first person, so that a visit can be logged at once. */
  const sitDown = (): void => {
    const fileId = self.fileId()
    const first = open && readAll(open.store, 'persons', 'id').find((person) => person.organisationId === null)
    if (fileId && first) preferences.set({ me: { ...preferences.get().me, [fileId]: first.id } })
  }

  const self: Workspaces = {
    preferences,
    store: () => open?.store ?? missing(),
    file: () => open?.file ?? null,
    fileId: () =>
      open ? (sql(open.store, "SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get() as string) : null,
    me() {
      const id = preferences.get().me[self.fileId() ?? '']
      const person = open && id ? find(open.store, 'persons', id) : undefined
      // Whoever was removed (by undoing, say) sits here no more.
      return person && person.deletedAt === null ? person : null
    },
    show() {
      if (!open) return null
      const partnership = readAll(open.store, 'partnership', 'id')[0]
      if (!partnership) return null
      const { file } = open
      return {
        fileName: basename(file.path),
        location: dirname(file.path),
        readOnly: file.readOnly,
        warnings: [...file.warnings, ...(hasUnreadReport(file.db) ? (['salvaged'] as const) : [])],
        missingChanges: file.missing(),
        partnership,
        me: self.me(),
      }
    },
    // Making a file and its first records is one step to the user: where the records fail, the file goes too.
    create(path, partnership, code) {
      const full = extname(path) === '.fyr' ? path : `${path}.fyr`
      const target = existsSync(full) ? freeName(full) : full
      if (code) learnCodes([code])
      const made = openFile(target, { create: true, ...(code ? { code } : {}) })
      try {
        const me = found(made, partnership, { now, newId, device: preferences.get().device })
        const fileId = made.db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get() as string
        preferences.set({ me: { ...preferences.get().me, [fileId]: me } })
        return use(made)
      } catch (cause) {
        made.close()
        for (const end of ['', '-wal', '-commits']) rmSync(target + end, { force: true })
        throw cause
      }
    },
    open(path) {
      const same = open && existsSync(path) && open.file.path === realpathSync(path)
      const { beforeMigration } = options
      try {
        return same
          ? (self.show() ?? missing())
          : replace(() => openFile(path, beforeMigration ? { beforeMigration } : {}))
      } catch (cause) {
        options.troubles?.met(path, cause)
        throw cause
      }
    },
    async openSample(sample, path) {
      const { makeSample } = await import('./sample/make-sample.ts')
      const target = existsSync(path) ? freeName(path) : path
      makeSample(target, { sample, today: todayIn('Europe/Oslo', now()) })
      self.open(target)
      sitDown()
      return self.show() ?? missing()
    },
    swap(work) {
      const { path } = (open ?? missing()).file
      self.close()
      try {
        return work()
      } finally {
        self.open(path)
      }
    },
    foundDamaged() {
      if (!open || open.file.warnings.includes('damaged')) return
      open.file.stopWriting()
      open.store.readOnly = true
      open.file.warnings.push('damaged')
      options.onWarning()
    },
    lookAgain() {
      if (open) checkAfterCrash(open.file)
    },
    acknowledge() {
      open?.file.acknowledge()
    },
    close() {
      if (!open) return
      open.file.close()
      open = null
      options.onClosed?.()
    },
  }
  return self
}

/** Whether a file that was not closed still holds together: its pages, and the newest end of its chained log. */
function isSound(db: Database): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok' && lastLinksHold(db)
  } catch {
    return false
  }
}

function missing(): never {
  throw problem('noWorkspace', 'problems.noWorkspace')
}

/** The first records of a new file: the partnership with its settings, its first person, the sector list, the board. */
export function found(
  file: OpenFile,
  input: NewPartnership,
  by: { now: () => string; newId: () => string; device: string },
): string {
  file.db.prepare("INSERT INTO file_facts (key, value) VALUES ('file_id', ?)").run(by.newId())
  const store = createStore(file.db, { now: by.now, device: by.device, counted: file.counted })
  store.country = input.country
  const day = todayIn(input.country === 'SE' ? 'Europe/Stockholm' : 'Europe/Oslo', by.now())
  const me = by.newId()
  transact(store, { actor: `${input.givenName} ${input.familyName}`, command: 'workspace.create' }, (write) => {
    write.insert(
      'partnership',
      newPartnership({
        id: by.newId(),
        name: input.name,
        country: input.country,
        language: input.language,
        // Two names of full length are longer than the one line that holds both.
        contactName: [...`${input.givenName} ${input.familyName}`].slice(0, 100).join('').trim(),
      }),
    )
    write.insert('persons', {
      id: me,
      givenName: input.givenName,
      familyName: input.familyName,
      organisationId: null,
      roleTitle: null,
      email: null,
      phone: null,
      language: input.language,
      lawfulBasis: 'contract',
      basisNote: null,
      collectedFrom: null,
      collectedOn: day,
      reviewBy: addMonths(day, 36),
      status: 'active',
    })
    defaultSectors.forEach((sector, position) => {
      write.insert('sectors', { id: by.newId(), ...sector, position })
    })
    write.insert('bodies', {
      id: by.newId(),
      name: { nb: 'Styret', sv: 'Styrelsen', en: 'The board' }[input.language],
      kind: 'board',
      country: input.country,
      ...presetOf(likelyRules(input.country)),
      secretaryId: me,
      activeFrom: day,
      activeTo: null,
    })
  })
  return me
}
