/** The editor behind RichTextEditor. Its own file, since it brings the whole editor library with it. */
import { EditorContent } from '@tiptap/react'
import { type FocusEvent, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { longestText } from '#shared/domain/values.ts'
import fieldStyles from './field.module.css'
import { Icon } from './icon.tsx'
import { Note } from './notes.tsx'
import styles from './rich-text.module.css'
import type { RichTextProps } from './rich-text-editor.tsx'
import { insertText, type Remark, useTextEditor } from './rich-text-engine.ts'
import { RichTextToolbar } from './rich-text-toolbar.tsx'

export function RichTextField(props: RichTextProps) {
  const { label, hideLabel, hint, problem, status, autoFocus, rows = 4, ref } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [remark, setRemark] = useState<Remark | null>(null)
  const [linking, setLinking] = useState(false)
  const { editor, save } = useTextEditor(props, {
    describedBy: `${id}-hint ${id}-problem`,
    onToolbar: () => toolbar.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus(),
    onLink: () => setLinking(true),
    onRemark: setRemark,
  })
  useEffect(() => {
    if (autoFocus) editor.commands.focus('end')
  }, [autoFocus, editor])
  useImperativeHandle(ref, () => ({
    focus: () => editor.commands.focus(),
    insert: (text) => insertText(editor, text),
    selectedText: () => {
      const { from, to } = editor.state.selection
      return editor.state.doc.textBetween(from, to, '\n')
    },
  }))
  function leave(event: FocusEvent) {
    if (!frame.current?.contains(event.relatedTarget)) save()
  }
  return (
    <div className={styles.field}>
      {(!hideLabel || status) && (
        <div className={fieldStyles.top}>
          {!hideLabel && (
            // The editor carries the name itself; a press on the words goes there, as with other fields.
            // biome-ignore lint/a11y/noStaticElementInteractions: the editor is reached by Tab; this is for the mouse alone
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <span className={fieldStyles.label} onClick={() => editor.commands.focus()}>
              {label}
            </span>
          )}
          {status && <span className={fieldStyles.status}>{status}</span>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to where the focus goes */}
      <div
        ref={frame}
        className={styles.frame}
        data-invalid={Boolean(problem)}
        style={{ ['--rows' as string]: rows }}
        onBlur={leave}
      >
        <RichTextToolbar bar={toolbar} editor={editor} label={label} linking={linking} onLinking={setLinking} />
        <EditorContent editor={editor} />
      </div>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
      <span id={`${id}-problem`} role="status">
        {problem && (
          <span className={styles.problem}>
            <Icon name="warning" size={14} />
            {problem}
          </span>
        )}
        {remark && <RemarkNote remark={remark} />}
      </span>
    </div>
  )
}

function RemarkNote({ remark }: { readonly remark: Remark }) {
  const t = useT()
  const format = useFormat()
  if (remark.kind === 'tooLong') {
    return (
      <Note tone="danger">
        {t('common.richText.tooLong', { pasted: format.number(remark.letters), room: format.number(longestText) })}
      </Note>
    )
  }
  return <Note>{t(`common.richText.${remark.kind}`)}</Note>
}
