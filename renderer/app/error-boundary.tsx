import { useRouter } from '@tanstack/react-router'
import { Component, type ReactNode, useEffect } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { noteFault } from '#renderer/lib/faults.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './error-boundary.module.css'

/** Catches what a screen throws while drawing. React offers this to classes only. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { failed: { error: unknown } | null }> {
  override state: { failed: { error: unknown } | null } = { failed: null }
  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } }
  }
  override render() {
    return this.state.failed ? <ErrorScreen error={this.state.failed.error} /> : this.props.children
  }
}

/** What stands in a failed window's place. What was saved is safe, and drafts come back after a reload. */
export function ErrorScreen({ error }: { readonly error: unknown }) {
  const t = useT()
  useNoted(error)
  return (
    <div role="alert">
      <EmptyState icon="warning" title={t('app.error.title')} action={<Reload />}>
        {t('app.error.text')}
      </EmptyState>
    </div>
  )
}

/** What stands in a failed screen's place; the rest of the window goes on. Another screen is another try. */
export function ScreenError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const t = useT()
  const go = useGo()
  const router = useRouter()
  useNoted(error)
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={t('app.error.title')}
        action={
          <div className={styles.ways}>
            <Button
              kind="primary"
              onPress={() => {
                reset()
                void router.invalidate()
              }}
            >
              {t('common.retry')}
            </Button>
            <Button onPress={() => go('home')}>{t('app.notFound.home')}</Button>
            <Reload kind="normal" />
          </div>
        }
      >
        {t('app.error.screen')}
      </EmptyState>
    </div>
  )
}

function Reload({ kind = 'primary' }: { readonly kind?: 'primary' | 'normal' }) {
  const t = useT()
  return (
    <Button
      kind={kind}
      onPress={() => {
        window.location.hash = ''
        window.location.reload()
      }}
    >
      {t('app.error.reload')}
    </Button>
  )
}

function useNoted(error: unknown): void {
  const client = useClient()
  useEffect(() => noteFault(client, 'screen', error), [client, error])
}
