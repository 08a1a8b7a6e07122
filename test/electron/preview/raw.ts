/** Bytes on a bare connection, as no browser sends them. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawConnection {
  readonly socket: Socket
  /** All that came so far. */
  readonly text: () => string
  /** Resolves when the other side is gone, with all that came. */
  readonly closed: Promise<string>
  /** Resolves when what came holds this many answers. */
  readonly answers: (count: number) => Promise<string>
}

export async function rawConnection(origin: string, host?: string): Promise<RawConnection> {
  const { hostname, port } = new URL(origin)
  const socket = connect({ host: host ?? hostname, port: Number(port), allowHalfOpen: true })
  onTestFinished(() => void socket.destroy())
  let text = ''
  let came = () => {}
  socket.setEncoding('utf8')
  socket.on('data', (part: string) => {
    text += part
    came()
  })
  // A reset is an end as well.
  const closed = new Promise<string>((done) => {
    for (const end of ['end', 'error', 'close']) socket.on(end, () => done(text))
  })
  await Promise.race([once(socket, 'connect'), closed])
  const count = () => text.split(/HTTP\/1\.1 \d/).length - 1
  return {
    socket,
    text: () => text,
    closed,
    async answers(wanted) {
      while (count() < wanted)
        await new Promise<void>((go) => {
          came = go
        })
      return text
    },
  }
}

/** Sends a text and gives all that comes until the other side ends the connection. */
export async function sendRaw(origin: string, text: string): Promise<string> {
  const { socket, closed } = await rawConnection(origin)
  socket.write(text)
  return closed
}

/** The statuses in what came, in order. */
export const statuses = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
