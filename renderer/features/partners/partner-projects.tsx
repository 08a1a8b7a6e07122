import { Badge, ErrorNote } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './partners.module.css'

/** The projects that the partner takes part in, and as what. */
export function PartnerProjects({ partnerId }: { readonly partnerId: string }) {
  const t = useT()
  const projects = useOperation('projects.ofPartner', { partnerId })
  return (
    <section className={styles.section} aria-label={t('projects.ofPartner.title')}>
      <h3>{t('projects.ofPartner.title')}</h3>
      {projects.error && <ErrorNote error={projects.error} onRetry={() => void projects.refetch()} />}
      {projects.data?.length === 0 && <p className={styles.quiet}>{t('projects.ofPartner.none')}</p>}
      {projects.data && projects.data.length > 0 && (
        <ul className={styles.lines}>
          {projects.data.map(({ id, title, status, roles }) => (
            <li key={id} className={styles.words}>
              <span>
                <RecordLink area="projects" id={id}>
                  {title}
                </RecordLink>{' '}
                <Badge>{t(`codes.projectStatus.${status}`)}</Badge>
              </span>
              <span className={styles.quiet}>{roles.map((role) => t(`codes.projectRole.${role}`)).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
