import { createClient, type Host } from '#shared/contract/client.ts'
import type { Problem } from '#shared/contract/problem.ts'

/**
 * Files that the system asks Fyr to open (a double click, a second start). No operation of the contract takes a path,
 * so a request while Fyr runs goes the way of the user: "open a file" is called, and the question for which file is
 * answered with the one asked for.
 */
export function openRequests(first: string | null, tell: (problem: Problem) => void = () => {}) {
  let atStart = first
  let pending: string | null = null
  let turn = Promise.resolve()
  let client: ReturnType<typeof createClient> | null = null
  async function ask(input: { readonly recentId: string | null }): Promise<void> {
    const reply = await client?.ask('workspace.open', input).catch(() => null)
    // A request that the worker did not take is not the answer to what the user asks later.
    if (input.recentId === null) pending = null
    if (!reply || reply.ok) return
    // What is the matter with a file stands in the window, with the ways out.
    const trouble = await client?.ask('opening.trouble', {}).catch(() => null)
    if (!trouble?.ok || !trouble.value) tell(reply.problem)
  }
  return {
    /** The file to open at start, and from then on none. */
    takeFirst(): string | null {
      const path = atStart
      atStart = null
      return path
    },
    serve(backend: Host): void {
      client = createClient(backend)
    },
    open(path: string): void {
      if (!client) {
        atStart = path
        return
      }
      // One after the other: two at once (a Mac tells of several files so) would be one answer for two questions.
      turn = turn.then(() => {
        pending = path
        return ask({ recentId: null })
      })
    },
    /** One of Fyr's own recent files. */
    openRecent: (recentId: string) => void ask({ recentId }),
    /** The pending file, once; otherwise whatever `ask` says. */
    async answerOr(ask: () => Promise<string | null>): Promise<string | null> {
      const path = pending
      pending = null
      return path ?? ask()
    },
  }
}
