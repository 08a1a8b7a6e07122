import { readdirSync } from 'node:fs'
import type { BrowserWindow, ContextMenuParams, Menu, MenuItemConstructorOptions, Session, WebContents } from 'electron'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

/** Chromium's names, the first that it has. Documents may be in any of the three, whatever the screen is in. */
const names: Readonly<Record<Language, readonly string[]>> = {
  nb: ['nb', 'nb-NO'],
  sv: ['sv', 'sv-SE'],
  en: ['en-GB', 'en-US', 'en'],
}

/**
 * What is spell-checked, the language of the screen first. Windows and macOS have dictionaries of their own. On Linux Chromium would fetch
 * them from a server, which Fyr lets nobody do: there it is the ones that lie in `Dictionaries` of Fyr's own folder, which may be none.
 */
export function spellingLanguages(
  screen: Language,
  available: readonly string[],
  platform: NodeJS.Platform,
  dictionaries: readonly string[],
): string[] {
  const order = [screen, ...(['nb', 'sv', 'en'] as const).filter((it) => it !== screen)]
  const usable = (name: string) =>
    available.includes(name) && (platform !== 'linux' || dictionaries.some((file) => isDictionaryOf(file, name)))
  return order.flatMap((language) => names[language].find(usable) ?? [])
}

/** Chromium's files are named `nb-NO-3-0.bdic`: the language, mostly with its country, and two numbers. */
function isDictionaryOf(file: string, name: string): boolean {
  const [, language] = /^([a-z]{2}(?:-[A-Z]{2})?)-\d+-\d+\.bdic$/.exec(file) ?? []
  return language !== undefined && (language === name || language.startsWith(`${name}-`))
}

/** Checks the spelling in this session's pages, or leaves it off where there is nothing to check with. */
export function checkSpelling(
  session: Pick<Session, 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled' | 'availableSpellCheckerLanguages'>,
  screen: Language,
  platform: NodeJS.Platform,
  folder: string,
): void {
  const languages = spellingLanguages(screen, session.availableSpellCheckerLanguages, platform, filesIn(folder))
  session.setSpellCheckerEnabled(platform === 'darwin' || languages.length > 0)
  // A Mac tells by itself which language a text is in.
  if (platform !== 'darwin') session.setSpellCheckerLanguages(languages)
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

type Params = Pick<ContextMenuParams, 'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}

/** The menu of the right button in text: words that may be meant, and the clipboard. Empty where there is nothing to do. */
export function textMenu(
  params: Params,
  language: Language,
  contents: Pick<WebContents, 'replaceMisspelling'> & {
    readonly session: Pick<Session, 'addWordToSpellCheckerDictionary'>
  },
): MenuItemConstructorOptions[] {
  const t = translator(language)
  const { misspelledWord: word, dictionarySuggestions, isEditable, selectionText, editFlags } = params
  const rows: MenuItemConstructorOptions[] = []
  if (isEditable && word !== '') {
    if (dictionarySuggestions.length === 0) rows.push({ label: t('shell.spelling.none'), enabled: false })
    for (const suggestion of dictionarySuggestions.slice(0, 5))
      rows.push({ label: suggestion.replace(/&/g, '&&'), click: () => contents.replaceMisspelling(suggestion) })
    rows.push({ type: 'separator' })
    rows.push({ label: t('shell.spelling.add'), click: () => contents.session.addWordToSpellCheckerDictionary(word) })
    rows.push({ type: 'separator' })
  }
  if (isEditable) rows.push({ role: 'cut', label: t('shell.menu.cut'), enabled: editFlags.canCut })
  if (isEditable || selectionText !== '')
    rows.push({ role: 'copy', label: t('shell.menu.copy'), enabled: editFlags.canCopy })
  if (isEditable) {
    rows.push({ role: 'paste', label: t('shell.menu.paste'), enabled: editFlags.canPaste })
    rows.push({ role: 'pasteAndMatchStyle', label: t('shell.menu.pasteText'), enabled: editFlags.canPaste })
    rows.push({ type: 'separator' })
    rows.push({ role: 'selectAll', label: t('shell.menu.selectAll'), enabled: editFlags.canSelectAll })
  }
  return rows
}

/** Opens that menu where the page leaves the right button to the system. */
export function offerTextMenu(
  window: BrowserWindow,
  menu: Pick<typeof Menu, 'buildFromTemplate'>,
  language: () => Language,
): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, params) => {
    const rows = textMenu(params, language(), webContents)
    if (rows.length > 0) menu.buildFromTemplate(rows).popup({ window })
  })
}
