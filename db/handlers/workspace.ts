import type { z } from 'zod'
import { invalid, problem } from '#shared/contract/problem.ts'
import type { preferences, samples } from '#shared/contract/workspace.ts'
import { contrastWithWhite, leastContrast } from '#shared/domain/colours.ts'
import { municipalityName } from '#shared/domain/municipalities.ts'
import { checkOrgNo } from '#shared/domain/org-number.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import { isSameFile } from '../backup.ts'
import { type AreaHandlers, type Context, change, noWorkspace, today } from '../context.ts'
import { readAll } from '../store.ts'
import { revised } from './checking.ts'
import { checkedCode } from './encryption.ts'

export interface About {
  readonly version: string
  readonly host: 'direct' | 'worker' | 'electron' | 'preview'
  readonly can: { readonly openFiles: boolean; readonly revealFiles: boolean; readonly notify?: boolean }
}

/** A partnership's fields that a form may get wrong. */
function checkPartnership(
  next: Partnership,
): Record<string, { key: string; params?: Record<string, string | number> }> {
  const fields: Record<string, { key: string; params?: Record<string, string | number> }> = {}
  if (next.orgNo !== null) {
    const checked = checkOrgNo(next.orgNo, next.country)
    if (!checked.ok) fields['changes.orgNo'] = { ...checked.message, params: { ...checked.message.params } }
  }
  const unknown = next.regionCodes.find((code) => municipalityName(code, next.country) === null)
  if (unknown !== undefined)
    fields['changes.regionCodes'] = { key: 'problems.field.unknownMunicipality', params: { code: unknown } }
  if (next.accentColour !== null && contrastWithWhite(next.accentColour) < leastContrast)
    fields['changes.accentColour'] = {
      key: 'problems.field.colourTooPale',
      params: { contrast: Math.floor(contrastWithWhite(next.accentColour) * 10) / 10, least: leastContrast },
    }
  if (next.logoSha256 !== null && next.logoAltText === null)
    fields['changes.logoAltText'] = { key: 'problems.field.altTextNeeded' }
  return fields
}

/** Handlers of the program itself, its preferences, the open file and the partnership in it. */
export function workspaceHandlers(
  about: About,
): Omit<
  AreaHandlers<'app' | 'preferences' | 'workspace' | 'partnership' | 'files'>,
  'partnership.setLogo' | 'partnership.readLogo' | Exclude<keyof AreaHandlers<'app'>, 'app.about'>
> {
  return {
    'app.about': (_input, context) => ({
      version: about.version,
      sqlite: String(context.workspaces.file()?.db.prepare('SELECT sqlite_version()').pluck().get() ?? ''),
      node: process.version,
      host: about.host,
      can: about.can,
    }),
    'preferences.show': (_input, context) => show(context),
    'preferences.choose': ({ language, theme, deviceName, followUpNotices, me }, context) => {
      const stored = context.workspaces.preferences
      const fileId = context.workspaces.fileId()
      if (
        me &&
        !context.workspaces.store().db.prepare('SELECT 1 FROM persons WHERE id = ? AND deleted_at IS NULL').get(me)
      ) {
        throw invalid({ me: { key: 'problems.field.gone' } })
      }
      stored.set({
        ...(language === undefined ? {} : { language }),
        ...(theme === undefined ? {} : { theme }),
        ...(followUpNotices === undefined ? {} : { followUpNotices }),
        ...(deviceName === undefined ? {} : { deviceName: deviceName.trim() }),
        ...(me === undefined || !fileId ? {} : { me: withMe(stored.get().me, fileId, me) }),
      })
      if (deviceName !== undefined && fileId) context.workspaces.store().deviceName = stored.get().deviceName
      return show(context)
    },
    'workspace.current': (_input, context) => context.workspaces.show(),
    'workspace.recent': (_input, context) => context.workspaces.preferences.recent(),
    'workspace.forgetRecent': (_input, context) => {
      context.workspaces.preferences.set({ recent: [] })
      return {}
    },
    'workspace.create': async ({ recoveryCode, keepCode, ...input }, context) => {
      const code = recoveryCode == null ? null : checkedCode(recoveryCode)
      const path = await context.files.chooseTarget(`${input.name}.fyr`, 'workspace')
      if (path === null) return null
      await context.backups.makeIfChanged('close')
      const made = context.workspaces.create(path, input, code)
      if (code !== null && keepCode) await context.codes.keep(code).catch(() => {})
      return made
    },
    'workspace.open': async ({ recentId }, context) => {
      const path =
        recentId === null ? await context.files.pickWorkspace() : context.workspaces.preferences.pathOf(recentId)
      if (path === undefined) throw problem('fileMissing', 'problems.fileMissing', { file: '' })
      if (path === null) return null
      await context.backups.makeIfChanged('close')
      return context.workspaces.open(path)
    },
    'workspace.openSample': async ({ sample }, context) => {
      const path = await context.files.chooseTarget(sampleFileNames[sample], 'workspace')
      if (path === null) throw problem('cancelled', 'problems.cancelled')
      await context.backups.makeIfChanged('close')
      return context.workspaces.openSample(sample, path)
    },
    'workspace.close': async (_input, context) => {
      await context.backups.makeIfChanged('close')
      context.workspaces.close()
      return {}
    },
    'workspace.backup': async (_input, context) => {
      const file = context.workspaces.file() ?? noWorkspace()
      const name = context.workspaces.show()?.partnership.name ?? 'Fyr'
      const path = await context.files.chooseTarget(`${name} ${today(context)}.fyr`, 'backup')
      if (path === null) return null
      // The dialog may stand open for long: by now the file may be closed, or another one open.
      if (context.workspaces.file() !== file) throw problem('cancelled', 'problems.cancelled')
      if (isSameFile(path, file.path)) throw problem('refused', 'problems.backupOverItself')
      const { size, sha256 } = await context.backups.saveCopy(path)
      return { ...(await context.files.keep(path)), size, sha256 }
    },
    'partnership.show': (_input, context) => partnershipOf(context),
    'partnership.revise': ({ changes }, context) => {
      const before = partnershipOf(context)
      const next = revised(before, changes)
      if (changes.country !== undefined && changes.country !== before.country) {
        throw problem('refused', 'problems.countryFixed')
      }
      const fields = checkPartnership(next)
      if (Object.keys(fields).length > 0) throw invalid(fields)
      const checked = next.orgNo === null ? null : checkOrgNo(next.orgNo, next.country)
      return change(context, (write) =>
        write.revise('partnership', before.id, { ...changes, ...(checked?.ok ? { orgNo: checked.value } : {}) }),
      )
    },
    'files.open': async ({ fileId }, context) => {
      await context.files.open(fileId)
      return {}
    },
    'files.reveal': async ({ fileId }, context) => {
      await context.files.reveal(fileId)
      return {}
    },
  }
}

const sampleFileNames: Readonly<Record<(typeof samples)[number], string>> = {
  ostfold: 'Fyr eksempel Østfold.fyr',
  robertsfors: 'Fyr exempel Robertsfors.fyr',
}

function partnershipOf(context: Context): Partnership {
  return readAll(context.store, 'partnership', 'id')[0] ?? noWorkspace()
}

function show(context: Context): z.infer<typeof preferences> {
  const stored = context.workspaces.preferences.get()
  return {
    language: stored.language,
    theme: stored.theme,
    deviceName: stored.deviceName,
    followUpNotices: stored.followUpNotices,
    me: stored.me[context.workspaces.fileId() ?? ''] ?? null,
  }
}

function withMe(all: Readonly<Record<string, string>>, fileId: string, me: string | null): Record<string, string> {
  const { [fileId]: _before, ...others } = all
  return me === null ? others : { ...others, [fileId]: me }
}
