import { Component, type ReactNode } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { useT } from '#renderer/lib/use-t.ts'

/** Catches what a screen throws while drawing. React offers this to classes only. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    return this.state.failed ? <ErrorScreen /> : this.props.children
  }
}

/** What stands in a failed screen's place. What was saved is safe, and drafts come back after a reload. */
export function ErrorScreen() {
  const t = useT()
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={t('app.error.title')}
        action={
          <Button
            kind="primary"
            onPress={() => {
              window.location.hash = ''
              window.location.reload()
            }}
          >
            {t('app.error.reload')}
          </Button>
        }
      >
        {t('app.error.text')}
      </EmptyState>
    </div>
  )
}
