import { useDeferredValue } from 'react'
import { Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatOrgNo, normaliseOrgNo } from '#shared/domain/org-number.ts'
import type { Country } from '#shared/domain/values.ts'
import styles from './companies.module.css'

interface Props {
  readonly name: string
  readonly orgNo: string | null
  readonly country: Country
  /** The company itself. */
  readonly exceptId: string | null
}

/** Companies that may be the same as this one. A warning: two companies may share a name. */
export function DuplicateWarning({ name, orgNo, country, exceptId }: Props) {
  const t = useT()
  const typed = useDeferredValue(name.trim().slice(0, 200))
  const number = useDeferredValue(orgNo ? normaliseOrgNo(orgNo).slice(0, 40) : null)
  const found = useOperation(
    'companies.duplicates',
    { name: typed, orgNo: number, country, exceptId },
    { enabled: typed.length > 1 || Boolean(number), keepPrevious: true },
  )
  const same = (typed.length > 1 || number ? found.data : undefined) ?? []
  return (
    <div role="status" className={styles.duplicates}>
      {same.length > 0 && (
        <Note tone="warning">
          <p>{t('companies.duplicates', { count: same.length })}</p>
          <ul className={styles.plainList}>
            {same.map((one) => (
              <li key={one.id}>
                <RecordLink area="companies" id={one.id}>
                  {one.name}
                </RecordLink>{' '}
                <span className={styles.quiet}>
                  {[one.place, one.orgNo && formatOrgNo(one.orgNo, country), t(`companies.because.${one.because}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  )
}
