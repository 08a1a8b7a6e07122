import { build, type Plugin } from 'vite'
import { describe, expect, test } from 'vitest'
import { electronBundles } from '#electron/build-steps.ts'
import { budgets, type Chunk, overBudget, packageIn } from '#electron/packaging/budgets.ts'

const chunk = (file: string, more: Partial<Chunk> = {}): Chunk => ({
  file,
  bytes: 1000,
  entry: null,
  imports: [],
  packages: [],
  ...more,
})

describe('a build over its budget', () => {
  test('is one whose entry and all it imports are too large, however they are divided', () => {
    const small = [chunk('preload.cjs', { entry: 'preload', imports: ['a.js'] }), chunk('a.js'), chunk('later.js')]
    expect(overBudget(small)).toEqual([])
    const large = small.map((one) => (one.file === 'a.js' ? { ...one, bytes: 1500 } : one))
    expect(overBudget(large)).toEqual(['preload loads 3 kB at its start; its budget is 2 kB.'])
  })
  test('is one that loads a writer of documents, the editor or a chart at its start', () => {
    const with_ = (name: string, imports: string[]) => [
      chunk('worker.js', { entry: 'worker', imports }),
      chunk('x.js', { packages: [name] }),
    ]
    for (const name of [
      'docx',
      'hucre',
      'yaml',
      'papaparse',
      'nodemailer',
      '@tiptap/core',
      'prosemirror-view',
      'echarts',
    ]) {
      expect(overBudget(with_(name, []))).toEqual([])
      expect(overBudget(with_(name, ['x.js']))).toEqual([
        `worker loads ${name} at its start (x.js); load it when it is first used.`,
      ])
    }
    expect(overBudget(with_('zod', ['x.js']))).toEqual([])
  })
  test('is one with a single part that is too large', () => {
    expect(overBudget([chunk('big.js', { bytes: 1_000_001 })])).toEqual(['big.js is 1000 kB; a part may be 1000 kB.'])
  })
  test('fails', async () => {
    const heavy: Plugin = {
      name: 'heavy',
      transform: (code: string, id: string) =>
        id.endsWith('preload.ts') ? `${code}\nconsole.log(${JSON.stringify('x'.repeat(3000))})` : null,
    }
    const preload = electronBundles('nowhere').at(-1)
    expect(preload).toBeDefined()
    const run = (plugins: Plugin[]) =>
      build({
        ...preload,
        plugins: [...plugins, budgets()],
        logLevel: 'silent',
        build: { ...preload?.build, write: false },
      })
    await run([])
    await expect(run([heavy])).rejects.toThrow(/preload loads \d kB at its start; its budget is 2 kB\./)
  })
})

test('a module’s package is told by its path on any system', () => {
  expect(packageIn('/p/node_modules/zod/v4/core/x.js')).toBe('zod')
  expect(packageIn('C:\\p\\node_modules\\@tiptap\\core\\dist\\index.js')).toBe('@tiptap/core')
  expect(packageIn('/p/node_modules/a/node_modules/b/i.js')).toBe('b')
  expect(packageIn('/p/shared/domain/days.ts')).toBeNull()
})
