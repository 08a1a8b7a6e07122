import { Button } from '#renderer/components/button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './settings.module.css'

/** Partners have outgrown the settings; who looks for them here is shown the way. */
export function PartnersPage() {
  const t = useT()
  const go = useGo()
  return (
    <>
      <p className={styles.quiet}>{t('partners.settings.text')}</p>
      <div>
        <Button icon="partners" onPress={() => go('partners')}>
          {t('partners.settings.go')}
        </Button>
      </div>
    </>
  )
}
