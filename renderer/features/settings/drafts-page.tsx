import { Button } from '#renderer/components/button.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { areaOfEntity } from '#renderer/lib/record-areas.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './settings.module.css'

type Draft = OutputOf<'drafts.list'>[number]
/** So much of a text is shown. */
const shownText = 240
/** Kinds of which a draft opens in the screen of another record. */
const opensIn = { contacts: 'companies', agendaItems: 'meetings' } as const

/** What was typed and not saved, wherever it stood: also what belongs to records that are removed. */
export function DraftsPage() {
  const t = useT()
  const drafts = useOperation('drafts.list', {})
  if (drafts.error) return <ErrorNote error={drafts.error} onRetry={() => void drafts.refetch()} />
  if (!drafts.data) return <Loading />
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('history.drafts.text')}</p>
      {drafts.data.length === 0 ? (
        <EmptyState title={t('history.drafts.empty')}>{t('history.drafts.emptyText')}</EmptyState>
      ) : (
        <ul className={styles.register}>
          {drafts.data.map((draft) => (
            <DraftRow key={draft.key} draft={draft} />
          ))}
        </ul>
      )}
    </div>
  )
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const client = useClient()
  const discard = useCommand('drafts.discard')
  const title = useTitle(draft)
  const { key, text, removed, entity, openId } = draft
  const secret = draft.field === 'confidentialText'
  const shown = secret ? t('app.history.confidential') : shortened(text)
  const area =
    entity === null ? undefined : entity in opensIn ? opensIn[entity as keyof typeof opensIn] : areaOfEntity[entity]
  const id = `draft-${key}`
  async function giveUp(): Promise<void> {
    const before = await client.ask('drafts.load', { key })
    const reply = await discard.run({ key })
    if (!reply.ok) return
    const value = before.ok ? before.value?.value : undefined
    toasts.show({
      text: t('history.drafts.discarded'),
      ...(value === undefined
        ? {}
        : { action: { label: t('common.undo'), run: () => void client.ask('drafts.save', { key, value }) } }),
    })
  }
  return (
    <li className={styles.record}>
      <div className={styles.trashLine}>
        <span className={styles.words} id={id}>
          <span className={styles.title}>{title}</span>
          {shown && <span className={styles.draftText}>{shown}</span>}
          <span className={styles.quiet}>
            {t('history.drafts.saved', { when: format.instant(draft.savedAt) })}
            {removed && ` · ${t(entity === null ? 'history.drafts.gone' : 'history.drafts.removed')}`}
          </span>
        </span>
        <span className={styles.row}>
          {area && !removed && (
            <RecordLink area={area} id={openId}>
              {t('history.drafts.open')}
            </RecordLink>
          )}
          {text !== '' && (
            <Button
              small
              describedBy={id}
              onPress={() =>
                void navigator.clipboard.writeText(text).then(() => toasts.show({ text: t('history.drafts.copied') }))
              }
            >
              {t('history.drafts.copy')}
            </Button>
          )}
          <WriteButton small kind="quiet" describedBy={id} busy={discard.busy} onPress={() => void giveUp()}>
            {t('history.drafts.discard')}
          </WriteButton>
        </span>
      </div>
    </li>
  )
}

/** Which record and which of its fields, in words. */
function useTitle({ key, entity, id, field, name, day }: Draft): string {
  const t = useT()
  const format = useFormat()
  const { fieldName } = useFieldNames()
  if (key === 'capture' || key === 'figures') return t(`history.drafts.kinds.${key}`)
  if (entity === null) return t('history.drafts.kinds.other')
  const kind = t(`app.entities.${entity}`)
  if (id === null) return t('history.drafts.kinds.new', { kind: kind.toLocaleLowerCase() })
  const called = [name, format.day(day)].filter(Boolean).join(', ')
  return [kind, called, fieldName(field, entity)].filter(Boolean).join(' · ')
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > shownText ? `${line.slice(0, shownText - 1).trimEnd()}…` : line
}
