import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { preferences as shown } from '#shared/contract/workspace.ts'
import { packageFormats } from '#shared/domain/records/board-package.ts'
import { packageEditions } from '#shared/domain/records/package-template.ts'
import { instant, languages } from '#shared/domain/values.ts'

const stored = z.object({
  language: z.enum(languages).nullable().catch(null),
  theme: shown.shape.theme.catch('system'),
  deviceName: z.string().max(80).catch(''),
  followUpNotices: z.boolean().catch(false),
  /** Eight hexadecimal digits that end this device's stamps. */
  device: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .catch(''),
  /** File id → the person who sits here. */
  me: z.record(z.string(), z.string()).catch({}),
  /** Where papers were saved, newest first: a file edited by hand is noticed by its bytes (records.md 3.20). Kept here, since paths are this device's own. */
  papers: z
    .array(z.object({ paperId: z.string(), path: z.string() }).nullable().catch(null))
    .catch([])
    .transform((entries) => entries.filter((entry) => entry !== null)),
  /** Body → what was last made of its packages. */
  packageFiles: z
    .record(
      z.string(),
      z.object({ formats: z.array(z.enum(packageFormats)), editions: z.array(z.enum(packageEditions)) }),
    )
    .catch({}),
  /** File id → the folder of the second place for its backups. */
  backupPlaces: z.record(z.string(), z.string()).catch({}),
  /** A damaged line goes; the others stay. */
  recent: z
    .array(z.object({ id: z.string(), path: z.string(), name: z.string(), openedAt: instant }).nullable().catch(null))
    .catch([])
    .transform((entries) => entries.filter((entry) => entry !== null)),
})
export type StoredPreferences = z.infer<typeof stored>

/** What this device remembers between sessions, in `preferences.json` of its home folder. A damaged file counts as empty. */
export function openPreferences(home: string) {
  mkdirSync(home, { recursive: true })
  const path = join(home, 'preferences.json')
  let value: StoredPreferences = read(path)
  const save = () => {
    writeFileSync(`${path}.part`, JSON.stringify(value, null, 2))
    renameSync(`${path}.part`, path)
  }
  if (value.device === '') {
    value = { ...value, device: randomBytes(4).toString('hex') }
    save()
  }
  if (value.deviceName === '') value = { ...value, deviceName: hostname().slice(0, 80) }
  return {
    get: () => value,
    set(changes: Partial<StoredPreferences>) {
      value = { ...value, ...changes }
      save()
    },
    /** Puts a file at the top of the recent list, which holds twelve. */
    opened(file: string, name: string, at: string) {
      const known = value.recent.find((entry) => entry.path === file)
      const entry = { id: known?.id ?? randomBytes(8).toString('hex'), path: file, name, openedAt: at }
      this.set({ recent: [entry, ...value.recent.filter((other) => other.path !== file)].slice(0, 12) })
    },
    recent: () =>
      value.recent.map(({ id, path: file, name, openedAt }) => ({
        id,
        name,
        location: join(basename(dirname(file)), basename(file)),
        openedAt,
        missing: !existsSync(file),
      })),
    pathOf: (id: string) => value.recent.find((entry) => entry.id === id)?.path,
  }
}
export type Preferences = ReturnType<typeof openPreferences>

function read(path: string): StoredPreferences {
  try {
    return stored.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return stored.parse({})
  }
}
