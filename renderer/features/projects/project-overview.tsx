import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import { Button } from '#renderer/components/button.tsx'
import { Escalate } from '#renderer/components/escalate.tsx'
import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Meter, Note } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ProjectTab } from './project-detail.tsx'
import { ProjectReports } from './project-reports.tsx'
import { type OpenProject, useCurrency, useWarningWords } from './use-project.ts'

interface Props {
  readonly open: OpenProject
  readonly onTab: (tab: ProjectTab) => void
}

/** How the project stands: its light, what is to be looked at, when it is decided upon next, and the main facts. */
export function ProjectOverview({ open, onTab }: Props) {
  const t = useT()
  const words = useWarningWords()
  const { project, warnings, reports, attachments } = open
  return (
    <div className={styles.part}>
      {warnings.map((one) => (
        <Note key={`${one.field} ${one.message.key}`} tone="warning">
          {words(one)}
        </Note>
      ))}
      <ProjectReports projectId={project.id} reports={reports} />
      <Facts open={open} onTab={onTab} />
      <section className={styles.section} aria-label={t('projects.overview.decision')}>
        <h3>{t('projects.overview.decision')}</h3>
        <NextDecision open={open} />
        <Escalate from={{ entity: 'projects', id: project.id }} title={project.title} />
      </section>
      <GoalLinks kind="project" recordId={project.id} />
      <section className={styles.section} aria-label={t('projects.overview.files')}>
        <h3>{t('projects.overview.files')}</h3>
        <AttachedFiles home={{ projectId: project.id }} attachments={attachments} takesPaste />
      </section>
    </div>
  )
}

function NextDecision({ open }: { readonly open: OpenProject }) {
  const t = useT()
  const format = useFormat()
  const { nextDecision } = open
  if (nextDecision === null) return <p className={styles.quiet}>{t('projects.overview.noDecision')}</p>
  const { id, title, numberText, bodyName: body, meetingId, meetingOn } = nextDecision
  return (
    <p>
      <ItemLink itemId={id} meetingId={meetingId}>
        {[numberText, title].filter(Boolean).join(' ')}
      </ItemLink>{' '}
      <span className={styles.quiet}>
        {meetingOn === null
          ? t('projects.overview.decisionInQueue', { body })
          : t('projects.overview.decisionIn', { body, day: format.day(meetingOn) })}
      </span>
    </p>
  )
}

function Facts({ open, onTab }: Props) {
  const t = useT()
  const format = useFormat()
  const { project, continuesAs, continues } = open
  const currency = useCurrency(project)
  const from = project.startOn ? format.day(project.startOn) : String(project.startYear)
  const end = project.endActualOn ?? project.endPlannedOn
  const granted = format.amount(project.granted, currency)
  return (
    <section className={styles.section} aria-label={t('projects.overview.plan')}>
      <h3>{t('projects.overview.plan')}</h3>
      {project.milestones > 0 && (
        <Meter label={t('projects.overview.progress')} value={project.reached} max={project.milestones} />
      )}
      <dl className={styles.facts}>
        <dt>{t('app.fields.leadId')}</dt>
        <dd>{project.leadName ?? t('projects.list.noLead')}</dd>
        <dt>{t('projects.overview.owners')}</dt>
        <dd>{project.ownerNames.join(', ') || t('projects.overview.noOwners')}</dd>
        <dt>{t('projects.overview.period')}</dt>
        <dd>
          {end === null
            ? t('projects.overview.periodFrom', { from })
            : t('projects.overview.periodBoth', { from, to: format.day(end) })}
        </dd>
        <dt>{t('projects.overview.funding')}</dt>
        <dd>
          {project.budgetAmount === null
            ? t('projects.overview.fundingNoBudget', { granted })
            : t('projects.overview.fundingWords', { granted, budget: format.amount(project.budgetAmount, currency) })}
        </dd>
        {continues.length > 0 && (
          <>
            <dt>{t('projects.overview.continues')}</dt>
            <dd>
              {continues.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <RecordLink area="projects" id={id}>
                    {title}
                  </RecordLink>
                </span>
              ))}
            </dd>
          </>
        )}
        {continuesAs && (
          <>
            <dt>{t('projects.overview.continuesAs')}</dt>
            <dd>
              <RecordLink area="projects" id={continuesAs.id}>
                {continuesAs.title}
              </RecordLink>
            </dd>
          </>
        )}
      </dl>
      {project.description && <p>{project.description}</p>}
      <div>
        <Button small icon="edit" onPress={() => onTab('fields')}>
          {t('projects.overview.edit')}
        </Button>
      </div>
    </section>
  )
}
