/** The six kinds of damage that measured.md counts, at a place that a random number chooses. */
import { readFileSync, writeFileSync } from 'node:fs'

export const damages = ['bit', 'bytes', 'zeroed', 'garbage', 'swapped', 'truncated'] as const
export type Damage = (typeof damages)[number]

/** Damages a file in place. `random` gives numbers from 0 to below 1; the same ones give the same damage. */
export function damageFile(path: string, kind: Damage, random: () => number): void {
  const bytes = readFileSync(path)
  const pages = Math.floor(bytes.length / 4096)
  const page = () => Math.floor(random() * pages) * 4096
  if (kind === 'bit') {
    const at = Math.floor(random() * bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  } else if (kind === 'bytes') {
    const at = Math.floor(random() * (bytes.length - 8))
    for (let index = 0; index < 8; index++) bytes[at + index] = Math.floor(random() * 256)
  } else if (kind === 'zeroed') bytes.fill(0, ...span(page()))
  else if (kind === 'garbage') {
    const [from, to] = span(page())
    for (let at = from; at < to; at++) bytes[at] = Math.floor(random() * 256)
  } else if (kind === 'swapped') {
    const [one, other] = [page(), page()]
    const kept = Buffer.from(bytes.subarray(one, one + 4096))
    bytes.copy(bytes, one, other, other + 4096)
    kept.copy(bytes, other)
  } else {
    writeFileSync(path, bytes.subarray(0, Math.floor((0.1 + 0.9 * random()) * bytes.length)))
    return
  }
  writeFileSync(path, bytes)
}

/** Numbers from 0 to below 1; the same seed gives the same ones. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const span = (page: number) => [page, page + 4096] as const
