import { useState } from 'react'
import { Checkbox } from '#renderer/components/choices.tsx'
import { DocumentFindings } from '#renderer/components/document-findings.tsx'
import { Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { findingWeight } from '#shared/domain/finding-weight.ts'
import styles from './packages.module.css'

type Findings = NonNullable<OutputOf<'jobs.show'>>['findings']
type Accepted = NonNullable<InputOf<'packages.send'>['accepted']>

interface Props {
  readonly made: OutputOf<'packages.open'>['package']
  readonly files: Findings
  readonly busy: boolean
  readonly onAccept: (accepted: Accepted) => void
}

/**
 * What the look through a package's files found before it was sent: each finding, the ways to where it is mended, and, unless it may not
 * be sent as it is, a way to send it all the same. What would shut a reader out wants a word of its own.
 */
export function SendFindings({ made, files, busy, onAccept }: Props) {
  const t = useT()
  const [stated, setStated] = useState(false)
  const [tried, setTried] = useState(false)
  const rules = new Set(files.flatMap(({ findings }) => (findings ?? []).map(({ rule }) => rule)))
  const weights = new Set([...rules].map(findingWeight))
  const wantsWord = weights.has('stop')
  const accepted: Accepted = [
    ...rules,
    ...(files.some(({ findings }) => findings === null) ? ['unchecked' as const] : []),
  ]
  const refused = weights.has('refuse')
  return (
    <section className={styles.notes} aria-label={t('packageSending.found.title')}>
      <Note tone={refused || wantsWord ? 'danger' : 'warning'}>
        <span role="alert">
          {refused ? t('packageSending.found.refused') : t(`packageSending.found.${wantsWord ? 'stop' : 'remark'}`)}
        </span>
      </Note>
      <DocumentFindings files={files} />
      <p className={styles.quiet}>
        {t('packageSending.found.mend')} <MendLinks made={made} rules={rules} />
      </p>
      {!refused && (
        <>
          {wantsWord && <Checkbox label={t('packageSending.found.stated')} checked={stated} onChange={setStated} />}
          {tried && wantsWord && !stated && (
            <p role="alert" className={styles.problem}>
              {t('packageSending.found.notStated')}
            </p>
          )}
          <div className={styles.actions}>
            <WriteButton
              busy={busy}
              onPress={() => {
                setTried(true)
                if (!wantsWord || stated) onAccept(accepted)
              }}
            >
              {t('packageSending.found.sendAnyway')}
            </WriteButton>
          </div>
        </>
      )}
    </section>
  )
}

/** Alternative texts lie with the attachments and the logo, typeface and colour in the house style; the rest is mended where it was written. */
function MendLinks({ made, rules }: { readonly made: Props['made']; readonly rules: ReadonlySet<string> }) {
  const t = useT()
  const look = ['imageText', 'bodyFont', 'contrast'].some((rule) => rules.has(rule))
  const again = {
    forBody: made.bodyId,
    forMeeting: made.meetingId ?? 'none',
    variant: made.variant,
    template: made.templateId,
    withConfidential: made.withConfidential,
    period: 'own',
    from: made.periodFrom,
    to: made.periodTo,
    documentLanguage: made.language,
  }
  return (
    <>
      {rules.has('imageText') && (
        <>
          <RecordLink area="documents">{t('packageSending.found.documents')}</RecordLink>
          {' · '}
        </>
      )}
      {look && (
        <>
          <RecordLink area="settings" id="documents">
            {t('packageSending.found.look')}
          </RecordLink>
          {' · '}
        </>
      )}
      <RecordLink area="packages" id="new" search={again}>
        {t('packageSending.found.again')}
      </RecordLink>
    </>
  )
}
