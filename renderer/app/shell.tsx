import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { UnsavedDocuments } from '#renderer/components/unsaved-document.tsx'
import { dialogOpen, doFromMenu, useMenu } from '#renderer/lib/menu.ts'
import { areaOf, useGo } from '#renderer/lib/navigation.ts'
import { ShellProvider } from '#renderer/lib/shell.ts'
import { type Action, useShortcuts } from '#renderer/lib/shortcuts.ts'
import { useUndoStack } from '#renderer/lib/undo.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type MenuCommand, menuAreas } from '#shared/contract/menu-commands.ts'
import { useAppActions } from './actions.ts'
import { BackToPackage } from './back-to-package.tsx'
import { CommandPalette } from './command-palette.tsx'
import { HealthBanner } from './health-banner.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { NotFound } from './not-found.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { WorkspaceWarnings } from './workspace-warnings.tsx'

const WelcomeScreen = lazy(async () => ({
  default: (await import('#renderer/features/welcome/welcome-screen.tsx')).WelcomeScreen,
}))
const CaptureDialog = lazy(async () => ({
  default: (await import('#renderer/features/visits/capture-dialog.tsx')).CaptureDialog,
}))

/** With no file open every address shows the welcome; the gallery needs none. Who uses the program has no use for the gallery. */
export function Shell() {
  const workspace = useOperation('workspace.current', {})
  const { pathname } = useLocation()
  const about = useOperation('app.about', {}, { enabled: pathname.startsWith('/gallery') })
  useFilesFromMenu()
  if (workspace.isPending) return null
  if (workspace.error) return <ErrorNote error={workspace.error} onRetry={() => void workspace.refetch()} />
  if (pathname.startsWith('/gallery')) {
    if (about.isPending) return null
    return about.data?.host === 'preview' ? <Outlet /> : <NotFound />
  }
  if (!workspace.data || pathname.startsWith('/welcome')) {
    return (
      <Suspense fallback={<Loading />}>
        <HealthBanner />
        <WelcomeScreen />
      </Suspense>
    )
  }
  // Another file begins anew: no form or list of the one before stays on the screen.
  return <Desk key={`${workspace.data.location}/${workspace.data.fileName}`} workspace={workspace.data} />
}

/** What the menu can do with no file open, too. */
function useFilesFromMenu(): void {
  const go = useGo()
  const navigate = useNavigate()
  const open = useCommand('workspace.open', { problemAsToast: true })
  const onMenu = useCallback(
    async (name: MenuCommand) => {
      if (dialogOpen()) return
      if (name === 'workspace.create') void navigate({ to: '/welcome' })
      if (name === 'settings.about') go('settings', 'about')
      // Here and not with the desk's actions: they lead out of the welcome, too.
      const area = menuAreas.find((it) => name === `go.${it}`)
      if (area) go(area)
      if (name !== 'workspace.open') return
      const reply = await open.run({ recentId: null })
      if (reply.ok && reply.value) go('home')
    },
    [go, navigate, open.run],
  )
  useMenu(onMenu)
}

type Workspace = NonNullable<OutputOf<'workspace.current'>>

function Desk({ workspace }: { readonly workspace: Workspace }) {
  const t = useT()
  const { pathname } = useLocation()
  const undoStack = useUndoStack()
  // Another file knows nothing of this one's changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another file is opened
  useEffect(() => undoStack.forget(), [workspace.location, undoStack])
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const [capture, setCapture] = useState<{ companyId: string | null } | null>(null)
  const [screenActions, setScreenActions] = useState<readonly (readonly Action[])[]>([])

  const addActions = useCallback((actions: readonly Action[]) => {
    setScreenActions((sets) => [...sets, actions])
    return () => setScreenActions((sets) => sets.filter((set) => set !== actions))
  }, [])
  const controls = useMemo(
    () => ({
      logVisit: (companyId: string | null = null) => setCapture({ companyId }),
      openPalette: () => setPalette(true),
      addActions,
    }),
    [addActions],
  )
  const openCompany = areaOf(pathname) === 'companies' ? (pathname.split('/')[2] ?? null) : null
  const actions = useAppActions({
    logVisit: () => setCapture({ companyId: openCompany }),
    openPalette: () => setPalette(true),
    openHelp: () => setHelp(true),
    readOnly: workspace.readOnly,
  })
  const all = useMemo(() => [...actions, ...screenActions.flat()], [actions, screenActions])
  useShortcuts(all)
  useMenu(useCallback((name: MenuCommand) => doFromMenu(name, all), [all]))

  return (
    <ShellProvider value={controls}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      <div className={styles.desk}>
        <Sidebar partnership={workspace.partnership.name} actions={actions} />
        <main id="main" tabIndex={-1} className={styles.main} data-part="screen">
          <HealthBanner withHistory />
          <WorkspaceWarnings workspace={workspace} />
          <UnsavedDocuments />
          <BackToPackage />
          <div className={styles.screen}>
            <Outlet />
          </div>
        </main>
      </div>
      <CommandPalette open={palette} onClose={() => setPalette(false)} actions={all} />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} actions={all} />
      {capture && (
        <Suspense fallback={null}>
          <CaptureDialog open onClose={() => setCapture(null)} companyId={capture.companyId} />
        </Suspense>
      )}
    </ShellProvider>
  )
}
