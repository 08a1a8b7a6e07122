import { useState } from 'react'
import { ActionLines } from '#renderer/components/action-lines.tsx'
import { Escalate } from '#renderer/components/escalate.tsx'
import { NewAction } from '#renderer/components/new-action.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OpenVisit } from './visit-detail.tsx'
import styles from './visit-follow-ups.module.css'

const shown = 100

/** What the visit leads to beyond promises: action items of one's own, and a matter for a meeting. */
export function VisitActions({ open, escalating }: { readonly open: OpenVisit; readonly escalating: boolean }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const { visit, companyName } = open
  const actions = useOperation('actions.list', {
    filter: { visitId: visit.id, state: 'all' },
    cursor: null,
    limit: shown,
  })
  const rows = actions.data?.rows ?? []
  const title = t('decisions.actions.ofVisit')
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {rows.length > 0 && <ActionLines label={title} actions={rows} />}
      {adding ? (
        <NewAction
          title={t('decisions.actions.fromVisit')}
          origin={{ originVisitId: visit.id }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <div>
          <WriteButton icon="plus" onPress={() => setAdding(true)}>
            {t('decisions.actions.add')}
          </WriteButton>
        </div>
      )}
      <Escalate
        key={String(escalating)}
        from={{ entity: 'visits', id: visit.id }}
        title={`${companyName}, ${format.day(visit.visitedOn)}`}
        startOpen={escalating}
      />
    </section>
  )
}
