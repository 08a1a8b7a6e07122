import { useEffect, useRef, useState } from 'react'
import { SearchField } from './text-field.tsx'

interface Props {
  readonly label: string
  /** The words in force, as the address has them. */
  readonly value: string
  readonly onChange: (text: string) => void
}
const pauseMs = 150

/** The search of a list. Typing shows at once and reaches the address after a pause, so that no letter is lost between. */
export function ListSearch({ label, value, onChange }: Props) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      change.current(text)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return <SearchField label={label} value={text} onChange={(next) => setText(next.slice(0, 200))} />
}
