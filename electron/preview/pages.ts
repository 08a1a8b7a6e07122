import { languageOfSystem } from '#electron/backend/language-of-system.ts'
import type { Language } from '#shared/domain/values.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'

/** The page for a browser that holds no valid link: what is wrong and how to get in. `accepts` is its Accept-Language. */
export function noEntryPage(accepts: string | undefined): string {
  const tags = (accepts ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const language: Language = languageOfSystem(tags)
  const t = translator(language)
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fyr</title></head>
<body><main><h1>${t('shell.preview.linkTitle')}</h1><p>${t('shell.preview.linkText')}</p></main></body>
</html>
`
}
