import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './settings.module.css'

/** The libraries that Fyr is made of, with their licences. */
const libraries = [
  ['React', 'MIT'],
  ['React Aria Components', 'Apache-2.0'],
  ['TanStack Query, Router, Virtual', 'MIT'],
  ['i18next', 'MIT'],
  ['Apache ECharts', 'Apache-2.0'],
  ['Zod', 'MIT'],
  ['Drizzle ORM', 'Apache-2.0'],
  ['better-sqlite3', 'MIT'],
  ['docx', 'MIT'],
  ['hucre', 'MIT'],
  ['SheetJS', 'Apache-2.0'],
  ['Electron', 'MIT'],
] as const

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
      <h3>{t('settings.about.libraries')}</h3>
      <dl className={styles.facts}>
        {libraries.map(([name, licence]) => [<dt key={name}>{name}</dt>, <dd key={`${name} licence`}>{licence}</dd>])}
      </dl>
    </div>
  )
}
