import type { ComponentProps, ReactNode } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import type { RegisterView } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Bulk } from './bulk-bar.tsx'
import type { Column } from './data-list.tsx'
import { Dialog } from './dialog.tsx'
import { MasterDetail } from './master-detail.tsx'
import { PageHeader } from './page-header.tsx'
import { RegisterEmpty } from './register-empty.tsx'
import { RegisterList } from './register-list.tsx'
import { RegisterTools } from './register-tools.tsx'
import { WriteButton } from './write-button.tsx'

/** How a record is added: the button, and the dialog with its form. */
interface Adding {
  /** On the button, and the dialog's title. */
  readonly label: string
  readonly shortcut?: ComponentProps<typeof WriteButton>['shortcut']
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly form: ReactNode
}
interface Props<Row> {
  readonly register: RegisterView<Row>
  readonly columns: readonly Column<Row>[]
  /** What a row is called: typing jumps by it, and the boxes say it. */
  readonly nameOf: (row: Row) => string
  readonly bulk: Bulk
  /** What all that is shown comes to, besides its number. */
  readonly sums: ReactNode
  /** How many are shown, in words. */
  readonly countWords: (count: { readonly count: number; readonly shown: string }) => string
  /** The way to the neighbouring registers. */
  readonly areas: ReactNode
  /** The filters; the tools stand among them. */
  readonly filters: (tools: ReactNode) => ReactNode
  readonly empty: Omit<ComponentProps<typeof RegisterEmpty>, 'action'>
  readonly adding: Adding
  /** What else the header offers, before the button that adds. */
  readonly actions?: ReactNode
  /** The open record, with its id as key; null = none. */
  readonly detail: ReactNode | null
  readonly detailLabel: string
}

/** The whole screen of a register that can be added to: list, open record, and the form of a new one. Titled by its area. */
export function RegisterScreen<Row extends { readonly id: string }>(props: Props<Row>) {
  const { register, columns, nameOf, bulk, sums, empty, adding } = props
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const { area, total: count } = register
  const title = t(`app.areas.${area}`)
  const add = (
    <WriteButton
      kind="primary"
      icon="plus"
      {...(adding.shortcut ? { shortcut: adding.shortcut } : {})}
      onPress={() => adding.onOpenChange(true)}
    >
      {adding.label}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={props.detailLabel}
        onClose={register.close}
        detail={props.detail}
        list={
          <>
            <PageHeader
              title={title}
              detail={
                count !== undefined && (
                  <span role="status">{props.countWords({ count, shown: format.number(count) })}</span>
                )
              }
              actions={
                <>
                  {props.actions}
                  {add}
                </>
              }
            />
            {props.areas}
            {props.filters(<RegisterTools register={register} columns={columns} />)}
            <RegisterList
              register={register}
              label={title}
              columns={columns}
              nameOf={nameOf}
              bulk={bulk}
              sums={sums}
              empty={<RegisterEmpty {...empty} action={add} />}
            />
          </>
        }
      />
      <Dialog
        open={adding.open && !readOnly}
        onClose={() => adding.onOpenChange(false)}
        title={adding.label}
        closeOutside={false}
      >
        {adding.form}
      </Dialog>
    </>
  )
}
