import type { Ref } from 'react'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useSavingRichText } from '#renderer/lib/use-saving-rich-text.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import type { ItemText } from '#shared/domain/records/agenda-item.ts'
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import type { Language } from '#shared/domain/values.ts'
import { Button } from './button.tsx'
import { ChangedText } from './changed-text.tsx'
import { Note } from './notes.tsx'
import styles from './rich-text.module.css'
import { RichTextEditor, type RichTextHandle, type RichTextProps } from './rich-text-editor.tsx'
import { RichTextView } from './rich-text-view.tsx'
import { SavingStatus } from './saving-field.tsx'
import { WriteButton } from './write-button.tsx'

type Shown = Pick<RichTextProps, 'label' | 'hideLabel' | 'hint' | 'rows' | 'autoFocus' | 'readOnly' | 'onKey'> & {
  /** The language that the text is written in. */
  readonly language: Language
  readonly ref?: Ref<RichTextHandle>
}
interface ItemProps extends Shown {
  /** Give the whole `key={item.id}`, so that nothing typed lands in another item. */
  readonly item: Pick<ItemDetail, 'item' | 'textStamps'>
  readonly field: ItemText
}

/** One of an item's texts, saved by itself; two windows that write the same text lose nothing. */
export function ItemTextField({ item: { item, textStamps }, field, ...shown }: ItemProps) {
  const command = useCommand('agendaItems.write')
  const saving = useSavingRichText({
    value: item[field],
    stamp: textStamps[field] ?? '',
    draftKey: `agendaItems:${item.id}:${field}`,
    write: (content, basedOn) => command.run({ id: item.id, field, content, basedOn }),
  })
  return <SavingRichText {...shown} saving={saving} />
}

const wordsOf = (text: RichText | null) => (text === null ? '' : plainText(text))

/** A rich text that saves itself, what was restored of it, and another window's words beside it until one is chosen. */
export function SavingRichText({
  saving,
  ref,
  ...shown
}: Shown & { readonly saving: ReturnType<typeof useSavingRichText> }) {
  const t = useT()
  const toasts = useToasts()
  function takeTheirs() {
    const mine = saving.text
    saving.discard()
    toasts.show({
      text: t('common.richText.yoursGivenUp'),
      action: { label: t('common.undo'), run: () => saving.bringBack(mine) },
    })
  }
  return (
    <div className={styles.field}>
      <RichTextEditor
        {...shown}
        value={saving.text}
        onTouch={saving.touch}
        onChange={saving.type}
        onSave={() => void saving.save()}
        problem={saving.problem}
        status={<SavingStatus state={saving.state} label={shown.label} problem={saving.problem} />}
        {...(ref ? { ref } : {})}
      />
      {saving.restored && saving.theirs === undefined && (
        <Note
          action={
            <WriteButton small onPress={saving.discard}>
              {t('history.drafts.useSaved')}
            </WriteButton>
          }
        >
          <p>{t('history.drafts.differs')}</p>
          <ChangedText before={wordsOf(saving.saved)} after={wordsOf(saving.text)} />
        </Note>
      )}
      {saving.theirs !== undefined && (
        <div role="alert">
          <Note tone="warning">
            <p>{t('common.richText.conflict', { label: shown.label })}</p>
            <div className={styles.versions}>
              <section className={styles.version}>
                <strong>{t('common.richText.mine')}</strong>
                <RichTextView doc={saving.text} lang={shown.language} empty={<p>{t('common.empty')}</p>} />
                <WriteButton small kind="primary" onPress={() => void saving.keepMine()}>
                  {t('common.richText.keepMine')}
                </WriteButton>
              </section>
              <section className={styles.version}>
                <strong>{t('common.richText.theirs')}</strong>
                <RichTextView doc={saving.theirs} lang={shown.language} empty={<p>{t('common.empty')}</p>} />
                <Button small onPress={takeTheirs}>
                  {t('common.richText.takeTheirs')}
                </Button>
              </section>
            </div>
          </Note>
        </div>
      )}
    </div>
  )
}
