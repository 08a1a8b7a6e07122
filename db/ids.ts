import { randomBytes } from 'node:crypto'

/** A UUIDv7: 48 bits of milliseconds, then random, so that ids sort by the time they were made. */
export function uuidv7(ms: number, random: Uint8Array = randomBytes(10)): string {
  const hex = ms.toString(16).padStart(12, '0')
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = (0x8 | ((random[2] ?? 0) & 0x3)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(5, 8)}-${tail.slice(8, 20)}`
}

/**
 * Ids that each come after the one before. Those of one millisecond are in no order, and the records of a change, whose stamps are the
 * same, are listed by them.
 */
export function inOrderMade(newId: () => string): () => string {
  let last = ''
  let ready: string[] = []
  return () => {
    while (ready.length === 0) {
      ready = Array.from({ length: 100 }, newId)
        .filter((id) => id > last)
        .sort()
        .reverse()
    }
    last = ready.pop() ?? ''
    return last
  }
}
