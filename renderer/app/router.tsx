import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { ErrorScreen, ScreenError } from './error-boundary.tsx'
import { NotFound } from './not-found.tsx'
import {
  ActionsRoute,
  ActivitiesRoute,
  BodiesRoute,
  CommitmentsRoute,
  CompaniesRoute,
  DecisionsRoute,
  DocumentsRoute,
  FiguresRoute,
  FollowUpsRoute,
  GiveAndTakeRoute,
  GoalsRoute,
  IndicatorsRoute,
  MeetingsRoute,
  MilestonesRoute,
  PackagesRoute,
  PartnersRoute,
  ProjectsRoute,
  QueueRoute,
  SessionRoute,
  SettingsRoute,
  StrategyRoute,
  TimelineRoute,
  VisitsRoute,
  YearPlanRoute,
} from './screens.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: ErrorScreen })

// `{-$id}` may be absent, so that a list keeps its place while records open and close beside it.
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('#renderer/features/home/home-screen.tsx'), 'HomeScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/visits/{-$id}', component: VisitsRoute }),
  createRoute({ getParentRoute: () => root, path: '/companies/{-$id}', component: CompaniesRoute }),
  createRoute({ getParentRoute: () => root, path: '/follow-ups/{-$id}', component: FollowUpsRoute }),
  createRoute({ getParentRoute: () => root, path: '/partners/{-$id}', component: PartnersRoute }),
  createRoute({ getParentRoute: () => root, path: '/commitments/{-$id}', component: CommitmentsRoute }),
  createRoute({ getParentRoute: () => root, path: '/give-and-take', component: GiveAndTakeRoute }),
  createRoute({ getParentRoute: () => root, path: '/projects/{-$id}', component: ProjectsRoute }),
  createRoute({ getParentRoute: () => root, path: '/milestones/{-$id}', component: MilestonesRoute }),
  createRoute({ getParentRoute: () => root, path: '/timeline', component: TimelineRoute }),
  createRoute({ getParentRoute: () => root, path: '/strategy/{-$id}', component: StrategyRoute }),
  createRoute({ getParentRoute: () => root, path: '/goals/{-$id}', component: GoalsRoute }),
  createRoute({ getParentRoute: () => root, path: '/activities/{-$id}', component: ActivitiesRoute }),
  createRoute({ getParentRoute: () => root, path: '/indicators/{-$id}', component: IndicatorsRoute }),
  createRoute({ getParentRoute: () => root, path: '/figures', component: FiguresRoute }),
  createRoute({ getParentRoute: () => root, path: '/documents/{-$id}', component: DocumentsRoute }),
  createRoute({ getParentRoute: () => root, path: '/meetings/{-$id}', component: MeetingsRoute }),
  createRoute({ getParentRoute: () => root, path: '/meetings/$id/session', component: SessionRoute }),
  createRoute({ getParentRoute: () => root, path: '/year-plan', component: YearPlanRoute }),
  createRoute({ getParentRoute: () => root, path: '/queue', component: QueueRoute }),
  createRoute({ getParentRoute: () => root, path: '/decisions/{-$id}', component: DecisionsRoute }),
  createRoute({ getParentRoute: () => root, path: '/actions/{-$id}', component: ActionsRoute }),
  createRoute({ getParentRoute: () => root, path: '/bodies/{-$id}', component: BodiesRoute }),
  createRoute({ getParentRoute: () => root, path: '/packages/{-$id}', component: PackagesRoute }),
  createRoute({ getParentRoute: () => root, path: '/settings/{-$id}', component: SettingsRoute }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('#renderer/features/welcome/welcome-screen.tsx'), 'WelcomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/gallery',
    component: lazyRouteComponent(() => import('./gallery/gallery.tsx'), 'Gallery'),
  }),
]

export type AppRouter = ReturnType<typeof createAppRouter>

/** The window's routes. The address lives behind `#`, so that it works under `app://` and in the preview alike. */
export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree: root.addChildren(routes),
    history,
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenError,
  })
}
