/** The side of the row of `exporter.ts`: a process that is given one task, and what it said before it ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ExportFact, ExportTask } from './exporter.ts'

export interface Exporter {
  /** Gives the task, kills so many ms after the sweeping (null: not from here), waits for the end. */
  run(
    task: ExportTask,
    killAfterMs: number | null,
  ): Promise<{ readonly facts: readonly ExportFact[]; readonly killed: boolean; readonly complaints: string }>
}

const alive = new Set<ChildProcess>()

/** A child that loads the application and waits for its task, while the one before it is looked at. `command` goes before Node. */
export function anExporter(script: string, command: readonly string[] = []): Exporter {
  const [program = process.execPath, ...args] = [...command, process.execPath, script]
  // What was compiled once is not compiled again: half of what a start costs.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(script), 'compiled') }
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env })
  alive.add(child)
  child.stdin.on('error', () => {})
  let complaints = ''
  child.stderr.on('data', (part) => {
    complaints = (complaints + part).slice(-2000)
  })
  const facts: ExportFact[] = []
  let onFact = (_fact: ExportFact): void => {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    const fact = JSON.parse(line) as ExportFact
    facts.push(fact)
    onFact(fact)
  })
  const ended = new Promise<string | null>((done) => child.on('close', (_code, signal) => done(signal)))
  return {
    async run(task, killAfterMs) {
      onFact = (fact) => {
        if ('left' in fact && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
      }
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
      child.stdin.end(`${JSON.stringify(task)}\n`)
      const signal = await ended
      clearTimeout(late)
      alive.delete(child)
      return { facts, killed: signal === 'SIGKILL', complaints }
    },
  }
}

export function stopExporters(): void {
  for (const child of alive) child.kill('SIGKILL')
  alive.clear()
}
