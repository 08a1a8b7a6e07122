import type { Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, type JSONContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef } from 'react'
import { plainText, type RichText, richFromPlain } from '#shared/domain/rich-text.ts'
import { longestText } from '#shared/domain/values.ts'
import styles from './rich-text.module.css'
import type { RichTextProps } from './rich-text-editor.tsx'
import { toRichText } from './rich-text-json.ts'
import { cleanPaste } from './rich-text-paste.ts'
import { markGap, richTextExtensions } from './rich-text-schema.ts'

const pauseMs = 400
const longestMs = 800
const idleMs = 15_000

/** A copy for the editor, whose types know no absent field that is written out as undefined. */
function contentOf(doc: RichText | null): JSONContent {
  return doc === null ? { type: 'doc', content: [{ type: 'paragraph' }] } : JSON.parse(JSON.stringify(doc))
}

/** What is told of a paste. */
export type Remark =
  | { readonly kind: 'tooLong'; readonly letters: number }
  | { readonly kind: 'picturesLeftOut' }
  | { readonly kind: 'noPictures' }

interface Doors {
  readonly describedBy: string
  /** Alt F10. */
  readonly onToolbar: () => void
  /** Ctrl/⌘ Shift K: the palette has Ctrl/⌘ K. */
  readonly onLink: () => void
  readonly onRemark: (remark: Remark | null) => void
}

/**
 * The editor of a text. It tells what is written at each pause and before it goes away; a value from outside is shown, unless
 * something is being written: that is told first, and whoever holds the value decides.
 */
export function useTextEditor(props: RichTextProps, doors: Doors): { editor: Editor; save: () => void } {
  const { label, language, value, problem } = props
  const latest = useRef({ props, doors })
  latest.current = { props, doors }
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const idle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** What was last told or given. */
  const known = useRef(JSON.stringify(value))
  const waiting = useRef(false)
  const deadline = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const own = useRef<Editor | null>(null)
  const flush = () => {
    clearTimeout(pause.current)
    clearTimeout(deadline.current)
    deadline.current = undefined
    if (!waiting.current || !own.current) return false
    waiting.current = false
    const written = toRichText(own.current.getJSON())
    const text = JSON.stringify(written)
    const changed = text !== known.current
    known.current = text
    latest.current.props.onChange(written)
    return changed
  }
  const save = () => {
    clearTimeout(idle.current)
    flush()
    latest.current.props.onSave()
  }
  const steps = useRef({ flush, save })
  steps.current = { flush, save }

  const options = useMemo(
    () => ({
      extensions: richTextExtensions,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: styles.content ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': doors.describedBy,
          'aria-invalid': String(Boolean(problem)),
          spellcheck: 'true',
          lang: language,
        },
        handleKeyDown: (_view: EditorView, event: KeyboardEvent) => {
          const mod = event.ctrlKey || event.metaKey
          if (latest.current.props.onKey?.(event)) return true
          if (event.altKey && event.key === 'F10') latest.current.doors.onToolbar()
          else if (mod && event.shiftKey && event.key.toLowerCase() === 'k') latest.current.doors.onLink()
          else if (mod && !event.shiftKey && event.key.toLowerCase() === 's') steps.current.save()
          else return false
          event.preventDefault()
          event.stopPropagation()
          return true
        },
        handleDOMEvents: {
          paste: (view: EditorView, event: ClipboardEvent) => refusePaste(view, event, latest.current.doors.onRemark),
        },
        transformPastedHTML: (html: string) => {
          if (html.includes('data-pm-slice')) return html
          const cleaned = cleanPaste(html)
          latest.current.doors.onRemark(cleaned.pictures > 0 ? { kind: 'picturesLeftOut' } : null)
          return cleaned.html
        },
        handlePaste: (view: EditorView, _event: ClipboardEvent, slice: Slice) => {
          if (view.state.doc.content.size + slice.content.size <= longestText * 1.2) return false
          latest.current.doors.onRemark({ kind: 'tooLong', letters: slice.content.size })
          return true
        },
      },
      onUpdate: ({ transaction }: { transaction: Transaction }) => {
        waiting.current = true
        latest.current.props.onTouch?.()
        // What a paste has left out is told until something is typed after it.
        if (!transaction.getMeta('paste')) latest.current.doors.onRemark(null)
        clearTimeout(pause.current)
        clearTimeout(idle.current)
        pause.current = setTimeout(() => steps.current.flush(), pauseMs)
        // Who writes without a pause is told of in time, so that no crash takes more than a second.
        deadline.current ??= setTimeout(() => steps.current.flush(), longestMs)
        idle.current = setTimeout(() => steps.current.save(), idleMs)
      },
    }),
    [label, language, problem, doors.describedBy],
  )
  const editor = useEditor({ ...options, content: contentOf(value) })
  own.current = editor

  const given = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the value alone
  useEffect(() => {
    if (given === known.current || steps.current.flush()) return
    known.current = given
    // What is on its way to be told can't be lost: it was told by `flush`.
    if (JSON.stringify(toRichText(editor.getJSON())) !== given) {
      editor.commands.setContent(contentOf(value), { emitUpdate: false })
    }
  }, [given])
  useEffect(() => {
    const leave = () => void steps.current.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      clearTimeout(idle.current)
      leave()
    }
  }, [])
  return { editor, save }
}

/** Before anything of a paste is read: a text past all measure, and a picture alone, are refused with a word why. */
function refusePaste(view: EditorView, event: ClipboardEvent, tell: (remark: Remark) => void): boolean {
  const data = event.clipboardData
  if (!data || !view.editable) return false
  const plain = data.getData('text/plain').length
  const rich = data.getData('text/html').length
  if (plain > longestText || (plain === 0 && rich > 20_000_000)) {
    tell({ kind: 'tooLong', letters: plain || rich })
    event.preventDefault()
    return true
  }
  if (plain === 0 && rich === 0 && [...data.items].some((item) => item.type.startsWith('image/'))) {
    tell({ kind: 'noPictures' })
    event.preventDefault()
    return true
  }
  return false
}

/** Puts text where the cursor is. One paragraph flows into the one at the cursor; more stand for themselves. */
export function insertText(editor: Editor, text: RichText | string): void {
  const from = editor.state.selection.from
  const doc = typeof text === 'string' ? richFromPlain(text) : text
  if (!doc || plainText(doc) === '') return
  const content = contentOf(doc).content ?? []
  const only = content.length === 1 && content[0]?.type === 'paragraph' ? content[0].content : undefined
  editor
    .chain()
    .focus()
    .insertContent(only ?? content)
    .run()
  markGap(editor, from)
}
