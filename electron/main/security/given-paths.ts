import { extname, resolve } from 'node:path'

/** Endings of documents that may be handed to the desktop. Programs, scripts and links never are, whatever they are called. */
const openable: ReadonlySet<string> = new Set(
  '.docx .xlsx .txt .pdf .png .jpg .jpeg .webp .gif .heic .odt .ods'.split(' '),
)

/**
 * Remembers the paths that the user chose in a save dialog of this run. Only those are opened or shown in their
 * folder, so no message, record or attachment can make Fyr open a file of somebody else's choosing. Checklist 15.
 */
export function rememberPaths() {
  const given = new Set<string>()
  const isGiven = (path: string) => !path.includes('\0') && given.has(resolve(path))
  return {
    remember(path: string): void {
      given.add(resolve(path))
    },
    mayReveal: isGiven,
    mayOpen: (path: string) => isGiven(path) && openable.has(extname(path).toLowerCase()),
  }
}
