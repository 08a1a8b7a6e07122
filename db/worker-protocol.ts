import type { Reply } from '#shared/contract/dispatcher.ts'
import type { Topic } from '#shared/contract/operation.ts'

/** What the host puts in `workerData` when it starts `db/worker.ts`. */
export interface WorkerStart {
  /** Folder for preferences, the list of recent files, logs and, in the preview, the workspaces themselves. */
  readonly home: string
  readonly host: 'worker' | 'electron' | 'preview'
  readonly version: string
  /** A `.fyr` file to open at once, or null. */
  readonly openAtStart: string | null
  readonly can: { readonly openFiles: boolean; readonly revealFiles: boolean; readonly notify?: boolean }
  /** True where the host answers the port `printPages`. */
  readonly printsPages?: boolean
  /** Recovery codes of encrypted files that the device keeps for its user; missing where it keeps none. */
  readonly codes?: readonly string[]
  /** What the worker before this one left behind when it died; missing or null on an ordinary start. */
  readonly afterDeath?: AfterDeath | null
}

/** A call that a dead worker did not answer. */
export interface LostCall {
  readonly id: number
  readonly name: string
  readonly input: unknown
  /** Stamps that it was about to commit, as far as it came. */
  readonly stamps: readonly string[]
  /** How many workers have died with it. */
  readonly deaths: number
}
export interface AfterDeath {
  readonly calls: readonly LostCall[]
  /** True where a job was under way, which is gone. */
  readonly job: boolean
  /** The file that was open every time when the worker has died too often; it is not opened again by itself. */
  readonly leftClosed: string | null
  /** Recovery code of the file that was open; null for a plain one. */
  readonly code: string | null
}

export type SaveKind = 'workspace' | 'docx' | 'xlsx' | 'csv' | 'pdf' | 'zip' | 'eml' | 'ics' | 'txt' | 'backup' | 'any'

/** What the worker may ask of its host: dialogs, the desktop, a download address. Paths never cross the contract itself. */
export interface Ports {
  pickOpen(args: { kind: 'workspace' }): Promise<string | null>
  /** A folder for the second place of backups. */
  pickFolder(args: { purpose: 'backups' }): Promise<string | null>
  pickSave(args: { suggestedName: string; kind: SaveKind }): Promise<string | null>
  openFile(args: { path: string }): Promise<{ ok: boolean }>
  revealFile(args: { path: string }): Promise<{ ok: boolean }>
  /** An address under which a browser fetches the file, as long as this host runs; null where files are saved where the user said. */
  downloadUrl(args: { path: string; name: string }): Promise<string | null>
  /** The pages of one of Fyr's own Word documents as a PDF; null where the host can't, or it went wrong. */
  printPages(args: { docx: Uint8Array }): Promise<Uint8Array | null>
  /** Keeps a recovery code where only this user of the device can read it, or forgets it. Missing where the host has no such place. */
  canKeepCodes?(args: Record<string, never>): Promise<boolean>
  keepCode?(args: { code: string }): Promise<{ ok: boolean }>
  dropCode?(args: { code: string }): Promise<{ ok: boolean }>
}
export type PortName = keyof Ports

export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'portReply'; readonly id: number; readonly value: unknown }
  /** Something that the windows should say. */
  | { readonly type: 'tell'; readonly what: 'finishing' | 'notFinishing' | 'windowCrashed' }
  /** `hurry`: a job under way is broken off instead of waited for, and no backup is made. */
  | { readonly type: 'close'; readonly hurry: boolean }

export type FromWorker =
  | { readonly type: 'ready' }
  /** The call is about to commit this stamp. */
  | { readonly type: 'committing'; readonly id: number; readonly stamp: string }
  /** Nothing of a lost call stands, and it is done anew: what it was about to commit before is forgotten. */
  | { readonly type: 'again'; readonly id: number }
  /** Whether a job is under way. */
  | { readonly type: 'job'; readonly running: boolean }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  /** The file that is open now, or null: a worker started again after a crash gets it as `openAtStart`, and its code. */
  | { readonly type: 'workspace'; readonly path: string | null; readonly code: string | null }
  | { readonly type: 'port'; readonly id: number; readonly port: PortName; readonly args: unknown }
  | { readonly type: 'log'; readonly entry: LogEntry }
  | { readonly type: 'closed' }

export interface LogEntry {
  readonly level: 'error' | 'slow'
  readonly operation: string
  readonly ms: number
  readonly message?: string
}
