import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { MissingPapers } from './missing-papers.tsx'
import styles from './packages.module.css'

type Preview = OutputOf<'packages.preview'>

/** What a package of this choice would hold, and what somebody might want to mend first. */
export function PackagePreview({ choice }: { readonly choice: InputOf<'packages.preview'> }) {
  const t = useT()
  const format = useFormat()
  const ordered = choice.periodFrom <= choice.periodTo
  const preview = useOperation('packages.preview', choice, { keepPrevious: true, enabled: ordered })
  if (!ordered) return null
  if (preview.isPending) return <Loading lines={4} />
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
  const { data } = preview
  const { meetingId = null } = choice
  const figures = [
    ...(meetingId === null ? [] : (['items'] as const)),
    ...(meetingId === null && data.openDecisions === 0 ? [] : (['openDecisions', 'overdueDecisions'] as const)),
    ...(data.projects === 0 ? [] : (['projects', 'redOrAmber', 'slippingMilestones'] as const)),
    ...(['visits', 'overdueFollowUps', 'confidential', 'maskedNames'] as const),
  ]
  return (
    <section className={styles.section} aria-label={t('packages.preview.title')}>
      <h3>{t('packages.preview.title')}</h3>
      <dl className={styles.figures}>
        {figures.map((key) => (
          <div key={key}>
            <dt>{t(`packages.preview.${key}`)}</dt>
            <dd>{format.number(data[key])}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {data.previous
          ? t('packages.preview.previous', {
              version: data.previous.version,
              day: format.instant(data.previous.madeOn),
            })
          : t('packages.preview.first')}
      </p>
      <div className={styles.notes}>
        <MissingPapers data={data} bodyId={choice.bodyId} meetingId={meetingId} />
        <StaleLights data={data} />
        <Missing data={data} />
      </div>
    </section>
  )
}

/** A red or amber light with an old comment tells the board nothing new. */
function StaleLights({ data: { staleLights } }: { readonly data: Preview }) {
  const t = useT()
  if (staleLights.length === 0) return null
  return (
    <Note tone="warning">
      <p>{t('packages.preview.staleLights', { count: staleLights.length })}</p>
      <ul className={styles.missing}>
        {staleLights.map(({ id, title }) => (
          <li key={id}>
            <RecordLink area="projects" id={id}>
              {title}
            </RecordLink>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Missing({ data }: { readonly data: Preview }) {
  const t = useT()
  const format = useFormat()
  const { withoutSummary, drafts, confidential, maskedNames } = data
  if (data.visits === 0) return <Note tone="warning">{t('packages.preview.noVisits')}</Note>
  const complete = withoutSummary.length === 0 && drafts === 0
  return (
    <>
      {complete && <Note tone="success">{t('packages.preview.complete')}</Note>}
      {drafts > 0 && (
        <Note tone="warning" action={<RecordLink area="visits">{t('packages.preview.openVisits')}</RecordLink>}>
          {t('packages.preview.drafts', { count: drafts })}
        </Note>
      )}
      {withoutSummary.length > 0 && (
        <Note tone="warning">
          <p>{t('packages.preview.withoutSummary', { count: withoutSummary.length })}</p>
          <ul className={styles.missing}>
            {withoutSummary.map((visit) => (
              <li key={visit.id}>
                <RecordLink area="visits" id={visit.id}>
                  {visit.companyName}
                </RecordLink>{' '}
                <span className={styles.quiet}>{format.day(visit.visitedOn)}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {confidential > 0 && <Note>{t('packages.preview.confidentialText', { count: confidential })}</Note>}
      {maskedNames > 0 && <Note>{t('packages.preview.maskedText', { count: maskedNames })}</Note>}
    </>
  )
}
