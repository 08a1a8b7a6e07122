import { useState } from 'react'
import { IconButton } from '#renderer/components/button.tsx'
import { Badge } from '#renderer/components/notes.tsx'
import { SavingDay, SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { OpenPartner } from './partner-detail.tsx'
import styles from './partners.module.css'

type Affiliation = OpenPartner['people'][number]

/** One person's place at the partner: read in two lines, opened to be written. */
export function AffiliationRow({ affiliation }: { readonly affiliation: Affiliation }) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { personName: name, roleTitle, from, to } = affiliation
  return (
    <div className={styles.record}>
      <div className={styles.recordTop}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{name}</span>{' '}
            {affiliation.isContact && <Badge tone="info">{t('partners.people.contact')}</Badge>}
          </span>
          <span className={styles.quiet}>
            {[
              roleTitle,
              to
                ? t('partners.people.fromTo', { from: format.day(from), to: format.day(to) })
                : t('partners.people.from', { day: format.day(from) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <IconButton
          icon={open ? 'up' : 'edit'}
          label={t(open ? 'partners.people.close' : 'partners.people.edit', { name })}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      </div>
      {open && <Fields affiliation={affiliation} />}
    </div>
  )
}

function Fields({ affiliation }: { readonly affiliation: Affiliation }) {
  const t = useT()
  const { id, personName: name } = affiliation
  const revise = useCommand('affiliations.revise')
  const end = useCommand('affiliations.revise', { done: t('partners.people.ended', { name }), problemAsToast: true })
  const remove = useCommand('affiliations.remove', {
    done: t('partners.people.removed', { name }),
    problemAsToast: true,
  })
  const save = (changes: InputOf<'affiliations.revise'>['changes']) => revise.run({ id, changes })
  return (
    <div className={styles.inner}>
      <div className={styles.pair}>
        <SavingText
          label={t('app.fields.roleTitle')}
          field="roleTitle"
          draftKey={`affiliation:${affiliation.id}:roleTitle`}
          value={affiliation.roleTitle}
          onSave={(roleTitle) => save({ roleTitle })}
        />
        <SavingDay
          label={t('app.fields.from')}
          required
          field="from"
          draftKey={`affiliation:${affiliation.id}:from`}
          value={affiliation.from}
          onSave={(from) => save({ from: from ?? '' })}
        />
        <SavingDay
          label={t('app.fields.to')}
          yearless="future"
          field="to"
          draftKey={`affiliation:${affiliation.id}:to`}
          value={affiliation.to}
          onSave={(to) => save({ to })}
        />
      </div>
      <SavingSwitch
        label={t('app.fields.isContact')}
        field="isContact"
        value={affiliation.isContact}
        onSave={(isContact) => save({ isContact })}
      />
      <div className={styles.buttons}>
        {affiliation.to === null && (
          <WriteButton
            small
            icon="calendar"
            busy={end.busy}
            onPress={() => void end.run({ id, changes: { to: today() } })}
          >
            {t('partners.people.end')}
          </WriteButton>
        )}
        <WriteButton small kind="quiet" icon="remove" busy={remove.busy} onPress={() => void remove.run({ id })}>
          {t('partners.people.remove')}
        </WriteButton>
      </div>
      <p className={styles.quiet}>{t('partners.people.removeHint')}</p>
    </div>
  )
}
