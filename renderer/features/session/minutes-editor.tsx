import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { RichTextHandle } from '#renderer/components/rich-text-editor.tsx'
import { ItemTextField } from '#renderer/components/saving-rich-text.tsx'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { writingId } from './focus-writing.ts'
import styles from './item-panel.module.css'
import { PhraseMenu, phraseKey } from './phrase-menu.tsx'
import { useSession } from './use-session.ts'

interface Props {
  readonly open: ItemDetail
  /** What can be added under the text. */
  readonly tools: ReactNode
}

/** What the minutes tell of the item. Saves at every pause; a phrase comes with its key, or with `/` on an empty line. */
export function MinutesEditor({ open, tools }: Props) {
  const t = useT()
  const { locked } = useSession()
  const language = usePartnership()?.language ?? 'nb'
  const editor = useRef<RichTextHandle>(null)
  const [choosing, setChoosing] = useState(false)
  const actions = useMemo(
    () => [
      {
        id: 'session.phrase',
        label: t('session.phrase.insert'),
        shortcut: phraseKey,
        inTextFields: true,
        disabled: locked,
        run: () => setChoosing(true),
      },
    ],
    [t, locked],
  )
  useScreenActions(actions)
  const onKey = useCallback((event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !onEmptyLine()) return false
    event.preventDefault()
    setChoosing(true)
    return true
  }, [])
  return (
    <div id={writingId} className={styles.writing}>
      <ItemTextField
        ref={editor}
        item={open}
        field="minutesText"
        label={t('session.item.minutes')}
        language={language}
        rows={6}
        readOnly={locked}
        onKey={onKey}
      />
      {!locked && (
        <div className={styles.tools}>
          {tools}
          <PhraseMenu
            language={language}
            open={choosing}
            onOpenChange={setChoosing}
            onChoose={(text) => editor.current?.insert(text)}
          />
        </div>
      )}
    </div>
  )
}

/** True where the cursor stands on a line with nothing on it: there `/` asks for a phrase, elsewhere it is a letter. */
function onEmptyLine(): boolean {
  const selection = window.getSelection()
  const node = selection?.anchorNode
  const line = node instanceof Element ? node.closest('p, h1, h2, h3') : node?.parentElement?.closest('p, h1, h2, h3')
  return Boolean(selection?.isCollapsed && line && (line.textContent ?? '').trim() === '')
}
