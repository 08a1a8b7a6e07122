import { useState } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { Badge, EmptyState } from '#renderer/components/notes.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import styles from './companies.module.css'
import { ContactFields } from './contact-fields.tsx'
import { NewContact } from './new-contact.tsx'
import type { OpenCompany } from './use-company.ts'

/** The people of the company; those at work there first. One press opens a person's fields in place. */
export function ContactsPanel({ opened }: { readonly opened: OpenCompany }) {
  const t = useT()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const contacts = opened.contacts.toSorted(
    (a, b) =>
      Number(a.status !== 'active') - Number(b.status !== 'active') ||
      format.compare(`${a.familyName} ${a.givenName}`, `${b.familyName} ${b.givenName}`),
  )
  const add = (
    <WriteButton icon="plus" onPress={() => setAdding(true)}>
      {t('companies.contacts.add')}
    </WriteButton>
  )
  return (
    <div className={styles.sections}>
      {adding && <NewContact companyId={opened.company.id} onClose={() => setAdding(false)} />}
      {contacts.length === 0 && !adding ? (
        <EmptyState icon="person" title={t('companies.contacts.none')} action={add}>
          {t('companies.contacts.noneText')}
        </EmptyState>
      ) : (
        <>
          {!adding && <div>{add}</div>}
          <ul className={styles.cards}>
            {contacts.map((contact) => (
              <ContactCard key={contact.id} contact={contact} opened={opened} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function ContactCard({ contact, opened }: { readonly contact: Contact; readonly opened: OpenCompany }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const anonymised = contact.status === 'anonymised'
  const name = anonymised ? t('codes.contactStatus.anonymised') : fullName(contact)
  const detailsId = `contact-${contact.id}`
  return (
    <li className={styles.card}>
      <div className={styles.cardTop}>
        <button
          type="button"
          className={styles.cardButton}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} size={14} />
          <span className={styles.strong}>{name}</span>
          {contact.roleTitle && <span className={styles.quiet}>{contact.roleTitle}</span>}
        </button>
        <span className={styles.badges}>
          {contact.status === 'leftCompany' && <Badge>{t('codes.contactStatus.leftCompany')}</Badge>}
          {contact.objectedOn && !anonymised && <Badge tone="danger">{t('companies.contacts.objected')}</Badge>}
          {!anonymised && contact.reviewBy < today() && (
            <Badge tone="warning" icon="clock">
              {t('companies.contacts.reviewNow')}
            </Badge>
          )}
        </span>
      </div>
      {(contact.email || contact.phone) && (
        <p className={styles.channels}>
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
        </p>
      )}
      <div id={detailsId} hidden={!open}>
        {open && <ContactFields contact={contact} opened={opened} />}
      </div>
    </li>
  )
}
