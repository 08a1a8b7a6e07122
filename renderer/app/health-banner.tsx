import { Button, IconButton } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './workspace-warnings.module.css'

/** What happened to the program itself: that its keeper or its window was started again, that it is finishing before it closes. */
export function HealthBanner({ withHistory = false }: { readonly withHistory?: boolean }) {
  const t = useT()
  const go = useGo()
  const health = useOperation('app.health', {}).data
  const dismiss = useCommand('app.dismissHealth', { problemAsToast: true })
  const { restarted, windowCrashed, finishing } = health ?? { restarted: null, windowCrashed: false, finishing: false }
  const told: (string | false)[] = restarted
    ? [
        t('app.health.restarted'),
        restarted.done > 0 && t('app.health.done', { count: restarted.done }),
        restarted.notSaved > 0 && t('app.health.notSaved', { count: restarted.notSaved }),
        restarted.unknown > 0 && t('app.health.unknown', { count: restarted.unknown }),
        restarted.job && t('app.health.job'),
      ]
    : []
  if (windowCrashed) told.push(t('app.health.windowCrashed'))
  const shown = told.length > 0
  return (
    // There from the start, so that what comes into it is read out; the mark lets React Aria leave it so behind an open dialog.
    <div role="status" data-live-announcer="true" className={shown || finishing ? styles.warnings : undefined}>
      {finishing && <Note>{t('app.health.finishing')}</Note>}
      {shown && (
        <Note
          action={
            <>
              {withHistory && restarted && restarted.unknown > 0 && (
                <Button small onPress={() => go('settings', 'history')}>
                  {t('app.health.seeHistory')}
                </Button>
              )}
              <IconButton
                icon="close"
                label={t('common.close')}
                disabled={dismiss.busy}
                onPress={() => void dismiss.run({})}
              />
            </>
          }
        >
          {told.filter(Boolean).join(' ')}
        </Note>
      )}
    </div>
  )
}
