import { useState } from 'react'
import { Checkbox } from '#renderer/components/choices.tsx'
import { ConfirmDialog } from '#renderer/components/dialog.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import styles from './companies.module.css'

/** Shows where the name stands in texts, asks whether it shall go there too, and says that there is no way back. */
export function AnonymiseDialog({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const toasts = useToasts()
  const [andText, setAndText] = useState(true)
  const mentions = useOperation('contacts.mentions', { id: contact.id })
  const anonymise = useCommand('contacts.anonymise')
  const found = mentions.data ?? []
  async function confirm() {
    const reply = await anonymise.run({ id: contact.id, andText: andText && found.length > 0 })
    if (!reply.ok) return
    toasts.show({ text: t('companies.contacts.anonymised') })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('companies.contacts.anonymiseTitle', { name: fullName(contact) })}
      confirm={t('companies.contacts.anonymise')}
      onConfirm={() => void confirm()}
      busy={anonymise.busy || !mentions.data}
    >
      <div className={styles.dialog}>
        <p>{t('companies.contacts.anonymiseText')}</p>
        {mentions.isPending && <Loading lines={2} />}
        {mentions.error && <ErrorNote error={mentions.error} onRetry={() => void mentions.refetch()} />}
        {mentions.data && found.length === 0 && <p>{t('companies.contacts.noMentions')}</p>}
        {found.length > 0 && (
          <>
            <p>{t('companies.contacts.mentions', { count: found.length })}</p>
            <ul className={styles.mentions}>
              {found.map((hit) => (
                <li key={`${hit.id}${hit.field}`}>
                  <span className={styles.quiet}>
                    {[t(`app.entities.${hit.entity}`), format.day(hit.day)].filter(Boolean).join(' · ')}
                  </span>
                  <span>{hit.excerpt}</span>
                </li>
              ))}
            </ul>
            <Checkbox
              label={t('companies.contacts.andText')}
              hint={t('companies.contacts.andTextHint')}
              checked={andText}
              onChange={setAndText}
            />
          </>
        )}
        <p className={styles.quiet}>{t('companies.contacts.inBackups')}</p>
        <Note tone="warning">{t('companies.contacts.noWayBack')}</Note>
        {anonymise.problem && <ErrorNote error={anonymise.problem} />}
      </div>
    </ConfirmDialog>
  )
}
