import { Badge, ErrorNote } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { addDays } from '#shared/domain/days.ts'
import { isEndedProject, lacksLightComment } from '#shared/domain/project-rules.ts'
import { projectStatuses } from '#shared/domain/records/project.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'

type Project = OutputOf<'projects.list'>['rows'][number]
type Package = OutputOf<'packages.list'>[number]
const most = 5
/** A package that lies unsent for longer is no longer being worked on. */
const preparationDays = 90
const going = projectStatuses.filter((status) => !isEndedProject(status))
const looks = { red: { tone: 'danger', icon: 'warning' }, amber: { tone: 'warning', icon: 'info' } } as const

/** What the next package will be asked about: projects with a red or amber light, and packages made and not sent. Nothing where there are none. */
export function BeforePackage() {
  const t = useT()
  const projects = useOperation('projects.list', {
    filter: { lights: ['red', 'amber'], statuses: going },
    limit: 200,
  })
  const packages = useOperation('packages.list', {})
  const error = projects.error ?? packages.error
  const lit = (projects.data?.rows ?? []).toSorted((a, b) => rank(a) - rank(b))
  const unsent = inPreparation(packages.data ?? [], today())
  if (!error && lit.length + unsent.length === 0) return null
  const retry = () => void Promise.all([projects.refetch(), packages.refetch()])
  return (
    <Panel title={t('home.before.title')} span={6}>
      {error && <ErrorNote error={error} onRetry={retry} />}
      {lit.length > 0 && (
        <>
          <h3>{t('home.before.projects')}</h3>
          <ul className={styles.list}>
            {lit.slice(0, most).map((project) => (
              <li key={project.id} className={styles.row}>
                <ProjectLine project={project} />
              </li>
            ))}
          </ul>
          {(lit.length > most || projects.data?.next) && (
            <p>
              <RecordLink area="projects" search={{ lights: ['red', 'amber'], statuses: going }}>
                {t('common.showAll')}
              </RecordLink>
            </p>
          )}
        </>
      )}
      {unsent.length > 0 && (
        <>
          <h3>{t('home.before.packages')}</h3>
          <ul className={styles.list}>
            {unsent.slice(0, most).map((one) => (
              <li key={one.id} className={styles.row}>
                <PackageLine made={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** Red before amber; lighthouses first of each. */
function rank({ light, lighthouse }: Project): number {
  return (light === 'red' ? 0 : 2) + (lighthouse ? 0 : 1)
}

/** The newest of each body, where it is made not long ago and not sent. */
function inPreparation(all: readonly Package[], day: string): readonly Package[] {
  const newest = new Map<string, Package>()
  for (const one of all) if ((newest.get(one.bodyId)?.version ?? 0) < one.version) newest.set(one.bodyId, one)
  const since = addDays(day, -preparationDays)
  return [...newest.values()].filter(({ sentOn, madeOn }) => sentOn === null && madeOn.slice(0, 10) >= since)
}

function ProjectLine({ project }: { readonly project: Project }) {
  const t = useT()
  const format = useFormat()
  const { id, title, light, lightOn, lightComment } = project
  if (light !== 'red' && light !== 'amber') return null
  return (
    <>
      <div className={styles.rowTop}>
        <RecordLink area="projects" id={id}>
          {title}
        </RecordLink>
        <span className={styles.rowEnd}>
          <Badge {...looks[light]}>{t(`codes.light.${light}`)}</Badge>
        </span>
      </div>
      <p className={styles.rowDetail}>
        {lacksLightComment(project) ? (
          <Badge>{t('home.before.noComment')}</Badge>
        ) : (
          <span>{`${format.day(lightOn)}: ${lightComment}`}</span>
        )}
      </p>
    </>
  )
}

function PackageLine({ made }: { readonly made: Package }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <div className={styles.rowTop}>
        <RecordLink area="packages" id={made.id}>
          {made.title}
        </RecordLink>
      </div>
      <p className={styles.rowDetail}>
        <span>
          {t('home.before.made', {
            body: made.bodyName,
            version: made.version,
            day: format.day(made.madeOn.slice(0, 10)),
          })}
        </span>
      </p>
    </>
  )
}
