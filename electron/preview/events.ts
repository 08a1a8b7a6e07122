import type { ServerResponse } from 'node:http'
import type { Topic } from '#shared/contract/operation.ts'
import type { Limits } from './limits.ts'

const heartbeatMs = 25_000

/** Keeps a stream of server-sent events open to every window and tells them all which topics changed. */
export function eventStreams({ behind, streams: most }: Pick<Limits, 'behind' | 'streams'>) {
  const streams = new Set<ServerResponse>()
  // A comment now and then lets both sides notice a connection that is gone.
  const heartbeat = setInterval(() => send(': here\n\n'), heartbeatMs)
  heartbeat.unref()
  function send(text: string): void {
    for (const stream of streams) {
      stream.write(text)
      // A window that fetches nothing (a sleeping tab, somebody who means ill) is let go of; it asks anew when it wakes.
      if (stream.writableLength > behind) stream.destroy()
    }
  }
  return {
    add(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write('retry: 1000\n\n')
      streams.add(response)
      response.on('close', () => streams.delete(response))
      const [oldest] = streams
      if (streams.size > most) oldest?.destroy()
    },
    count: () => streams.size,
    announce: (topics: readonly Topic[]) => send(`data: ${JSON.stringify(topics)}\n\n`),
    close(): void {
      clearInterval(heartbeat)
      for (const stream of streams) stream.end()
    },
  }
}
