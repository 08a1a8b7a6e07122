import { useMemo } from 'react'
import type { Bulk } from '#renderer/components/bulk-bar.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { archiveStatuses, documentKinds, publicities, retentions } from '#shared/domain/records/document.ts'
import { languages } from '#shared/domain/values.ts'

/** What can be said of many uploaded files at once. A ground and a day are asked for where what is chosen needs them. */
export function useBulk(): Bulk<'attachments.reviseMany'> {
  const t = useT()
  return useMemo(
    () => ({
      operation: 'attachments.reviseMany',
      fields: [
        {
          key: 'documentKind',
          label: t('app.fields.documentKind'),
          options: documentKinds.map((code) => ({ key: code, label: t(`codes.documentKind.${code}`) })),
        },
        {
          key: 'language',
          label: t('app.fields.language'),
          options: languages.map((code) => ({ key: code, label: t(`codes.language.${code}`) })),
          none: t('registers.bulk.empty'),
        },
        {
          key: 'publicity',
          label: t('app.fields.publicity'),
          options: publicities.map((code) => ({ key: code, label: t(`codes.publicity.${code}`) })),
        },
        {
          key: 'exemptionReason',
          label: t('app.fields.exemptionReason'),
          kind: 'text',
          when: ({ publicity }) => publicity === 'exempt' || publicity === 'notPublic',
        },
        {
          key: 'retention',
          label: t('app.fields.retention'),
          options: retentions.map((code) => ({ key: code, label: t(`codes.retention.${code}`) })),
        },
        {
          key: 'disposeOn',
          label: t('app.fields.disposeOn'),
          kind: 'day',
          when: ({ retention }) => retention === 'dispose',
        },
        {
          key: 'archiveStatus',
          label: t('app.fields.archiveStatus'),
          options: archiveStatuses.map((code) => ({ key: code, label: t(`codes.archiveStatus.${code}`) })),
        },
      ],
    }),
    [t],
  )
}
