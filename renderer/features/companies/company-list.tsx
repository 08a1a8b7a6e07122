import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { Badge, EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { RowOf } from '#renderer/lib/use-infinite-operation.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatOrgNo } from '#shared/domain/org-number.ts'
import styles from './companies.module.css'
import { CompanyFilters } from './company-filters.tsx'
import { useCompanyRegister } from './company-register.ts'
import { noFilter, useCompanyList } from './list-state.ts'

type Row = RowOf<'companies.list'>

export function CompanyList({ openId }: { readonly openId: string | null }) {
  const t = useT()
  const go = useGo()
  const { view, change, input, filters } = useCompanyList()
  const count = useOperation('companies.count', { filter: input.filter }, { keepPrevious: true })
  const all = useOperation('companies.count', {})
  const columns = useColumns()
  const { sort, direction } = input
  const { groups, bulk } = useCompanyRegister()
  const register = useRegister({
    register: 'companies',
    area: 'companies',
    openId,
    operation: 'companies.list',
    input,
    order: { sort, direction },
    total: count.data,
    change,
    groups,
  })
  const filtered = filters > 0 || view.text !== ''
  const add = () => go('companies', 'new', { keepSearch: true })
  return (
    <>
      <PageHeader
        title={t('app.areas.companies')}
        detail={<span role="status">{useCountText(count.data, all.data, filtered)}</span>}
        actions={
          <WriteButton kind={openId ? 'normal' : 'primary'} icon="plus" onPress={add}>
            {t('companies.new.action')}
          </WriteButton>
        }
      />
      <CompanyFilters
        view={view}
        change={change}
        filters={filters}
        tools={<RegisterTools register={register} columns={columns} />}
      />
      <RegisterList
        register={register}
        label={t('app.areas.companies')}
        columns={columns}
        nameOf={(row) => row.name}
        rowHeight={40}
        bulk={bulk}
        empty={
          filtered ? (
            <EmptyState
              icon="search"
              title={t('companies.list.noMatch')}
              action={<Button onPress={() => change(noFilter)}>{t('common.removeFilters')}</Button>}
            >
              {t('companies.list.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              icon="companies"
              title={t('companies.list.none')}
              action={
                <WriteButton kind="primary" icon="plus" onPress={add}>
                  {t('companies.new.action')}
                </WriteButton>
              }
            >
              {t('companies.list.noneText')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

function useCountText(count: number | undefined, all: number | undefined, filtered: boolean): string {
  const t = useT()
  const format = useFormat()
  if (count === undefined) return ''
  if (!filtered || all === undefined) return t('companies.list.count', { count, number: format.number(count) })
  return t('companies.list.countOf', { number: format.number(count), all: format.number(all) })
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const names = useNames()
  const blank = <span className={styles.blank}>–</span>
  return [
    {
      key: 'name',
      header: t('companies.fields.name'),
      sort: 'name',
      width: 'minmax(150px, 2.2fr)',
      cell: (row) => (
        <span className={styles.nameCell}>
          <span className={styles.strong}>{row.name}</span>
          {row.status !== 'active' && <Badge>{t(`codes.companyStatus.${row.status}`)}</Badge>}
        </span>
      ),
    },
    {
      key: 'orgNo',
      header: t('companies.list.orgNo'),
      width: '108px',
      show: 'wide',
      cell: (row) => (row.orgNo ? formatOrgNo(row.orgNo, row.country) : blank),
    },
    {
      key: 'municipality',
      header: t('companies.fields.municipalityCode'),
      sort: 'municipality',
      width: 'minmax(90px, 1fr)',
      cell: (row) => names.municipality(row.municipalityCode, row.country) ?? row.place ?? blank,
    },
    {
      key: 'sector',
      header: t('companies.fields.sectorId'),
      width: 'minmax(110px, 1.3fr)',
      show: 'wide',
      cell: (row) => names.sector(row.sectorId) ?? blank,
    },
    {
      key: 'employees',
      header: t('companies.list.employees'),
      sort: 'employees',
      width: '84px',
      align: 'end',
      show: 'wide',
      cell: (row) => (row.employees === null ? (bandText(row.employeesBand) ?? blank) : format.number(row.employees)),
    },
    {
      key: 'lastVisit',
      header: t('companies.list.lastVisit'),
      sort: 'lastVisit',
      width: '136px',
      align: 'end',
      cell: (row) =>
        row.lastVisitedOn ? (
          format.day(row.lastVisitedOn)
        ) : (
          <span className={styles.blank}>{t('companies.list.never')}</span>
        ),
    },
  ]
}

/** A band as the narrow column shows it: `5–9`. */
function bandText(band: string | null): string | null {
  return band?.replace('-', '–') ?? null
}
