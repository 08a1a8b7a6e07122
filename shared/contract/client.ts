import type { Dispatch, InputOf, OperationName, OutputOf, Reply } from './dispatcher.ts'
import type { MenuCommand } from './menu-commands.ts'
import type { Topic } from './operation.ts'
import { ProblemError } from './problem.ts'

/** What the renderer knows of the world outside: one function and one event, which every host offers, and the menu of a host that has one. */
export interface Host {
  readonly call: Dispatch
  /** Calls `listener` with the topics that any window's command touched; gives the way to stop. */
  readonly onChanged: (listener: (topics: readonly Topic[]) => void) => () => void
  /** Calls `listener` with what the user picks from the menu; gives the way to stop. */
  readonly onMenu?: (listener: (name: MenuCommand) => void) => () => void
}

export interface Client {
  /** The value, or throws `ProblemError`. */
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The whole reply, with the stamp of the change for undo. */
  ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>>
  readonly onChanged: Host['onChanged']
}

/** Puts types over a host. */
export function createClient(host: Host): Client {
  return {
    async call<N extends OperationName>(name: N, input: InputOf<N>) {
      const reply = await host.call(name, input)
      if (!reply.ok) throw new ProblemError(reply.problem)
      return reply.value as OutputOf<N>
    },
    ask<N extends OperationName>(name: N, input: InputOf<N>) {
      return host.call(name, input) as Promise<Reply<OutputOf<N>>>
    },
    onChanged: host.onChanged,
  }
}
