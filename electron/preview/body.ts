import type { IncomingMessage } from 'node:http'

/** The largest call: 25 MB of attachment as base64, with room for the rest. */
export const largestBody = 45 * 1024 * 1024

/** The body as text, or null when it is over `limit` bytes: then the rest is let pass unread, so that the refusal arrives. */
export async function readBody(request: IncomingMessage, limit = largestBody): Promise<string | null> {
  const parts: Buffer[] = []
  let size = Number(request.headers['content-length'] ?? 0) > limit ? Number.POSITIVE_INFINITY : 0
  if (size <= limit) {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length
      if (size > limit) break
      parts.push(part)
    }
  }
  if (size <= limit) return Buffer.concat(parts).toString('utf8')
  request.resume()
  return null
}
