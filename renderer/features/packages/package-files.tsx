import { useState } from 'react'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { packageEditions } from '#shared/domain/records/package-template.ts'
import { ExportPanel } from './export-panel.tsx'
import styles from './packages.module.css'

/** The package's files to make: in each format, in the edition chosen where the public one differs. Where nothing makes PDF it says what would. */
export function PackageFiles({ made }: { readonly made: OutputOf<'packages.open'>['package'] }) {
  const t = useT()
  const means = useOperation('packages.means', {})
  const [edition, setEdition] = useState<'full' | 'public' | 'both'>('full')
  const editions = edition === 'both' ? packageEditions : [edition]
  return (
    <section className={styles.section} aria-label={t('packages.export.title')}>
      {made.publicSha256 !== null && (
        <RadioGroup
          label={t('packageSending.edition')}
          hint={t('packageSending.editionHint')}
          look="segments"
          options={[
            ...packageEditions.map((key) => ({ key, label: t(`codes.packageEdition.${key}`) })),
            { key: 'both' as const, label: t('packageSending.both') },
          ]}
          value={edition}
          onChange={setEdition}
        />
      )}
      <div className={styles.exports}>
        <ExportPanel packageId={made.id} format="docx" editions={editions} />
        <ExportPanel packageId={made.id} format="xlsx" editions={editions} />
        {means.data?.pdf && <ExportPanel packageId={made.id} format="pdf" editions={editions} />}
      </div>
      {means.data?.pdf === null && <Note>{t('problems.noPdf')}</Note>}
    </section>
  )
}
