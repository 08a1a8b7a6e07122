import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { screenObstacle } from '#electron/electron-binary.ts'
import { runStale, type Step } from '#electron/stale.ts'
import { aFolder } from './folders.ts'

function aProject() {
  const project = aFolder()
  const built: string[] = []
  const said: string[] = []
  const output = join(project, 'dist/out.js')
  mkdirSync(join(project, 'src/deep'), { recursive: true })
  writeFileSync(join(project, 'src/a.ts'), '1')
  writeFileSync(join(project, 'src/deep/b.ts'), '2')
  const step: Step = {
    name: 'it',
    inputs: ['src', 'lock.json'],
    output,
    run: async () => {
      mkdirSync(join(project, 'dist'), { recursive: true })
      writeFileSync(output, '')
      built.push('it')
    },
  }
  return { project, output, step, built, said, run: (it = step) => runStale(project, [it], (line) => said.push(line)) }
}

test('a build runs once, says so in a line, and runs again for any change of its inputs', async () => {
  const { project, output, built, said, run } = aProject()
  await run()
  await run()
  expect(built).toHaveLength(1)
  expect(said).toEqual([expect.stringMatching(/^Built it in \d+\.\d s$/)])
  for (const change of [
    () => writeFileSync(join(project, 'src/deep/b.ts'), '3'),
    () => writeFileSync(join(project, 'src/c.ts'), ''),
    () => rmSync(join(project, 'src/a.ts')),
    () => writeFileSync(join(project, 'lock.json'), '{}'),
    () => rmSync(output),
  ]) {
    built.length = 0
    change()
    await run()
    await run()
    expect(built).toEqual(['it'])
  }
})

test('steps with the same inputs are told apart, and one sees what the one before it has changed', async () => {
  const { project, step, built } = aProject()
  const output = join(project, 'dist/second.js')
  const second: Step = { ...step, name: 'second', output, run: async () => writeFileSync(output, '') }
  const changing: Step = {
    ...step,
    async run() {
      await step.run()
      writeFileSync(join(project, 'src/a.ts'), 'made')
    },
  }
  const said: string[] = []
  const both = (first: Step) => runStale(project, [first, second], (line) => said.push(line.split(' in ')[0] ?? ''))
  await both(step)
  await both(step)
  expect(said).toEqual(['Built it', 'Built second'])
  writeFileSync(join(project, 'src/deep/b.ts'), 'x')
  said.length = 0
  await both(changing)
  // What the first step changed is not in what the second was built from.
  await both(step)
  expect(said).toEqual(['Built it', 'Built second', 'Built it'])
  expect(built).toHaveLength(3)
})

test('a build that fails is tried again next time', async () => {
  const { step, built, run } = aProject()
  const failing = { ...step, run: () => Promise.reject(new Error('broken')) }
  await expect(run(failing)).rejects.toThrow('broken')
  await run()
  expect(built).toEqual(['it'])
})

test.each([
  ['linux', {}, 1000, 'This machine has no display.'],
  ['linux', { DISPLAY: ':0' }, 1000, null],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
  ['linux', { DISPLAY: ':0' }, 0, 'Electron keeps its sandbox and so does not run as root.'],
  ['win32', {}, undefined, null],
  ['darwin', {}, 501, null],
  ['darwin', { FYR_PREVIEW: '1' }, 501, 'FYR_PREVIEW is set.'],
] as const)('on %s with %j as user %s the obstacle is %j', (platform, environment, user, obstacle) => {
  expect(screenObstacle(platform, environment, user)).toBe(obstacle)
})
