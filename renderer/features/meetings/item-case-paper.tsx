import { useRef } from 'react'
import { AttachedFiles } from '#renderer/components/attached-files.tsx'
import fieldStyles from '#renderer/components/field.module.css'
import type { RichTextHandle } from '#renderer/components/rich-text-editor.tsx'
import { SavingSwitch, SavingText } from '#renderer/components/saving-field.tsx'
import { ItemTextField } from '#renderer/components/saving-rich-text.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useWords } from '#renderer/lib/load-words.ts'
import type { useCommand } from '#renderer/lib/use-command.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import styles from './agenda.module.css'

export type Changes = InputOf<'agendaItems.revise'>['changes']
export interface PartProps {
  readonly sealed: boolean
  readonly save: (changes: Changes) => ReturnType<ReturnType<typeof useCommand<'agendaItems.revise'>>['run']>
}

const headings = ['background', 'facts', 'assessment', 'economy', 'conclusion'] as const
/** The headings of a case paper in the language that the papers are written in, each with room below (practice.md 6.2). */
function casePaperHeadings(language: Language): RichText {
  const t = translator(language)
  return {
    type: 'doc',
    content: headings.flatMap((key) => [
      {
        type: 'heading' as const,
        attrs: { level: 2 as const },
        content: [{ type: 'text' as const, text: t(`meetings.casePaper.${key}`) }],
      },
      { type: 'paragraph' as const },
    ]),
  }
}

/** What the meeting is asked to decide and why, who is told, what is held back, and the files. */
export function ItemCasePaper({ one, sealed, save }: PartProps & { readonly one: ItemDetail }) {
  const t = useT()
  const { item } = one
  const language = usePartnership()?.language ?? 'nb'
  useWords(language)
  const background = useRef<RichTextHandle>(null)
  const text = { item: one, language, readOnly: sealed }
  return (
    <>
      <ItemTextField
        {...text}
        field="proposedDecision"
        label={t('meetings.item.proposedDecision')}
        hint={t('meetings.hints.proposedDecision')}
        rows={3}
      />
      <SavingText
        label={t('meetings.item.summary')}
        multiline
        rows={2}
        field="summary"
        readOnly={sealed}
        value={item.summary}
        draftKey={`agendaItems:${item.id}:summary`}
        onSave={(summary) => save({ summary })}
      />
      <div>
        <ItemTextField {...text} ref={background} field="background" label={t('meetings.item.background')} rows={6} />
        {!sealed && (
          <div className={styles.textTools}>
            <WriteButton
              small
              kind="quiet"
              icon="heading2"
              onPress={() => background.current?.insert(casePaperHeadings(language))}
            >
              {t('meetings.item.insertHeadings')}
            </WriteButton>
          </div>
        )}
      </div>
      <SavingText
        label={t('meetings.item.recipients')}
        hint={t('meetings.hints.recipients')}
        multiline
        rows={2}
        field="recipients"
        draftKey={`agendaItems:${item.id}:recipients`}
        readOnly={sealed}
        value={item.recipients}
        onSave={(recipients) => save({ recipients })}
      />
      <SavingSwitch
        label={t('meetings.item.confidential')}
        hint={t('meetings.hints.confidential')}
        field="confidential"
        value={item.confidential}
        disabled={sealed}
        onSave={(confidential) => save({ confidential })}
      />
      {item.confidential && (
        <SavingText
          label={t('meetings.item.confidentialGround')}
          hint={t('meetings.hints.confidentialGround')}
          field="confidentialGround"
          draftKey={`agendaItems:${item.id}:confidentialGround`}
          readOnly={sealed}
          value={item.confidentialGround}
          onSave={(confidentialGround) => save({ confidentialGround })}
        />
      )}
      <section aria-label={t('meetings.item.attachments')} className={styles.form}>
        <span className={fieldStyles.label}>{t('meetings.item.attachments')}</span>
        <AttachedFiles home={{ itemId: item.id }} attachments={one.attachments} sealed={sealed} />
      </section>
    </>
  )
}
