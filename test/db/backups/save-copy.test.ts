/** A copy of the open file by hand: it holds nobody up, and what lay at its place stays until it is whole. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Disk } from '#db/backups/disk.ts'
import { sameThreadDisk } from '#db/backups/disk-work.ts'
import { openFile } from '#db/connection.ts'
import { compareWithLog } from '#db/replay.ts'
import { aBackend } from '../a-backend.ts'
import { aFolder } from '../a-store.ts'

const to = (target: string) => () => ({
  pickSave: async ({ kind, suggestedName }: { kind: string; suggestedName: string }) =>
    kind === 'backup' ? target : join(aFolder(), suggestedName),
})

test('it holds what the file held, opens by itself, and is no backup of the list', async () => {
  const target = join(aFolder(), 'kopi.fyr')
  const desk = await aBackend({ ports: to(target) })
  const company = await desk.aCompany({ name: 'Kopiert AS' })
  const saved = await desk.call('workspace.backup', {})
  const bytes = readFileSync(target)
  expect(saved).toMatchObject({ name: 'kopi.fyr', size: bytes.length })
  expect(saved?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(readdirSync(join(target, '..'))).toEqual(['kopi.fyr'])
  expect(await desk.call('backups.list', { where: 'here' })).toEqual([])
  const copy = openFile(target)
  expect(copy.db.prepare('SELECT name FROM companies WHERE id = ?').pluck().get(company.id)).toBe('Kopiert AS')
  expect(compareWithLog(copy.db)).toEqual([])
  copy.close()
})

test('while it is checked and written, calls are answered; what they change is not in it', async () => {
  const target = join(aFolder(), 'kopi.fyr')
  let release = () => {}
  const held = new Promise<void>((go) => (release = go))
  let placing = () => {}
  const began = new Promise<void>((go) => (placing = go))
  const disk: Disk = async (work) => {
    if (work.what === 'place') {
      placing()
      await held
    }
    return sameThreadDisk(work)
  }
  const desk = await aBackend({ ports: to(target), disk })
  await desk.aCompany({ name: 'Før AS' })
  const saving = desk.call('workspace.backup', {})
  await began
  await desk.aCompany({ name: 'Etter AS' })
  expect((await desk.call('companies.list', {})).rows.map(({ name }) => name)).toEqual(['Etter AS', 'Før AS'])
  expect(existsSync(target)).toBe(false)
  release()
  await saving
  const copy = openFile(target)
  expect(copy.db.prepare('SELECT name FROM companies').pluck().all()).toEqual(['Før AS'])
  copy.close()
})

test('a copy that fails leaves what lay there, and nothing beside it', async () => {
  const target = join(aFolder(), 'kopi.fyr')
  writeFileSync(target, 'somebody’s own')
  const disk: Disk = async (work) => {
    if (work.what === 'place') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    return sameThreadDisk(work)
  }
  const desk = await aBackend({ ports: to(target), disk })
  expect(await desk.problemOf('workspace.backup', {})).toMatchObject({ code: 'diskFull' })
  writeFileSync(`${target}-wal`, 'of a program that has it open')
  const again = await aBackend({ ports: to(target) })
  expect(await again.problemOf('workspace.backup', {})).toMatchObject({ code: 'lockedFile' })
  expect(readFileSync(target, 'utf8')).toBe('somebody’s own')
  expect(readdirSync(join(target, '..')).sort()).toEqual(['kopi.fyr', 'kopi.fyr-wal'])
  for (const { home } of [desk, again]) {
    const left = readdirSync(home, { recursive: true }).filter((name) => String(name).includes('fyr-part'))
    expect(left).toEqual([])
  }
})
