import { posix, win32 } from 'node:path'

/**
 * What a command line or another start asks Fyr to open, as whole paths: `.fyr` files of the machine or of a share of the office's.
 * Looking whether a file is there already speaks to the server that has it, so the rest is refused by its name: switches; devices, pipes and
 * streams, which are no files; and shares over the web (`\\server@SSL\…`), past the firewalls that keep Windows from showing strangers who
 * the user is.
 */
export function openablePaths(parts: readonly string[], folder: string, platform: NodeJS.Platform): string[] {
  const { resolve } = platform === 'win32' ? win32 : posix
  return parts
    .filter((part) => !part.startsWith('-') && !part.includes('\0') && part.toLowerCase().endsWith('.fyr'))
    .map((part) => resolve(folder, part))
    .filter((path) => platform !== 'win32' || isWindowsFile(path))
}

function isWindowsFile(path: string): boolean {
  const [, server, rest] = /^(?:[a-z]:|\\\\([^\\]+))(\\.*)$/i.exec(path) ?? []
  // A further colon is that of a stream within a file.
  if (rest === undefined || rest.includes(':')) return false
  return server === undefined || /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(server)
}
