import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from '../settings.module.css'
import own from './check.module.css'
import { useSavedToast } from './use-saved-toast.ts'

type Report = NonNullable<OutputOf<'check.last'>['report']>
type Leftover = OutputOf<'check.leftovers'>['leftovers'][number]

/** Content that no record names: looked at one by one, removed together, and only when the user says so. */
export function Leftovers({ report, onRemoved }: { readonly report: Report; readonly onRemoved: () => void }) {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const told = report.steps.some(({ findings }) => findings.some(({ kind }) => kind === 'blobOfNothing'))
  const { data } = useOperation('check.leftovers', {}, { enabled: told })
  const [removing, setRemoving] = useState(false)
  if (!told || !data || data.count === 0) return null
  const { count, size, leftovers } = data
  return (
    <section className={styles.fields} aria-labelledby="check-leftovers">
      <h3 id="check-leftovers">{t('checkPage.leftovers.title')}</h3>
      <p>{t('checkPage.leftovers.text', { count, size: format.bytes(size) })}</p>
      <ul className={`${styles.register} ${own.leftovers}`}>
        {leftovers.map((leftover) => (
          <Line key={leftover.sha256} leftover={leftover} />
        ))}
      </ul>
      {count > leftovers.length && (
        <p className={styles.quiet}>{t('checkPage.leftovers.partly', { number: format.number(leftovers.length) })}</p>
      )}
      {!readOnly && (
        <div className={styles.row}>
          <Button icon="remove" onPress={() => setRemoving(true)}>
            {t('checkPage.leftovers.remove')}
          </Button>
        </div>
      )}
      {removing && <RemoveDialog leftovers={leftovers} onClose={() => setRemoving(false)} onRemoved={onRemoved} />}
    </section>
  )
}

function Line({ leftover }: { readonly leftover: Leftover }) {
  const t = useT()
  const format = useFormat()
  const tell = useSavedToast()
  const save = useCommand('check.saveLeftover', { problemAsToast: true })
  const id = `leftover-${leftover.sha256.slice(0, 12)}`
  async function saveCopy() {
    const reply = await save.run({ sha256: leftover.sha256 })
    if (reply.ok && reply.value) tell(reply.value.fileId, t('checkPage.leftovers.saved', { name: reply.value.name }))
  }
  return (
    <li className={`${styles.record} ${styles.review}`}>
      <span className={styles.reviewWords} id={id}>
        {t('checkPage.leftovers.line', {
          kind: t(`checkPage.leftovers.kinds.${leftover.kind}`),
          size: format.bytes(leftover.size),
        })}
      </span>
      <Button small icon="download" busy={save.busy} describedBy={id} onPress={() => void saveCopy()}>
        {t('checkPage.leftovers.save')}
      </Button>
    </li>
  )
}

function RemoveDialog({
  leftovers,
  onClose,
  onRemoved,
}: {
  readonly leftovers: readonly Leftover[]
  readonly onClose: () => void
  readonly onRemoved: () => void
}) {
  const t = useT()
  const format = useFormat()
  const remove = useCommand('check.removeLeftovers', {
    done: ({ removed }) => t('checkPage.leftovers.removed', { count: removed }),
  })
  const size = leftovers.reduce((sum, one) => sum + one.size, 0)
  async function removeAll() {
    const reply = await remove.run({ sha256: leftovers.map(({ sha256 }) => sha256) })
    if (!reply.ok) return
    onClose()
    onRemoved()
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('checkPage.leftovers.removeTitle', { count: leftovers.length })}
      confirm={t('checkPage.leftovers.removeConfirm')}
      busy={remove.busy}
      onConfirm={() => void removeAll()}
    >
      <p>{t('checkPage.leftovers.removeText', { size: format.bytes(size) })}</p>
      {remove.problem && <ErrorNote error={remove.problem} />}
    </ConfirmDialog>
  )
}
