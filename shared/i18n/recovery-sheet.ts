import { formatDay } from '../domain/days.ts'
import type { Day, Language } from '../domain/values.ts'
import { translator } from './translator.ts'

interface Sheet {
  /** As `recoveryCodeOf` writes it. */
  readonly code: string
  /** The partnership's. */
  readonly name: string
  readonly day: Day
  readonly language: Language
}

/** The sheet that a recovery code is kept on: a title for its file, and its text. */
export function recoverySheet({ code, name, day, language }: Sheet): { title: string; text: string } {
  const t = translator(language)
  const lines = [
    t('encryption.sheet.heading', { name }),
    t('encryption.sheet.made', { day: formatDay(day, language) }),
    '',
    code,
    '',
    t('encryption.sheet.use'),
    '',
    t('encryption.sheet.keep'),
    t('encryption.sheet.letters'),
    '',
  ]
  // Notepad of an older Windows shows no other line ends.
  return { title: t('encryption.sheet.title', { name }), text: lines.join('\r\n') }
}
