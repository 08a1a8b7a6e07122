import type { Language } from '#shared/domain/values.ts'
import { momentText } from '#shared/i18n/check-text.ts'
import { translator } from '#shared/i18n/translator.ts'
import type { EntityName } from '../entities.ts'
import type { EntityCount, SalvageReport } from './report.ts'

/** The whole report of a salvage as plain text, every name in it. Windows line ends, so that every editor shows it. */
export function reportText(report: SalvageReport, language: Language): string {
  const t = translator(language)
  const kind = (entity: EntityName | null) => (entity ? t(`app.entities.${entity}`) : t('opening.report.unknownKind'))
  const list = (title: string, records: readonly { entity: EntityName | null; id: string; name: string | null }[]) =>
    records.length === 0
      ? []
      : [
          '',
          title,
          ...records.map(({ entity, id, name }) => `  ${kind(entity)}: ${name ?? t('opening.report.unnamed')} (${id})`),
        ]
  const counted = (key: 'missingChanges' | 'unknownAuthors' | 'unknownRows') =>
    report[key] > 0 ? [t(`opening.report.${key}`, { count: report[key] })] : []
  const counts = (count: EntityCount) =>
    [
      `${t('opening.report.kept')} ${count.read + count.rebuilt + count.corrected}`,
      ...(['rebuilt', 'corrected', 'lost', 'placeholders'] as const)
        .filter((key) => count[key] > 0)
        .map((key) => `${t(`opening.report.${key}`)} ${count[key]}`),
    ].join(', ')
  const lines = [
    t('opening.report.title'),
    t('opening.report.from', {
      when: momentText(report.at, language, language === 'sv' ? 'SE' : 'NO'),
      file: report.from,
    }),
    t(report.nothingLost ? 'opening.report.nothingLost' : 'opening.report.some'),
    ...(report.partnershipLost ? [t('opening.report.partnershipLost')] : []),
    ...counted('missingChanges'),
    ...counted('unknownAuthors'),
    ...counted('unknownRows'),
    '',
    ...(Object.entries(report.entities) as [EntityName, EntityCount][]).map(
      ([entity, count]) => `${kind(entity)}: ${counts(count)}`,
    ),
    ...list(t('opening.report.lostTitle'), report.lost),
    ...list(t('opening.report.maybeOlderTitle'), report.maybeOlder),
    ...list(t('opening.report.loosenedTitle'), report.loosened),
    ...list(t('opening.report.filesTitle'), report.files.lost),
  ]
  return `${lines.join('\r\n')}\r\n`
}
