import { useState } from 'react'
import { EmptyState } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { AffiliationRow } from './affiliation-row.tsx'
import { NewAffiliation } from './new-affiliation.tsx'
import type { OpenPartner } from './partner-detail.tsx'
import styles from './partners.module.css'

/** Who is who at the partner today, contacts first; coming and past ones apart. */
export function PartnerPeople({ open }: { readonly open: OpenPartner }) {
  const t = useT()
  const [adding, setAdding] = useState(false)
  const { partner, people } = open
  const day = today()
  const groups = {
    now: people
      .filter((one) => one.from <= day && (one.to === null || one.to >= day))
      .toSorted((a, b) => Number(b.isContact) - Number(a.isContact)),
    coming: people.filter((one) => one.from > day),
    past: people.filter((one) => one.from <= day && one.to !== null && one.to < day),
  }
  const addButton = (
    <WriteButton icon="plus" kind={people.length === 0 ? 'primary' : 'normal'} onPress={() => setAdding(true)}>
      {t('partners.people.add')}
    </WriteButton>
  )
  return (
    <div className={styles.part}>
      {adding ? (
        <NewAffiliation partnerId={partner.id} onClose={() => setAdding(false)} />
      ) : people.length === 0 ? (
        <EmptyState icon="person" title={t('partners.people.none')} action={addButton}>
          {t('partners.people.noneText')}
        </EmptyState>
      ) : (
        <div>{addButton}</div>
      )}
      {(['now', 'coming', 'past'] as const).map(
        (when) =>
          groups[when].length > 0 && (
            <section key={when} className={styles.section} aria-label={t(`partners.people.${when}`)}>
              <h3>{t(`partners.people.${when}`)}</h3>
              <ul className={styles.lines}>
                {groups[when].map((one) => (
                  <li key={one.id}>
                    <AffiliationRow affiliation={one} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}
