import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { BackupNotice } from './backup-notice.tsx'
import { BeforePackage } from './before-package.tsx'
import { Coverage } from './coverage.tsx'
import { DueInMeetings } from './due-in-meetings.tsx'
import { DueNow } from './due-now.tsx'
import { DueScreen } from './due-screen.tsx'
import { FirstSteps } from './first-steps.tsx'
import { FlagsAndThemes } from './flags-and-themes.tsx'
import styles from './home.module.css'
import { LatestVisits } from './latest-visits.tsx'
import { NextMeeting } from './next-meeting.tsx'
import { NextToVisit } from './next-to-visit.tsx'
import { PlanScreen } from './plan-screen.tsx'
import { ResponseTime } from './response-time.tsx'
import { StrategyPanel } from './strategy-panel.tsx'
import { type Overview, useHomeView } from './view.ts'
import { YearProgress } from './year-progress.tsx'
import { YearSwitch } from './year-switch.tsx'

/** How the year stands and what is due. The plan and the list of companies not visited stand in the same place, by the address. */
export function HomeScreen() {
  const { view, year } = useHomeView()
  if (view.show === 'plan') return <PlanScreen key={year} year={year} />
  if (view.show === 'due') return <DueScreen />
  return <OverviewScreen year={year} />
}

function OverviewScreen({ year }: { readonly year: number }) {
  const t = useT()
  const format = useFormat()
  const overview = useOperation('home.overview', { year, today: today() }, { keepPrevious: true })
  return (
    <>
      <PageHeader
        title={t('app.areas.home')}
        detail={<span className={styles.today}>{format.dayLong(today())}</span>}
        actions={<YearSwitch year={year} />}
      />
      <div className={styles.page}>
        <BackupNotice />
        {overview.isPending && <Loading lines={10} />}
        {overview.error && <ErrorNote error={overview.error} onRetry={() => void overview.refetch()} />}
        {overview.data && <Panels overview={overview.data} year={year} />}
      </div>
    </>
  )
}

function Panels({ overview, year }: { readonly overview: Overview; readonly year: number }) {
  // Companies and visits only: a secretariat may begin with its meetings, its partners or its projects.
  const isNew = overview.companies === 0 && overview.latest.length === 0
  const meetings = useOperation('meetings.count', {}, { enabled: isNew })
  const partners = useOperation('partners.list', {}, { enabled: isNew })
  const milestones = useOperation('milestones.totals', {}, { enabled: isNew })
  if (isNew) {
    const meets = (meetings.data ?? 0) > 0
    return (
      <>
        <FirstSteps year={year} drafts={overview.drafts} />
        {(meets || (partners.data?.length ?? 0) > 0 || (milestones.data?.count ?? 0) > 0) && (
          <div className={styles.grid}>
            <DueInMeetings />
            {meets && <NextMeeting />}
          </div>
        )}
      </>
    )
  }
  return (
    <div className={styles.grid}>
      <YearProgress overview={overview} year={year} />
      <DueNow overview={overview} />
      <DueInMeetings />
      <NextMeeting />
      <StrategyPanel />
      <BeforePackage />
      <NextToVisit due={overview.due} />
      <LatestVisits latest={overview.latest} />
      <Coverage year={year} />
      <FlagsAndThemes statistics={overview.statistics} year={year} />
      <ResponseTime followUps={overview.statistics.followUps} year={year} />
    </div>
  )
}
