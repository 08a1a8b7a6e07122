/** A child process that is killed in the middle of its work, and what it had said until then. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bundle } from './bundle.ts'
import type { Fact, Task } from './child.ts'
import type { Plan } from './patched-worker.ts'

/** When to kill: so many ms after so many facts that `of` takes; never, where the child kills itself or ends. */
export interface Shot {
  readonly of: (fact: Fact) => boolean
  readonly nth: number
  readonly afterMs: number
}

export interface Hunted {
  /** Gives the task, kills as told, waits for the end; gives every fact that came out. */
  run(task: Task, shot: Shot | null): Promise<{ facts: Fact[]; signal: string | null; complaints: string }>
  /** Ends a child that was given no task. */
  stop(): void
}

/** Starts a child that loads the application and waits, so that the next one gets ready while the last one's file is looked at. */
export async function aHunted(home: string, plan: Plan = {}, command: readonly string[] = []): Promise<Hunted> {
  const script = join(await bundle(), 'child.js')
  const [program = process.execPath, ...before] = [...command, process.execPath]
  const child: ChildProcess = spawn(program, [...before, script, JSON.stringify({ home })], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, FYR_TORTURE: JSON.stringify(plan) },
  })
  const facts: Fact[] = []
  let complaints = ''
  child.stderr?.on('data', (part) => {
    complaints = (complaints + part).slice(-4000)
  })
  // A child that is gone takes no task.
  child.stdin?.on('error', () => {})
  const ended = new Promise<string | null>((done) => child.on('close', (_code, signal) => done(signal)))
  return {
    stop: () => void child.kill('SIGKILL'),
    async run(task, shot) {
      let seen = 0
      if (child.stdout) {
        createInterface({ input: child.stdout }).on('line', (line) => {
          const fact = JSON.parse(line) as Fact
          facts.push(fact)
          if (!shot?.of(fact)) return
          seen += 1
          if (seen !== shot.nth) return
          if (shot.afterMs > 8) setTimeout(() => child.kill('SIGKILL'), shot.afterMs)
          else {
            // Timers are too coarse for a moment within a commit.
            const until = performance.now() + shot.afterMs
            while (performance.now() < until);
            child.kill('SIGKILL')
          }
        })
      }
      const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
      child.stdin?.end(`${JSON.stringify(task)}\n`)
      const signal = await ended
      clearTimeout(late)
      return { facts, signal, complaints }
    },
  }
}
