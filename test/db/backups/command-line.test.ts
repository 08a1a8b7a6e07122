import { readFileSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { backups, restore } from '#db/cli-backups.ts'
import { openFile } from '#db/connection.ts'
import { aFolder } from '../a-store.ts'
import { aHome } from './a-home.ts'

function said(): string[] {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  onTestFinished(() => spy.mockRestore())
  return lines
}

test('lists what lies below a folder, and makes a file of one', async () => {
  const desk = aHome()
  const lines = said()
  expect(backups(aFolder())).toBe(1)
  await desk.make('2026-09-15T09:00:00.000Z')
  desk.write()
  const newest = await desk.make('2026-09-15T10:00:00.000Z')
  expect(backups(desk.home)).toBe(0)
  expect(lines.join('\n')).toMatch(/10:00:00.000Z {2}hourly .*changes {2}.*\n.*\n.*09:00:00.000Z/)
  expect(lines.at(-1)).toBe('2 backups.')
  const target = desk.elsewhere('again.fyr')
  expect(await restore(newest.path, target)).toBe(0)
  const again = openFile(target)
  expect(again.db.prepare('SELECT count(*) FROM sectors').pluck().get()).toBe(desk.sectors())
  again.close()
})

test('a changed backup and a file that is none are refused', async () => {
  const desk = aHome()
  said()
  const made = await desk.make('2026-09-15T09:00:00.000Z')
  const bytes = readFileSync(made.path)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(made.path, bytes)
  await expect(restore(made.path, desk.elsewhere('x.fyr'))).rejects.toMatchObject({ problem: { code: 'damagedFile' } })
  await expect(restore(desk.path, desk.elsewhere('x.fyr'))).rejects.toMatchObject({ problem: { code: 'notFound' } })
})
