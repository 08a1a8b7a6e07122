import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import { Button, IconButton } from './button.tsx'
import { Menu } from './menu.tsx'
import styles from './rich-text.module.css'
import { isAllowedLink } from './rich-text-json.ts'
import { TextField } from './text-field.tsx'

interface Props {
  readonly editor: Editor
  /** The text that the buttons belong to. */
  readonly label: string
  readonly linking: boolean
  readonly onLinking: (open: boolean) => void
  readonly bar: RefObject<HTMLDivElement | null>
}
const separators = ['underline', 'heading3', 'quote'] as const

/** The buttons over a text. One stop for Tab, arrow keys between them, Escape back to the text. */
export function RichTextToolbar({ editor, label, linking, onLinking, bar }: Props) {
  const t = useT()
  const active = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      bold: one.isActive('bold'),
      italic: one.isActive('italic'),
      underline: one.isActive('underline'),
      heading1: one.isActive('heading', { level: 1 }),
      heading2: one.isActive('heading', { level: 2 }),
      heading3: one.isActive('heading', { level: 3 }),
      bulletList: one.isActive('bulletList'),
      orderedList: one.isActive('orderedList'),
      quote: one.isActive('blockquote'),
      link: one.isActive('link'),
      table: one.isActive('table'),
      canUndo: one.can().undo(),
      canRedo: one.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const marks = [
    ['bold', 'mod+b', () => chain().toggleBold().run()],
    ['italic', 'mod+i', () => chain().toggleItalic().run()],
    ['underline', 'mod+u', () => chain().toggleUnderline().run()],
    ['heading1', 'mod+alt+1', () => chain().toggleHeading({ level: 1 }).run()],
    ['heading2', 'mod+alt+2', () => chain().toggleHeading({ level: 2 }).run()],
    ['heading3', 'mod+alt+3', () => chain().toggleHeading({ level: 3 }).run()],
    ['bulletList', 'mod+shift+8', () => chain().toggleBulletList().run()],
    ['orderedList', 'mod+shift+7', () => chain().toggleOrderedList().run()],
    ['quote', 'mod+shift+b', () => chain().toggleBlockquote().run()],
  ] as const
  // Before the tooltip of the button that has the focus, which takes Escape for itself.
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && bar.current?.contains(document.activeElement)) editor.commands.focus()
    }
    window.addEventListener('keydown', onEscape, true)
    return () => window.removeEventListener('keydown', onEscape, true)
  }, [editor, bar])
  return (
    <div ref={bar}>
      <Toolbar aria-label={t('common.richText.toolbar', { label })} className={styles.toolbar ?? ''}>
        {marks.map(([name, shortcut, run]) => [
          <IconButton
            key={name}
            icon={name}
            label={t(`common.richText.${name}`)}
            shortcut={shortcut}
            pressed={active[name]}
            onPress={run}
          />,
          separators.some((one) => one === name) && <span key={`after ${name}`} className={styles.separator} />,
        ])}
        <IconButton
          icon="link"
          label={t('common.richText.link')}
          shortcut="mod+shift+k"
          pressed={active.link}
          onPress={() => onLinking(true)}
        />
        <TableMenu editor={editor} inTable={active.table} />
        <span className={styles.separator} />
        <IconButton
          icon="undo"
          label={t('common.richText.undo')}
          shortcut="mod+z"
          disabled={!active.canUndo}
          onPress={() => chain().undo().run()}
        />
        <IconButton
          icon="redo"
          label={t('common.richText.redo')}
          shortcut="mod+shift+z"
          disabled={!active.canRedo}
          onPress={() => chain().redo().run()}
        />
      </Toolbar>
      {linking && <LinkForm editor={editor} onClose={() => onLinking(false)} />}
    </div>
  )
}

function TableMenu({ editor, inTable }: { readonly editor: Editor; readonly inTable: boolean }) {
  const t = useT()
  const chain = () => editor.chain().focus()
  const inside = [
    ['rowBelow', () => chain().addRowAfter().run()],
    ['columnAfter', () => chain().addColumnAfter().run()],
    ['headerRow', () => chain().toggleHeaderRow().run()],
    ['removeRow', () => chain().deleteRow().run()],
    ['removeColumn', () => chain().deleteColumn().run()],
    ['removeTable', () => chain().deleteTable().run()],
  ] as const
  return (
    <Menu
      label={t('common.richText.table')}
      icon="table"
      entries={
        inTable
          ? inside.map(([id, run]) => ({ id, label: t(`common.richText.tables.${id}`), run }))
          : [
              {
                id: 'insert',
                label: t('common.richText.tables.insert'),
                run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
              },
            ]
      }
    />
  )
}

/** `example.no` is meant as a web address, `kari@example.no` as a mail address. */
export function fullAddress(typed: string): string {
  const text = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text
  if (/^\S+@\S+\.\S+$/.test(text)) return `mailto:${text}`
  return /^[^\s/]+\.[^\s]+$/.test(text) ? `https://${text}` : text
}

function LinkForm({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useT()
  const { href: before } = editor.getAttributes('link') as { href?: unknown }
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [wrong, setWrong] = useState(false)
  const back = () => {
    onClose()
    editor.commands.focus()
  }
  function apply() {
    const href = fullAddress(address)
    if (!isAllowedLink(href)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !editor.isActive('link')) {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.setLink({ href }).run()
    onClose()
  }
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      back()
    }
    window.addEventListener('keydown', onEscape, true)
    return () => window.removeEventListener('keydown', onEscape, true)
  })
  return (
    <div className={styles.link}>
      <TextField
        label={t('common.richText.address')}
        value={address}
        autoFocus
        onChange={(text) => {
          setAddress(text)
          setWrong(false)
        }}
        onEnter={apply}
        problem={wrong ? t('problems.field.badLink') : undefined}
      />
      <Button kind="primary" onPress={apply}>
        {t('common.richText.setLink')}
      </Button>
      {editor.isActive('link') && (
        <Button
          onPress={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onClose()
          }}
        >
          {t('common.richText.removeLink')}
        </Button>
      )}
      <Button kind="quiet" onPress={back}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
