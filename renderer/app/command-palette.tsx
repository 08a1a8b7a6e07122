import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { Icon, type IconName } from '#renderer/components/icon.tsx'
import listStyles from '#renderer/components/list-box.module.css'
import { KeyHint } from '#renderer/components/notes.tsx'
import { type Area, useGo } from '#renderer/lib/navigation.ts'
import type { Action } from '#renderer/lib/shortcuts.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './command-palette.module.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly actions: readonly Action[]
}
type Found = OutputOf<'search.find'>[number]

/** Where a found record opens: a contact at its company, a follow-up at its visit, an item at its meeting, people in the settings. */
const places: Record<Found['entity'], { area: Area; page?: string; icon: IconName }> = {
  companies: { area: 'companies', icon: 'companies' },
  contacts: { area: 'companies', icon: 'person' },
  visits: { area: 'visits', icon: 'visits' },
  followUps: { area: 'visits', icon: 'followUps' },
  persons: { area: 'settings', page: 'people', icon: 'person' },
  partners: { area: 'partners', icon: 'partners' },
  commitments: { area: 'commitments', icon: 'commitments' },
  projects: { area: 'projects', icon: 'projects' },
  milestones: { area: 'milestones', icon: 'milestones' },
  goals: { area: 'goals', icon: 'goals' },
  activities: { area: 'activities', icon: 'activities' },
  indicators: { area: 'indicators', icon: 'indicators' },
  bodies: { area: 'bodies', icon: 'bodies' },
  meetings: { area: 'meetings', icon: 'meetings' },
  agendaItems: { area: 'meetings', icon: 'meetings' },
  decisions: { area: 'decisions', icon: 'decisions' },
  actions: { area: 'actions', icon: 'actions' },
  packages: { area: 'packages', icon: 'packages' },
}

/** Finds every record and runs every action. */
export function CommandPalette({ open, onClose, actions }: Props) {
  const t = useT()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(stays) => {
        if (!stays) onClose()
      }}
      isDismissable
      className={styles.backdrop ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('app.palette.title')} className={styles.dialog ?? ''}>
          <PaletteBody onClose={onClose} actions={actions} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onClose, actions }: Omit<Props, 'open'>) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [text, setText] = useState('')
  const words = text.trim()
  const search = useOperation('search.find', { text: words, limit: 20 }, { enabled: words !== '', keepPrevious: true })
  const records = words === '' ? [] : (search.data ?? [])
  const fitting = actions.filter(
    (action) => !action.disabled && action.id !== 'app.palette' && hasWords(action.label, words),
  )

  function choose(key: string) {
    onClose()
    const action = actions.find((one) => `action ${one.id}` === key)
    const record = records.find((one) => keyOf(one) === key)
    if (action) action.run()
    else if (record) {
      const place = places[record.entity]
      // A page of the settings unfolds the record that its address names, and takes the focus to it.
      if (place.page) go(place.area, place.page, { search: { record: record.id } })
      else if (record.entity === 'agendaItems') goToItem(record)
      else go(place.area, record.openId)
    }
  }
  /** An item opens on its meeting's agenda; one without a meeting waits in the queue. */
  function goToItem({ id, openId }: Found) {
    if (openId === id) go('queue', null, { search: { item: id } })
    else go('meetings', openId, { search: { tab: 'agenda', item: id } })
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText} filter={() => true}>
      <SearchField aria-label={t('app.palette.title')} autoFocus className={styles.field ?? ''}>
        <Icon name="search" />
        <Input
          role="combobox"
          aria-expanded="true"
          aria-haspopup="listbox"
          placeholder={t('app.palette.placeholder')}
          className={styles.input ?? ''}
        />
        <KeyHint shortcut="esc" />
      </SearchField>
      <ListBox
        aria-label={t('app.palette.results')}
        className={styles.results ?? ''}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => (
          <div className={listStyles.nothing}>{search.isFetching ? t('common.loading') : t('common.nothingFound')}</div>
        )}
      >
        {records.length > 0 && (
          <ListBoxSection>
            <Header className={styles.header ?? ''}>{t('app.palette.records')}</Header>
            {records.map((record) => (
              <ListBoxItem
                key={keyOf(record)}
                id={keyOf(record)}
                textValue={record.title}
                className={listStyles.item ?? ''}
              >
                <Icon name={places[record.entity].icon} size={16} />
                <span className={listStyles.words}>
                  <span>{record.title}</span>
                  <span className={listStyles.detail}>
                    {[t(`app.entities.${record.entity}`), format.day(record.day), record.detail]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {fitting.length > 0 && (
          <ListBoxSection>
            <Header className={styles.header ?? ''}>{t('app.palette.actions')}</Header>
            {fitting.map((action) => (
              <ListBoxItem
                key={action.id}
                id={`action ${action.id}`}
                textValue={action.label}
                className={listStyles.item ?? ''}
              >
                <Icon name={action.icon ?? 'right'} size={16} />
                <span>{action.label}</span>
                {action.shortcut && <KeyHint shortcut={action.shortcut} />}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}

function keyOf(record: Found): string {
  return `${record.entity} ${record.id}`
}

/** Every typed word begins a word of the label. */
function hasWords(label: string, typed: string): boolean {
  const parts = label.toLocaleLowerCase().split(/[\s-]+/)
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)))
}
