import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What the newest check of a backup found, with what to do; null where all was well or nothing was checked. */
export function badLookText(
  t: Translate,
  instant: (at: string) => string,
  looked: OutputOf<'backups.state'>['looked'],
): string | null {
  if (!looked || looked.found === 'sound') return null
  const when = instant(looked.madeAt)
  if (looked.found === 'findings') return t('checkPage.looked.findings', { count: looked.findings, when })
  return t(`checkPage.looked.${looked.found}`, { when })
}
