import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { Licences } from './licences.tsx'
import styles from './settings.module.css'

export function AboutPage() {
  const t = useT()
  const about = useOperation('app.about', {})
  if (about.error) return <ErrorNote error={about.error} onRetry={() => void about.refetch()} />
  if (!about.data) return <Loading />
  return (
    <div className={styles.fields}>
      <p>{t('settings.about.text')}</p>
      <dl className={styles.facts}>
        <dt>{t('settings.about.version')}</dt>
        <dd>{about.data.version}</dd>
        <dt>SQLite</dt>
        <dd>{about.data.sqlite}</dd>
        <dt>Node.js</dt>
        <dd>{about.data.node}</dd>
        <dt>{t('settings.about.host')}</dt>
        <dd>{t(`settings.hosts.${about.data.host}`)}</dd>
      </dl>
      <Licences />
    </div>
  )
}
