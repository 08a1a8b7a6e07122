import { useState } from 'react'
import { ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { SavingSelect } from '#renderer/components/saving-field.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { contrastWithWhite, leastContrast } from '#shared/domain/colours.ts'
import { documentFonts, type Partnership } from '#shared/domain/records/partnership.ts'
import { AccentField } from './accent-field.tsx'
import { DocumentSample } from './document-sample.tsx'
import styles from './documents-page.module.css'
import { LogoPart } from './logo-part.tsx'

/** How the documents of the partnership look: logo, colour, typeface, and a sample of it. */
export function DocumentsPage() {
  const partnership = useOperation('partnership.show', {})
  const logo = useOperation('partnership.readLogo', {})
  if (partnership.error) return <ErrorNote error={partnership.error} onRetry={() => void partnership.refetch()} />
  if (logo.error) return <ErrorNote error={logo.error} onRetry={() => void logo.refetch()} />
  if (!partnership.data || logo.data === undefined) return <Loading />
  return <Look partnership={partnership.data} logo={logo.data} />
}

interface Props {
  readonly partnership: Partnership
  readonly logo: { readonly mime: string; readonly base64: string } | null
}
function Look({ partnership, logo }: Props) {
  const t = useT()
  const revise = useCommand('partnership.revise')
  const save = (changes: InputOf<'partnership.revise'>['changes']) => revise.run({ changes })
  const { accentColour, documentFont } = partnership
  // What is being written shows in the sample before it is saved, unless documents would never get it.
  const [written, setWritten] = useState<string | null>(null)
  const isReadable = written !== null && contrastWithWhite(written) >= leastContrast
  return (
    <div className={styles.page}>
      <p className={styles.quiet}>{t('settings.documents.text')}</p>
      <LogoPart partnership={partnership} logo={logo} />
      <AccentField value={accentColour} onSave={(colour) => save({ accentColour: colour })} onWritten={setWritten} />
      <div className={styles.narrow}>
        <SavingSelect
          label={t('settings.documents.font')}
          hint={t('settings.documents.fontHint')}
          field="documentFont"
          options={documentFonts.map((key) => ({ key, label: key }))}
          value={documentFont}
          onSave={(font) => save(font ? { documentFont: font } : {})}
        />
      </div>
      <DocumentSample
        name={partnership.name}
        colour={isReadable ? written : accentColour}
        font={documentFont}
        logo={logo}
        altText={partnership.logoAltText}
      />
    </div>
  )
}
