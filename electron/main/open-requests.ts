import { createClient, type Host } from '#shared/contract/client.ts'

/**
 * Files that the system asks Fyr to open (a double click, a second start). No operation of the contract takes a path,
 * so a request while Fyr runs goes the way of the user: "open a file" is called, and the question for which file is
 * answered with the one asked for.
 */
export function openRequests(first: string | null) {
  let atStart = first
  let pending: string | null = null
  let client: ReturnType<typeof createClient> | null = null
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
      pending = path
      void client.ask('workspace.open', { recentId: null })
    },
    /** The pending file, once; otherwise whatever `ask` says. */
    async answerOr(ask: () => Promise<string | null>): Promise<string | null> {
      const path = pending
      pending = null
      return path ?? ask()
    },
  }
}
