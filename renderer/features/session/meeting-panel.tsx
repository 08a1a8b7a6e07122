import { EmptyState } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { ItemList } from './item-list.tsx'
import { ItemPanel } from './item-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import styles from './session.module.css'
import { useSession } from './use-session.ts'

/** The agenda at the left, what is written of the item in the middle, who is there at the right. */
export function MeetingPanel() {
  const t = useT()
  const { detail, item } = useSession()
  return (
    <div className={styles.fit}>
      <div className={styles.columns}>
        <div className={`${styles.column} ${styles.items}`} data-part="list">
          <ItemList />
        </div>
        <section className={`${styles.column} ${styles.item}`} aria-label={t('session.item.title')} data-part="detail">
          {item ? (
            <ItemPanel key={item.item.id} open={item} />
          ) : (
            <EmptyState icon="followUps" title={t('session.items.none')}>
              <RecordLink area="meetings" id={detail.meeting.id} search={{ tab: 'agenda' }}>
                {t('session.items.toAgenda')}
              </RecordLink>
            </EmptyState>
          )}
        </section>
        <section
          className={`${styles.column} ${styles.people}`}
          aria-label={t('session.people.title')}
          data-part="people"
        >
          <PeoplePanel />
        </section>
      </div>
    </div>
  )
}
