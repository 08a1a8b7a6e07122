import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openPreferences } from '#db/preferences.ts'
import { aBackend } from './a-backend.ts'

test('the list of recent files can be emptied; the files stay, and the next one that is opened stands there again', async () => {
  const desk = await aBackend()
  const { path = '' } = desk.backend.workspaces.file() ?? {}
  const [before] = await desk.call('workspace.recent', {})
  expect(before?.missing).toBe(false)
  await desk.call('workspace.forgetRecent', {})
  expect(await desk.call('workspace.recent', {})).toEqual([])
  expect(existsSync(path)).toBe(true)
  // Not only in memory.
  expect(openPreferences(desk.home).recent()).toEqual([])
  expect(await desk.problemOf('workspace.open', { recentId: before?.id ?? '' })).toMatchObject({ code: 'fileMissing' })
})

test('notices of follow-ups are off until they are chosen, and are remembered on this device', async () => {
  const desk = await aBackend()
  expect((await desk.call('preferences.show', {})).followUpNotices).toBe(false)
  expect((await desk.call('preferences.choose', { followUpNotices: true })).followUpNotices).toBe(true)
  expect((await desk.call('preferences.choose', { theme: 'dark' })).followUpNotices).toBe(true)
  expect(openPreferences(desk.home).get().followUpNotices).toBe(true)
})
