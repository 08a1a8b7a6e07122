import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { DueCount } from '#renderer/components/due-count.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { pathOf } from '#renderer/lib/navigation.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { AboutPage } from './about-page.tsx'
import { BackupsPage } from './backups/backups-page.tsx'
import { BodiesPage } from './bodies-page.tsx'
import { CheckPage } from './check/check-page.tsx'
import { DocumentsPage } from './documents-page.tsx'
import { DraftsPage } from './drafts-page.tsx'
import { FilePage } from './file-page.tsx'
import { HistoryPage } from './history-page.tsx'
import { PartnersPage } from './partners-page.tsx'
import { PartnershipPage } from './partnership-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonalDataPage } from './personal-data-page.tsx'
import { SectorsPage } from './sectors-page.tsx'
import styles from './settings.module.css'
import { TrashPage } from './trash-page.tsx'
import { WindowPage } from './window-page.tsx'

const pages = [
  'window',
  'partnership',
  'documents',
  'people',
  'partners',
  'bodies',
  'sectors',
  'personalData',
  'backups',
  'check',
  'file',
  'history',
  'trash',
  'drafts',
  'about',
] as const
type Page = (typeof pages)[number]
const contents: Record<Page, ComponentType> = {
  window: WindowPage,
  partnership: PartnershipPage,
  documents: DocumentsPage,
  people: PeoplePage,
  partners: PartnersPage,
  bodies: BodiesPage,
  sectors: SectorsPage,
  personalData: PersonalDataPage,
  backups: BackupsPage,
  check: CheckPage,
  file: FilePage,
  history: HistoryPage,
  trash: TrashPage,
  drafts: DraftsPage,
  about: AboutPage,
}

/** `id`: the page, from the address; the first one where there is none. */
export function SettingsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const page = pages.find((one) => one === id) ?? 'window'
  const Content = contents[page]
  return (
    <>
      <PageHeader title={t('app.areas.settings')} />
      <div className={styles.layout}>
        <nav aria-label={t('app.areas.settings')}>
          <ul className={styles.pages}>
            {pages.map((one) => (
              <li key={one}>
                <Link
                  to={pathOf('settings', one)}
                  className={styles.page ?? ''}
                  aria-current={one === page ? 'page' : undefined}
                >
                  <span>{t(`settings.pages.${one}`)}</span>
                  {one === 'personalData' && <DueCount />}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="settings-page" className={styles.content}>
          <h2 id="settings-page">{t(`settings.pages.${page}`)}</h2>
          <Content key={page} />
        </section>
      </div>
    </>
  )
}
