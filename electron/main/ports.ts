import { join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter, Shell } from 'electron'
import type { Ports, SaveKind } from '#db/worker-protocol.ts'
import { safeFileName } from '#electron/backend/file-names.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { rememberPaths } from './security/given-paths.ts'

interface Desktop {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly shell: Pick<Shell, 'openPath' | 'showItemInFolder'>
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Language
  readonly documents: string
}

const endings: Readonly<Record<Exclude<SaveKind, 'any'>, string>> = {
  workspace: 'fyr',
  backup: 'fyr',
  docx: 'docx',
  xlsx: 'xlsx',
  csv: 'csv',
  pdf: 'pdf',
  zip: 'zip',
  eml: 'eml',
  ics: 'ics',
  txt: 'txt',
}

/** The worker's questions, answered by native dialogs and the desktop. Paths come from the user's own choice and go no further. */
export function desktopPorts({
  dialog,
  shell,
  window,
  language,
  documents,
}: Desktop): Omit<Ports, 'printPages' | 'canKeepCodes' | 'keepCode' | 'dropCode'> {
  const paths = rememberPaths()
  const filter = (kind: SaveKind): FileFilter => ({
    name: translator(language())(`shell.files.${kind}`),
    extensions: [kind === 'any' ? '*' : endings[kind]],
  })
  return {
    async pickOpen({ kind }) {
      const options = {
        filters: [filter(kind), filter('any')],
        properties: ['openFile', 'dontAddToRecent'] satisfies ('openFile' | 'dontAddToRecent')[],
      }
      const parent = window()
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    async pickFolder() {
      const options = {
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] satisfies (
          | 'openDirectory'
          | 'createDirectory'
          | 'dontAddToRecent'
        )[],
      }
      const parent = window()
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    async pickSave({ suggestedName, kind }) {
      const options = {
        defaultPath: join(documents, safeFileName(suggestedName)),
        filters: [filter(kind)],
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'] satisfies (
          | 'showOverwriteConfirmation'
          | 'dontAddToRecent'
        )[],
      }
      const parent = window()
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      if (answer.canceled || !answer.filePath) return null
      paths.remember(answer.filePath)
      return answer.filePath
    },
    async openFile({ path }) {
      if (!paths.mayOpen(path)) return { ok: false }
      return { ok: (await shell.openPath(path)) === '' }
    },
    async revealFile({ path }) {
      if (!paths.mayReveal(path)) return { ok: false }
      shell.showItemInFolder(path)
      return { ok: true }
    },
    async downloadUrl() {
      return null
    },
  }
}
