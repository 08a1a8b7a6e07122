import { parseDate } from '@internationalized/date'
import type { KeyboardEvent } from 'react'
import {
  TextField as AriaTextField,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  Input,
  Popover,
} from 'react-aria-components'
import { today } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './day-text.module.css'
import fieldStyles from './field.module.css'
import { ariaField, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import listStyles from './list-box.module.css'

interface Props extends FieldProps {
  readonly text: string
  readonly onTextChange: (text: string) => void
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  /** The day that the calendar opens at and marks. */
  readonly day: string | null
  readonly onPick: (day: string) => void
  readonly autoFocus?: boolean
}

/** The text half of a day, with a calendar beside it. Use DayField or SavingDay; they read the text. */
export function DayText(props: Props) {
  const { text, onTextChange, onBlur, onEnter, day, onPick, autoFocus } = props
  const t = useT()
  return (
    <AriaTextField
      {...ariaField(props)}
      value={text}
      onChange={onTextChange}
      autoFocus={autoFocus ?? false}
      autoComplete="off"
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
    >
      <FieldLabel {...props} />
      <Group className={fieldStyles.group ?? ''} isInvalid={Boolean(props.problem)}>
        <Input
          className={fieldStyles.input ?? ''}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') onEnter?.()
          }}
        />
        {!props.readOnly && (
          <DialogTrigger>
            <Button
              className={fieldStyles.inGroup ?? ''}
              aria-label={`${t('common.day.pick')}: ${props.label}`}
              isDisabled={props.disabled ?? false}
            >
              <Icon name="calendar" size={16} />
            </Button>
            <Popover className={listStyles.popover ?? ''} placement="bottom end" offset={4}>
              <Dialog className={listStyles.panel ?? ''} aria-label={`${props.label}: ${t('common.day.pick')}`}>
                {({ close }) => (
                  <DayCalendar
                    day={day}
                    onPick={(picked) => {
                      onPick(picked)
                      close()
                    }}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </Group>
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

function DayCalendar({ day, onPick }: { readonly day: string | null; readonly onPick: (day: string) => void }) {
  const t = useT()
  return (
    <Calendar
      aria-label={t('common.day.pick')}
      value={day ? parseDate(day) : null}
      defaultFocusedValue={parseDate(day ?? today())}
      onChange={(date) => onPick(date.toString())}
      firstDayOfWeek="mon"
      autoFocus
    >
      <header className={styles.head}>
        <Button slot="previous" className={fieldStyles.inGroup ?? ''}>
          <Icon name="left" size={16} />
        </Button>
        <Heading className={styles.title ?? ''} />
        <Button slot="next" className={fieldStyles.inGroup ?? ''}>
          <Icon name="right" size={16} />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className={styles.weekday ?? ''}>{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
