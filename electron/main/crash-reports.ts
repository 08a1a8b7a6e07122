/** Reports of crashes stay on the machine: they may hold pieces of what was in memory, and nobody is sent any. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { App, CrashReporter, Dialog } from 'electron'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

const mostKept = 10
const longestKeptMs = 30 * 24 * 60 * 60 * 1000

/** Has crashes written down under `home`. Called before Electron is ready, or early crashes are missed. */
export function keepCrashReports(
  app: Pick<App, 'setPath'>,
  crashReporter: Pick<CrashReporter, 'start'>,
  home: string,
): string {
  const folder = join(home, 'crashes')
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false, compress: false })
  return folder
}

interface Report {
  readonly path: string
  readonly at: number
}

/** The reports under `folder`, newest first; each system has them in other folders within. */
export function crashReportsIn(folder: string): Report[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.dmp'))
      .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
      .toSorted((a, b) => b.at - a.at)
  } catch {
    // No crash yet, or one that is being written.
    return []
  }
}

/** Deletes what is old or too many. A report that something holds open goes the next time. */
export function sweepCrashReports(folder: string, now = Date.now()): void {
  remove(crashReportsIn(folder).filter(({ at }, place) => place >= mostKept || now - at > longestKeptMs))
}

function remove(reports: readonly Report[]): void {
  for (const { path } of reports) {
    for (const file of [path, path.replace(/\.dmp$/, '.meta')]) {
      try {
        rmSync(file, { force: true })
      } catch {
        // See above.
      }
    }
  }
}

interface Asking {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly language: () => Language
  readonly folder: string
  readonly show: (folder: string) => void
}

/** Says how many reports there are and what they may hold, and shows or deletes them. */
export async function askAboutCrashReports({ dialog, language, folder, show }: Asking): Promise<void> {
  const reports = crashReportsIn(folder)
  const t = translator(language())
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: t('shell.crashReports.question', { count: reports.length }),
    detail: t('shell.crashReports.detail'),
    buttons: [t('shell.crashReports.show'), t('shell.crashReports.delete'), t('shell.crashReports.later')],
    defaultId: 2,
    cancelId: 2,
    noLink: true,
  })
  if (response === 0) show(folder)
  if (response === 1) remove(reports)
}
