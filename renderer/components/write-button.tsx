import type { ComponentProps } from 'react'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Button, IconButton } from './button.tsx'

/** A button that changes the file, or opens a form that would. Off in a read-only file; the notice at the top says why. */
export function WriteButton({ disabled = false, ...props }: ComponentProps<typeof Button>) {
  const readOnly = useReadOnly()
  return <Button {...props} disabled={disabled || readOnly} />
}

/** The same as a button of one icon. */
export function WriteIconButton({ disabled = false, ...props }: ComponentProps<typeof IconButton>) {
  const readOnly = useReadOnly()
  return <IconButton {...props} disabled={disabled || readOnly} />
}
