/** How long and in what numbers strangers may hold on to the preview: whoever lets it wait is let go of, whoever is signed in gets through. */
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

export interface Limits {
  /** For the head of a request, from the connection's opening. */
  readonly headMs: number
  /** Between two pieces of a body. */
  readonly pauseMs: number
  /** For the whole body of a call. A file may take its time. */
  readonly callMs: number
  /** Connections that have shown no cookie yet. One more, and the oldest of them is closed. */
  readonly strangers: number
  /** Bytes that a window has not fetched of its stream of events. */
  readonly behind: number
  /** Streams of events; a browser opens six at the most. One more, and the oldest is closed. */
  readonly streams: number
}

export const usualLimits: Limits = {
  headMs: 10_000,
  pauseMs: 20_000,
  callMs: 120_000,
  strangers: 100,
  behind: 1024 * 1024,
  streams: 24,
}

/**
 * Counts the connections that have not shown the cookie. A plain limit on connections would lock out the user as well: here the newest
 * comes in always, and only has to say who it is before a hundred others have come after it.
 */
export function watchStrangers(server: Server, { strangers: most }: Pick<Limits, 'strangers'>) {
  const strangers = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    strangers.add(socket)
    socket.on('close', () => strangers.delete(socket))
    const [oldest] = strangers
    if (strangers.size > most) oldest?.destroy()
  })
  return {
    /** This connection has shown the cookie. */
    knows: (socket: Socket): void => void strangers.delete(socket),
  }
}

/** Ends the connection of a body that stops coming, or that is not there after `wholeMs`. Gives what stops the watch. */
export function watchBody(request: IncomingMessage, pauseMs: number, wholeMs: number | null): () => void {
  const { socket } = request
  const giveUp = () => void socket.destroy()
  const whole = wholeMs === null ? undefined : setTimeout(giveUp, wholeMs).unref()
  socket.setTimeout(pauseMs, giveUp)
  return () => {
    clearTimeout(whole)
    // An answer may take as long as it takes: a job is waited for, a dialog is.
    socket.setTimeout(0)
    socket.off('timeout', giveUp)
  }
}
