/** Compiled code, kept between starts: Node then reads it instead of compiling anew some megabytes of JavaScript. */
import { readdirSync, rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * The folder for this version's compiled code under `home`. What other versions left there goes: their files are of no use. Never throws;
 * on a disk that can't be written to Node keeps nothing and compiles as ever.
 */
export function codeCache(home: string, version: string): string {
  const all = join(home, 'cache')
  try {
    for (const name of readdirSync(all)) if (name !== version) rmSync(join(all, name), { recursive: true, force: true })
  } catch {
    // There is none yet, or it is not ours to tidy.
  }
  return join(all, version)
}

/** From here on this thread keeps what it compiles. */
export function keepCode(home: string, version: string): void {
  enableCompileCache(codeCache(home, version))
}
