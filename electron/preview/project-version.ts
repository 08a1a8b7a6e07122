import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version in the project's package.json. */
export function projectVersion(project: string): string {
  // Asked before anything else is loaded, so without the help of a library.
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  if (typeof version !== 'string') throw new Error('package.json tells no version')
  return version
}
