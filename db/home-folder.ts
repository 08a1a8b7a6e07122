import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where Fyr keeps preferences, the list of recent files and its log: the machine's own folder for local data,
 * never one that roams or syncs. `FYR_HOME` says otherwise.
 */
export function homeFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  userFolder: string = homedir(),
): string {
  if (environment.FYR_HOME) return environment.FYR_HOME
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(userFolder, 'AppData', 'Local'), 'Fyr')
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Fyr')
  return join(environment.XDG_DATA_HOME ?? join(userFolder, '.local', 'share'), 'fyr')
}

/** True for the folder where the user's own desk lies, by whatever name it is called; false for another that `FYR_HOME` names. */
export function isUsualHome(folder: string): boolean {
  const { FYR_HOME: _named, ...environment } = process.env
  const usual = statSync(homeFolder(environment), { bigint: true, throwIfNoEntry: false })
  const given = statSync(folder, { bigint: true, throwIfNoEntry: false })
  return given !== undefined && given.dev === usual?.dev && given.ino === usual.ino
}
