import { Button, IconButton } from '#renderer/components/button.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useShell } from '#renderer/lib/shell.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import type { Overview } from './view.ts'
import { useHomeView } from './view.ts'
import { Why } from './why.tsx'

export function NextToVisit({ due }: { readonly due: Overview['due'] }) {
  const t = useT()
  const names = useNames()
  const { logVisit } = useShell()
  const { change } = useHomeView()
  return (
    <Panel
      title={t('home.next.title')}
      span={6}
      action={
        <Button small kind="quiet" onPress={() => change({ show: 'due' })}>
          {t('home.next.all')}
        </Button>
      }
    >
      {due.length === 0 ? (
        <p className={styles.quiet}>{t('home.next.none')}</p>
      ) : (
        <ul className={styles.list}>
          {due.slice(0, 6).map((company) => (
            <li key={company.id} className={`${styles.row} ${styles.withButton}`}>
              <div className={styles.rowWords}>
                <div className={styles.rowTop}>
                  <RecordLink area="companies" id={company.id}>
                    {company.name}
                  </RecordLink>
                </div>
                <p className={styles.rowDetail}>
                  <Why company={company} />
                  <span className={styles.oneLine}>
                    {[names.municipality(company.municipalityCode) ?? company.place, names.sector(company.sectorId)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
              </div>
              <IconButton
                icon="plus"
                label={t('home.next.log', { name: company.name })}
                onPress={() => logVisit(company.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
