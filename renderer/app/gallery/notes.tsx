import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { ConfirmDialog, Dialog } from '#renderer/components/dialog.tsx'
import { Menu, Popover } from '#renderer/components/menu.tsx'
import { Badge, EmptyState, ErrorNote, Loading, Meter, Note, ProgressBar } from '#renderer/components/notes.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useToasts } from '#renderer/lib/toasts.ts'
import styles from './gallery.module.css'

import { Part } from './part.tsx'

export function Notes() {
  return (
    <Part title="Notes">
      <div className={styles.row}>
        <Badge>Neutral</Badge>
        <Badge tone="info">Info</Badge>
        <Badge tone="success" icon="check">
          Success
        </Badge>
        <Badge tone="warning">Warning</Badge>
        <Badge tone="danger" icon="warning">
          Danger
        </Badge>
      </div>
      <div className={styles.grid}>
        <Note>A remark</Note>
        <Note tone="success">It worked</Note>
        <Note tone="warning">Look out</Note>
        <ErrorNote error={{ code: 'diskFull', key: 'problems.internal' }} onRetry={() => {}} />
        <Meter label="Visits" value={37} max={50} />
        <Meter label="Coverage" value={12} max={50} tone="warning" />
        <ProgressBar label="Making the document" progress={0.4} />
        <ProgressBar label="Reading" progress={null} />
        <EmptyState icon="visits" title="No visits yet" action={<Button kind="primary">Log visit</Button>}>
          What to do first stands here.
        </EmptyState>
        <Loading />
      </div>
    </Part>
  )
}

export function Overlays() {
  const toasts = useToasts()
  const [open, setOpen] = useState<'dialog' | 'confirm' | null>(null)
  return (
    <Part title="Overlays">
      <div className={styles.row}>
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => toasts.show({ text: 'Saved.', action: { label: 'Undo', run: () => {} } })}>Toast</Button>
        <Button onPress={() => toasts.show({ text: 'The disk is full.', tone: 'danger' })}>Problem</Button>
        <Menu
          label="Menu"
          showLabel
          entries={[
            { id: 'edit', label: 'Edit', icon: 'edit', run: () => {} },
            { id: 'remove', label: 'Delete', icon: 'remove', danger: true, run: () => {} },
          ]}
        />
        <Popover label="Popover" icon="filter" showLabel>
          Anything
        </Popover>
      </div>
      <Tabs
        label="Tabs"
        items={[
          { key: 'one', label: 'One', content: <p>First</p> },
          { key: 'two', label: 'Two', count: 3, content: <p>Second</p> },
        ]}
      />
      <Dialog
        open={open === 'dialog'}
        onClose={() => setOpen(null)}
        title="Dialog"
        actions={<Button kind="primary">Save</Button>}
      >
        <TextField label="Field" value="" onChange={() => {}} autoFocus />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={() => setOpen(null)}
        title="Delete the package"
        confirm="Delete"
        onConfirm={() => setOpen(null)}
      >
        This can’t be undone.
      </ConfirmDialog>
    </Part>
  )
}
