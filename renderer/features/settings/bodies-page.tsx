import { Button } from '#renderer/components/button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './settings.module.css'

/** Bodies have outgrown the settings; who looks for them here is shown the way. */
export function BodiesPage() {
  const t = useT()
  const go = useGo()
  return (
    <>
      <p className={styles.quiet}>{t('bodies.settings.text')}</p>
      <div>
        <Button icon="bodies" onPress={() => go('bodies')}>
          {t('bodies.settings.go')}
        </Button>
      </div>
    </>
  )
}
