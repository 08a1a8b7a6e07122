/** Hands each screen the id in the address; the screens themselves load when first shown. */
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Loading } from '#renderer/components/notes.tsx'

const VisitsScreen = lazy(async () => ({
  default: (await import('#renderer/features/visits/visits-screen.tsx')).VisitsScreen,
}))
const CompaniesScreen = lazy(async () => ({
  default: (await import('#renderer/features/companies/companies-screen.tsx')).CompaniesScreen,
}))
const FollowUpsScreen = lazy(async () => ({
  default: (await import('#renderer/features/follow-ups/follow-ups-screen.tsx')).FollowUpsScreen,
}))
const PartnersScreen = lazy(async () => ({
  default: (await import('#renderer/features/partners/partners-screen.tsx')).PartnersScreen,
}))
const CommitmentsScreen = lazy(async () => ({
  default: (await import('#renderer/features/partners/commitments-screen.tsx')).CommitmentsScreen,
}))
const GiveAndTakeScreen = lazy(async () => ({
  default: (await import('#renderer/features/partners/give-and-take-screen.tsx')).GiveAndTakeScreen,
}))
const ProjectsScreen = lazy(async () => ({
  default: (await import('#renderer/features/projects/projects-screen.tsx')).ProjectsScreen,
}))
const MilestonesScreen = lazy(async () => ({
  default: (await import('#renderer/features/projects/milestones-screen.tsx')).MilestonesScreen,
}))
const TimelineScreen = lazy(async () => ({
  default: (await import('#renderer/features/projects/timeline-screen.tsx')).TimelineScreen,
}))
const StrategyScreen = lazy(async () => ({
  default: (await import('#renderer/features/strategy/strategy-screen.tsx')).StrategyScreen,
}))
const GoalsScreen = lazy(async () => ({
  default: (await import('#renderer/features/strategy/goals-screen.tsx')).GoalsScreen,
}))
const ActivitiesScreen = lazy(async () => ({
  default: (await import('#renderer/features/strategy/activities-screen.tsx')).ActivitiesScreen,
}))
const IndicatorsScreen = lazy(async () => ({
  default: (await import('#renderer/features/strategy/indicators-screen.tsx')).IndicatorsScreen,
}))
const FiguresScreen = lazy(async () => ({
  default: (await import('#renderer/features/strategy/figures-screen.tsx')).FiguresScreen,
}))
const DocumentsScreen = lazy(async () => ({
  default: (await import('#renderer/features/documents/documents-screen.tsx')).DocumentsScreen,
}))
const MeetingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/meetings/meetings-screen.tsx')).MeetingsScreen,
}))
const YearPlanScreen = lazy(async () => ({
  default: (await import('#renderer/features/meetings/year-plan-screen.tsx')).YearPlanScreen,
}))
const QueueScreen = lazy(async () => ({
  default: (await import('#renderer/features/meetings/queue-screen.tsx')).QueueScreen,
}))
const SessionScreen = lazy(async () => ({
  default: (await import('#renderer/features/session/session-screen.tsx')).SessionScreen,
}))
const DecisionsScreen = lazy(async () => ({
  default: (await import('#renderer/features/decisions/decisions-screen.tsx')).DecisionsScreen,
}))
const ActionsScreen = lazy(async () => ({
  default: (await import('#renderer/features/actions/actions-screen.tsx')).ActionsScreen,
}))
const BodiesScreen = lazy(async () => ({
  default: (await import('#renderer/features/bodies/bodies-screen.tsx')).BodiesScreen,
}))
const PackagesScreen = lazy(async () => ({
  default: (await import('#renderer/features/packages/packages-screen.tsx')).PackagesScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/features/settings/settings-screen.tsx')).SettingsScreen,
}))
const screens = {
  visits: VisitsScreen,
  companies: CompaniesScreen,
  followUps: FollowUpsScreen,
  partners: PartnersScreen,
  commitments: CommitmentsScreen,
  projects: ProjectsScreen,
  milestones: MilestonesScreen,
  strategy: StrategyScreen,
  goals: GoalsScreen,
  activities: ActivitiesScreen,
  indicators: IndicatorsScreen,
  documents: DocumentsScreen,
  meetings: MeetingsScreen,
  decisions: DecisionsScreen,
  actions: ActionsScreen,
  bodies: BodiesScreen,
  packages: PackagesScreen,
  settings: SettingsScreen,
}

function RecordScreen({ area }: { readonly area: keyof typeof screens }) {
  const params = useParams({ strict: false }) as { id?: string }
  const Screen = screens[area]
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <Screen id={params.id ?? null} />
    </Suspense>
  )
}

/** The meeting while it is held. Its address always names one. */
export function SessionRoute() {
  const params = useParams({ strict: false }) as { id?: string }
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <SessionScreen key={params.id ?? ''} id={params.id ?? ''} />
    </Suspense>
  )
}
export const YearPlanRoute = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <YearPlanScreen />
  </Suspense>
)
export const GiveAndTakeRoute = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <GiveAndTakeScreen />
  </Suspense>
)
export const TimelineRoute = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <TimelineScreen />
  </Suspense>
)
export const FiguresRoute = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <FiguresScreen />
  </Suspense>
)
export const QueueRoute = () => (
  <Suspense fallback={<Loading lines={6} />}>
    <QueueScreen />
  </Suspense>
)
export const VisitsRoute = () => <RecordScreen area="visits" />
export const CompaniesRoute = () => <RecordScreen area="companies" />
export const FollowUpsRoute = () => <RecordScreen area="followUps" />
export const PartnersRoute = () => <RecordScreen area="partners" />
export const CommitmentsRoute = () => <RecordScreen area="commitments" />
export const ProjectsRoute = () => <RecordScreen area="projects" />
export const MilestonesRoute = () => <RecordScreen area="milestones" />
export const StrategyRoute = () => <RecordScreen area="strategy" />
export const GoalsRoute = () => <RecordScreen area="goals" />
export const ActivitiesRoute = () => <RecordScreen area="activities" />
export const IndicatorsRoute = () => <RecordScreen area="indicators" />
export const DocumentsRoute = () => <RecordScreen area="documents" />
export const MeetingsRoute = () => <RecordScreen area="meetings" />
export const DecisionsRoute = () => <RecordScreen area="decisions" />
export const ActionsRoute = () => <RecordScreen area="actions" />
export const BodiesRoute = () => <RecordScreen area="bodies" />
export const PackagesRoute = () => <RecordScreen area="packages" />
export const SettingsRoute = () => <RecordScreen area="settings" />
