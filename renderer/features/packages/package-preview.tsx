import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { needsMeeting } from '#shared/domain/package-rules.ts'
import type { PackageSection } from '#shared/domain/records/package-template.ts'
import { PackageSections } from './package-sections.tsx'
import styles from './packages.module.css'

type Preview = OutputOf<'packages.preview'>

interface Props {
  readonly choice: InputOf<'packages.preview'> & { readonly leftOut: readonly PackageSection[] }
  readonly onLeaveOut: (leftOut: PackageSection[]) => void
}

/** What a package of this choice would hold, section by section, and what somebody might want to mend first. */
export function PackagePreview({ choice, onLeaveOut }: Props) {
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
      <PackageSections
        data={data}
        leftOut={choice.leftOut}
        canMake={meetingId !== null || !needsMeeting(choice.variant ?? 'papers')}
        onLeaveOut={onLeaveOut}
      />
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
        <Remarks data={data} meetingId={meetingId} />
      </div>
    </section>
  )
}

/** What no section says: an empty agenda, a period without visits, and what is counted, withheld or replaced. */
function Remarks({ data, meetingId }: { readonly data: Preview; readonly meetingId: string | null }) {
  const t = useT()
  const { items, withheldItems, visits, confidential, maskedNames } = data
  const openMeeting = (
    <RecordLink area="meetings" id={meetingId}>
      {t('packages.preview.openMeeting')}
    </RecordLink>
  )
  return (
    <>
      {meetingId !== null && items === 0 && (
        <Note tone="warning" action={openMeeting}>
          {t('packages.preview.noItems')}
        </Note>
      )}
      {withheldItems > 0 && (
        <Note action={openMeeting}>{t('packages.preview.withheldItems', { count: withheldItems })}</Note>
      )}
      {visits === 0 && data.sections.some(({ section, state }) => section === 'visits' && state !== 'leftOut') && (
        <Note tone="warning">{t('packages.preview.noVisits')}</Note>
      )}
      {confidential > 0 && <Note>{t('packages.preview.confidentialText', { count: confidential })}</Note>}
      {maskedNames > 0 && <Note>{t('packages.preview.maskedText', { count: maskedNames })}</Note>}
    </>
  )
}
