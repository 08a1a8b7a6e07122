import { existsSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { problem } from '#shared/contract/problem.ts'
import { threadDisk } from '../backups/disk.ts'
import { restoreBackup } from '../backups/restore.ts'
import { type AreaHandlers, type Context, noWorkspace } from '../context.ts'
import { codeOfConnection } from '../encryption/connect.ts'
import { freeName } from '../files.ts'
import { copyWhole } from '../opening/copy-file.ts'
import { openIn } from '../opening/examine.ts'
import { setReportFact, shownReport } from '../salvage/report-shown.ts'
import { reportText } from '../salvage/report-text.ts'
import { salvageInThread } from '../salvage/salvage-thread.ts'
import type { About } from './workspace.ts'

/** What a salvaged file and a copy are called after the one they were made of. */
const suffixes = {
  salvage: { nb: 'berget', sv: 'räddad', en: 'salvaged' },
  copy: { nb: 'kopi', sv: 'kopia', en: 'copy' },
} as const

/** Handlers of the ways out of a file that can't be opened. */
export function openingHandlers(about: Pick<About, 'version'>): AreaHandlers<'opening'> {
  return {
    'opening.trouble': (_input, context) => context.troubles.show(),
    'opening.dismiss': ({ id }, context) => {
      context.troubles.pathOf(id)
      context.troubles.over()
      return {}
    },
    'opening.retry': ({ id }, context) => context.workspaces.open(context.troubles.pathOf(id)),
    'opening.openCopy': async ({ id }, context) => {
      const path = context.troubles.pathOf(id)
      // A copy of what another Fyr writes in would be a second version of the partnership.
      const by = context.troubles.show()?.state === 'openInFyr' ? openIn(path) : null
      if (by) throw problem('lockedFile', 'problems.openInFyr', { host: by.host })
      const target = await targetFor(context, path, 'copy')
      if (target === null) return null
      copyWhole(path, target)
      return context.workspaces.open(target)
    },
    'opening.restoreNewest': async ({ id }, context) => {
      const path = context.troubles.pathOf(id)
      const backup = context.troubles.backupOf(id)
      if (!backup) throw problem('notFound', 'problems.noGoodBackup')
      refuseOpen(context, path)
      const { home } = context.troubles
      await restoreBackup({ home, backup, target: path, now: context.clock.now(), app: about.version }, threadDisk)
      return context.workspaces.open(path)
    },
    'opening.salvage': async ({ id }, context) => {
      const path = context.troubles.pathOf(id)
      const target = await targetFor(context, path, 'salvage')
      if (target === null) return null
      refuseOpen(context, path)
      const { device, deviceName } = context.workspaces.preferences.get()
      const report = await salvageInThread({ from: path, to: target, device, deviceName, actor: context.actor.name })
      const shown = context.workspaces.open(target)
      // Beside an encrypted file nothing of it stands in the clear.
      if (codeOfConnection(context.workspaces.store().db) !== null) return shown
      try {
        const text = existsSync(`${target}.txt`) ? freeName(`${target}.txt`) : `${target}.txt`
        writeFileSync(
          text,
          reportText(report, context.workspaces.preferences.get().language ?? shown.partnership.language),
        )
        setReportFact(context.workspaces.store().db, 'salvage_text', basename(text))
      } catch {
        // It stands in the file too, and on the screen.
      }
      return shown
    },
    'opening.leaveDamaged': (_input, context) => {
      const file = context.workspaces.file() ?? noWorkspace()
      const { path } = file
      if (!file.warnings.includes('damaged') && !context.checks.foundDamage())
        throw problem('refused', 'problems.refused')
      context.workspaces.close()
      context.troubles.met(path, problem('damagedFile', 'problems.damagedFile', { file: basename(path) }))
      return {}
    },
    'opening.acknowledge': (_input, context) => {
      context.workspaces.acknowledge()
      return {}
    },
    'opening.salvageReport': (_input, context) => shownReport(context.store.db),
    'opening.reportRead': (_input, context) => {
      if (!context.store.readOnly) setReportFact(context.store.db, 'salvage_read', context.clock.now())
      return {}
    },
  }
}

/** Asks where the new file goes; never where a file lies already. */
async function targetFor(context: Context, path: string, what: keyof typeof suffixes): Promise<string | null> {
  const language = context.workspaces.preferences.get().language ?? 'nb'
  const stem = basename(path, extname(path))
  const chosen = await context.files.chooseTarget(`${stem} (${suffixes[what][language]}).fyr`, 'workspace')
  if (chosen === null) return null
  const target = extname(chosen).toLowerCase() === '.fyr' ? chosen : `${chosen}.fyr`
  return existsSync(target) ? freeName(target) : target
}

/** While the user chose where, the file may have been opened after all. */
function refuseOpen(context: Context, path: string): void {
  if (context.workspaces.file()?.path === path)
    throw problem('lockedFile', 'problems.lockedFile', { file: basename(path) })
}
