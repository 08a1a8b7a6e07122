import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import { archiveStatuses, documentKinds } from '#shared/domain/records/document.ts'
import { languages } from '#shared/domain/values.ts'
import { DisposalChoice, PublicityChoice } from './document-keeping.tsx'
import styles from './documents.module.css'

/** What is said of an uploaded file. `sealed`: only what the archive deals with can still be set. */
export function DocumentFields({ attachment, sealed }: { readonly attachment: Attachment; readonly sealed: boolean }) {
  const t = useT()
  const revise = useCommand('attachments.revise')
  const { id } = attachment
  const save = (changes: InputOf<'attachments.revise'>['changes']) => revise.run({ id, changes })
  return (
    <>
      <SavingText
        label={t('app.fields.title')}
        field="title"
        draftKey={`attachments:${attachment.id}:title`}
        required
        readOnly={sealed}
        value={attachment.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <SavingSelect
        label={t('app.fields.documentKind')}
        field="documentKind"
        readOnly={sealed}
        options={documentKinds.map((key) => ({ key, label: t(`codes.documentKind.${key}`) }))}
        value={attachment.documentKind}
        onSave={(documentKind) => save(documentKind === null ? {} : { documentKind })}
      />
      <SavingDay
        label={t('archive.dated')}
        field="madeOn"
        draftKey={`attachments:${attachment.id}:madeOn`}
        readOnly={sealed}
        value={attachment.madeOn}
        onSave={(madeOn) => save({ madeOn })}
      />
      <SavingSelect
        label={t('app.fields.language')}
        field="language"
        readOnly={sealed}
        emptyLabel={t('archive.noLanguage')}
        options={languages.map((key) => ({ key, label: t(`codes.language.${key}`), lang: key }))}
        value={attachment.language}
        onSave={(language) => save({ language })}
      />
      {attachment.kind === 'photo' && (
        <SavingText
          label={t('visits.files.altText')}
          hint={attachment.altText ? undefined : t('visits.files.altHint')}
          field="altText"
          draftKey={`attachments:${attachment.id}:altText`}
          readOnly={sealed}
          value={attachment.altText}
          onSave={(altText) => save({ altText })}
        />
      )}
      <section className={styles.section}>
        <h3>{t('archive.publicity')}</h3>
        <PublicityChoice attachment={attachment} />
      </section>
      <section className={styles.section}>
        <h3>{t('archive.keeping')}</h3>
        <DisposalChoice attachment={attachment} />
        <SavingSelect
          label={t('app.fields.archiveStatus')}
          field="archiveStatus"
          options={archiveStatuses.map((key) => ({ key, label: t(`codes.archiveStatus.${key}`) }))}
          value={attachment.archiveStatus}
          onSave={(archiveStatus) => save(archiveStatus === null ? {} : { archiveStatus })}
        />
      </section>
    </>
  )
}
