import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectFolder } from '#electron/build-steps.ts'

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly needs?: readonly string[]
  readonly if?: string
  readonly strategy?: {
    readonly matrix: { readonly include: readonly { readonly flags: string; readonly packed: string }[] }
  }
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, unknown>>
  }[]
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly on: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = join(projectFolder, '.github/workflows')
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
const workflows = texts.map((text) => parse(text) as Workflow)
const jobs = workflows.flatMap(({ jobs: all }) => Object.entries(all))
const steps = jobs.flatMap(([, job]) => job.steps)

describe('the workflows', () => {
  test('take every action by the commit it was looked at, with its version beside', () => {
    const used = texts.flatMap((text) => text.match(/uses: .*/g) ?? [])
    expect(used.length).toBeGreaterThan(5)
    for (const line of used) expect(line).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
  test('may do nothing by themselves, and write only where a release is drafted', () => {
    for (const { permissions } of workflows) expect(permissions).toEqual({})
    const writing = jobs.filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'))
    expect(writing.map(([name]) => name)).toEqual(['release'])
    expect(writing[0]?.[1].if).toBe("startsWith(github.ref, 'refs/tags/v')")
    expect(writing[0]?.[1].needs).toEqual(['check', 'package'])
  })
  test('need no secret, keep no credentials, and never run for a stranger’s branch with our rights', () => {
    for (const text of texts) expect(text).not.toMatch(/secrets\.|pull_request_target/)
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts).toHaveLength(2)
    for (const one of checkouts) expect(one.with).toEqual({ 'persist-credentials': false })
  })
  test('put nothing that others can name into a command', () => {
    // Names of branches and titles may hold commands; what comes from them goes through the environment.
    for (const { run } of steps)
      expect(run ?? '').not.toMatch(/\$\{\{[^}]*(head_ref|ref_name|event\.(?!name)|title|body)/)
  })
  test('end by themselves', () => {
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(60)
  })
  test('pack each system and start what was packed, at the place where electron-builder puts it', () => {
    const systems = jobs.flatMap(([, job]) => job.strategy?.matrix.include ?? [])
    expect(systems.map(({ flags }) => flags.split(' ')[0])).toEqual(['--linux', '--win', '--mac'])
    expect(systems.map(({ packed }) => packed)).toEqual([
      'out/dist/linux-unpacked/fyr',
      'out/dist/win-unpacked/Fyr.exe',
      'out/dist/mac-arm64/Fyr.app/Contents/MacOS/Fyr',
    ])
  })
  test('run scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { scripts: object }
    const named = steps.flatMap(({ run }) =>
      [...(run ?? '').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? ''),
    )
    expect(named.length).toBeGreaterThan(3)
    for (const name of named) expect(Object.keys(scripts)).toContain(name)
  })
})
