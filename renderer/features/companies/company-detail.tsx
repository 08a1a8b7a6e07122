import { IconButton } from '#renderer/components/button.tsx'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading, Note } from '#renderer/components/notes.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useShell } from '#renderer/lib/shell.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatOrgNo } from '#shared/domain/org-number.ts'
import styles from './companies.module.css'
import { CompanyFields } from './company-fields.tsx'
import { CompanyVisits } from './company-visits.tsx'
import { useChangeWords } from './company-words.ts'
import { ContactsPanel } from './contacts-panel.tsx'
import type { OpenCompany } from './use-company.ts'

const tabDefaults = { tab: 'visits' as string }
const tabs = ['visits', 'details', 'contacts', 'history'] as const

export function CompanyDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const opened = useOperation('companies.open', { id })
  if (opened.isPending) return <Loading lines={8} />
  if (opened.error) {
    return <UnreadableDetail error={opened.error} onRetry={() => void opened.refetch()} onClose={onClose} />
  }
  return <Opened opened={opened.data} onClose={onClose} />
}

function Opened({ opened, onClose }: { readonly opened: OpenCompany; readonly onClose: () => void }) {
  const t = useT()
  const words = useChangeWords()
  const { company } = opened
  const [{ tab }, change] = useListState(tabDefaults)
  return (
    <DetailPage>
      <Header opened={opened} onClose={onClose} />
      {company.soleTrader && company.country === 'NO' && (
        <Note tone="info">{t('companies.soleTrader.personalData')}</Note>
      )}
      <Tabs
        label={company.name}
        selected={tabs.find((one) => one === tab) ?? 'visits'}
        onSelect={(next) => change({ tab: next })}
        items={[
          {
            key: 'visits',
            label: t('companies.tabs.visits'),
            count: opened.visitCount,
            content: <CompanyVisits opened={opened} />,
          },
          { key: 'details', label: t('companies.tabs.details'), content: <CompanyFields opened={opened} /> },
          {
            key: 'contacts',
            label: t('companies.tabs.contacts'),
            count: opened.contacts.length,
            content: <ContactsPanel opened={opened} />,
          },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="companies" id={company.id} {...words} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ opened, onClose }: { readonly opened: OpenCompany; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const go = useGo()
  const format = useFormat()
  const names = useNames()
  const { logVisit } = useShell()
  const { company } = opened
  const remove = useCommand('companies.remove', { done: t('companies.removed', { name: company.name }) })
  async function take() {
    const reply = await remove.run({ id: company.id })
    if (reply.ok) go('companies', null, { keepSearch: true })
  }
  const facts = [
    company.orgNo && formatOrgNo(company.orgNo, company.country),
    names.municipality(company.municipalityCode, company.country) ?? company.place,
    names.sector(company.sectorId),
    company.employees !== null
      ? t('companies.employeesText', { count: company.employees, number: format.number(company.employees) })
      : company.employeesBand && t(`codes.employeesBand.${company.employeesBand}`),
  ].filter(Boolean)
  return (
    <DetailHeader
      title={company.name}
      onClose={onClose}
      tools={
        <>
          <WriteButton kind="primary" icon="plus" onPress={() => logVisit(company.id)}>
            {t('companies.logVisit')}
          </WriteButton>
          <Menu
            label={t('common.more')}
            entries={[
              {
                id: 'remove',
                label: t('companies.remove'),
                icon: 'remove',
                danger: true,
                disabled: readOnly,
                run: () => void take(),
              },
            ]}
          />
        </>
      }
    >
      <p className={styles.facts}>
        {company.status !== 'active' && <Badge tone="warning">{t(`codes.companyStatus.${company.status}`)}</Badge>}
        {company.soleTrader && <Badge>{t('companies.soleTrader.badge')}</Badge>}
        <span>{facts.join(' · ')}</span>
      </p>
      {remove.problem && (
        <Note
          tone="danger"
          action={<IconButton icon="close" label={t('common.close')} onPress={() => remove.reset()} />}
        >
          <span role="alert">{remove.problemText}</span>
        </Note>
      )}
    </DetailHeader>
  )
}
