import { Button, IconButton } from '#renderer/components/button.tsx'
import { DetailHeader } from '#renderer/components/detail-page.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, ErrorNote, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { urgentWithoutFollowUp } from '#shared/domain/follow-up-rules.ts'
import styles from './visit-detail.module.css'
import type { OpenVisit } from './visit-detail.tsx'

interface Props {
  readonly open: OpenVisit
  readonly onAddFollowUp: () => void
  readonly onEscalate: () => void
  /** Null where the summary is in sight already. */
  readonly onSummary: (() => void) | null
}

/** Whose visit, when, what state it is in, and what is still missing. */
export function VisitHeader({ open, onAddFollowUp, onEscalate, onSummary }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const format = useFormat()
  const go = useGo()
  const { visit, companyName, earlierId, laterId } = open
  const release = useCommand('visits.release', { done: t('visits.released') })
  const remove = useCommand('visits.remove', { done: t('visits.removed'), problemAsToast: true })
  const openVisit = (id: string | null) => go('visits', id, { keepSearch: true })
  return (
    <DetailHeader
      title={
        <RecordLink area="companies" id={visit.companyId}>
          {companyName}
        </RecordLink>
      }
      subtitle={`${t(`codes.visitType.${visit.type}`)} · ${format.dayLong(visit.visitedOn)}`}
      onClose={() => openVisit(null)}
      tools={
        <>
          <IconButton
            icon="left"
            label={t('visits.detail.earlier')}
            disabled={earlierId === null}
            onPress={() => openVisit(earlierId)}
          />
          <IconButton
            icon="right"
            label={t('visits.detail.later')}
            disabled={laterId === null}
            onPress={() => openVisit(laterId)}
          />
          <Menu
            label={t('common.more')}
            entries={[
              {
                id: 'escalate',
                label: t('decisions.escalate.open'),
                icon: 'meetings',
                disabled: readOnly,
                run: onEscalate,
              },
              {
                id: 'remove',
                label: t('visits.detail.remove'),
                icon: 'remove',
                danger: true,
                disabled: readOnly,
                run: () =>
                  void remove.run({ id: visit.id }).then((reply) => {
                    if (reply.ok) openVisit(null)
                  }),
              },
            ]}
          />
        </>
      }
    >
      {(visit.flags.length > 0 || visit.confidentiality === 'confidential') && (
        <div className={styles.badges}>
          {visit.confidentiality === 'confidential' && (
            <Badge icon="lock">{t('codes.confidentiality.confidential')}</Badge>
          )}
          {visit.flags.map((flag) => (
            <Badge key={flag} tone={flag === 'urgent' ? 'danger' : 'warning'} icon="flag">
              {t(`codes.flag.${flag}`)}
            </Badge>
          ))}
        </div>
      )}
      {visit.draft && (
        <Note
          action={
            <WriteButton small kind="primary" busy={release.busy} onPress={() => void release.run({ id: visit.id })}>
              {t('visits.detail.release')}
            </WriteButton>
          }
        >
          {t('visits.detail.draftText')}
        </Note>
      )}
      {release.problem && <ErrorNote error={release.problem} />}
      {urgentWithoutFollowUp(visit, open.followUps) && (
        <Note
          tone="danger"
          action={
            <WriteButton small onPress={onAddFollowUp}>
              {t('visits.urgent.add')}
            </WriteButton>
          }
        >
          {t('visits.urgent.text')}
        </Note>
      )}
      {onSummary && visit.publishableSummary === null && visit.confidentiality !== 'confidential' && !visit.draft && (
        <Note
          tone="warning"
          action={
            <Button small onPress={onSummary}>
              {t('visits.board.write')}
            </Button>
          }
        >
          {t('visits.board.missing')}
        </Note>
      )}
    </DetailHeader>
  )
}
