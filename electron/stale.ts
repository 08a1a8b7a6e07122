/** Knows what has changed since a build, by content: a checkout or a copied folder keeps no useful times. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

export interface Step {
  readonly name: string
  /** Folders and files of the project that the step reads. */
  readonly inputs: readonly string[]
  /** A file that the step makes; without it the step is stale. */
  readonly output: string
  readonly run: () => Promise<void>
}

/** Runs the steps whose inputs differ from those of their last successful run. */
export async function runStale(project: string, steps: readonly Step[], say: (line: string) => void): Promise<void> {
  for (const step of steps) {
    const mark = join(project, 'dist', `${step.name}.inputs`)
    const now = await fingerprint(project, step.inputs)
    const before = await readFile(mark, 'utf8').catch(() => '')
    if (before === now && existsSync(step.output)) continue
    const started = performance.now()
    await step.run()
    await mkdir(join(project, 'dist'), { recursive: true })
    await writeFile(mark, now)
    say(`Built ${step.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}

/** A hash of every input's path and content, in an order of its own. */
export async function fingerprint(project: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const input of inputs) {
    const path = join(project, input)
    const names = (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null))
      ?.filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const file of names ?? (existsSync(path) ? [path] : [])) {
      hash.update(relative(project, file).split(sep).join('/')).update('\0')
      hash.update(await readFile(file)).update('\0')
    }
  }
  return hash.digest('hex')
}
