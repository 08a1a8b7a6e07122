/** The files that are killed over and over: a partnership with two backups, and a file of the first release. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#db/encryption/connect.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import type { Ids } from '../commands.ts'
import { aTortureFolder, copyPartnership, removeFolders } from '../folders.ts'
import type { Task } from '../process/child.ts'
import { aHunted } from '../process/hunted.ts'
import type { Report } from '../row.ts'
import { judge } from './judge.ts'
import { olderFile } from './older-file.ts'

export interface Ground {
  readonly folder: string
  /** Home as it is at the start: two backups in it. */
  readonly home: string
  readonly base: string
  readonly older: string
  readonly ids: Ids
  readonly fileId: string
  /** Rows of each table of the older file. */
  readonly olderRows: ReadonlyMap<string, number>
}
let made: Ground | null = null

const silent: Report = { case() {}, count() {}, time() {}, skip() {} }

/** Made once. */
export async function ground(): Promise<Ground> {
  if (made) return made
  const folder = aTortureFolder()
  const [home, base, older] = [join(folder, 'home'), join(folder, 'base.fyr'), join(folder, 'older.fyr')]
  mkdirSync(home)
  makeSample(base, { sample: 'ostfold', today: '2026-09-15', years: 1, visitsPerYear: 5 })
  const first = judge(base, [], [], silent)
  const task: Task = {
    home,
    path: base,
    seed: 1,
    ids: first.ids,
    commands: 30,
    steps: ['backup', 'commands', 'backup', 'close'],
  }
  const { facts, complaints } = await (await aHunted(home)).run(task, null)
  const backups = facts.filter((fact) => 'done' in fact && fact.done === 'backup').length
  if (backups !== 2)
    throw new Error(`${backups} backups were made, not 2: ${complaints} ${JSON.stringify(facts.slice(-3))}`)
  const olderRows = olderFile(older)
  const db = connect(base, { readonly: true })
  const fileId = String(db.prepare("SELECT value FROM file_facts WHERE key = 'file_id'").pluck().get())
  db.close()
  made = { folder, home, base, older, ids: judge(base, [], [], silent).ids, fileId, olderRows }
  return made
}

/** The file in hand, over the rounds that it lives. */
export interface Live {
  fileId: string
  path: string
  home: string
  ids: Ids
  acked: string[]
  drafts: string[]
  rounds: number
}

/** A new one, of the base or of the older file. */
export function fresh(from: Ground, older = false): Live {
  const path = join(from.folder, 'live.fyr')
  const home = join(from.folder, 'live-home')
  rmSync(home, { recursive: true, force: true })
  cpSync(from.home, home, { recursive: true })
  copyPartnership(older ? from.older : from.base, path)
  return { fileId: from.fileId, path, home, ids: structuredClone(from.ids), acked: [], drafts: [], rounds: 0 }
}

export function dropGround(): void {
  removeFolders()
  made = null
}
