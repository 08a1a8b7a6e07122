import type { CSSProperties } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { readableOnTint } from '#shared/domain/colours.ts'
import type { DocumentFont } from '#shared/domain/records/partnership.ts'
import { fyrsBlue } from './accent-colour.ts'
import styles from './documents-page.module.css'
import { LogoPicture } from './logo-picture.tsx'

/** Shares of the accent in the head of a table, as in documents. */
const headShare = 0.1
const rows = [
  ['opening', 5],
  ['information', 20],
  ['decision', 35],
] as const
/** Heights of the bars, in percent: a sample, no figures of the file. */
const bars = [45, 80, 60, 95]

interface Props {
  readonly name: string
  /** Null = Fyr's blue. */
  readonly colour: string | null
  readonly font: DocumentFont
  readonly logo: { readonly mime: string; readonly base64: string } | null
  readonly altText: string | null
}

/** A page as documents will look, on white in every theme. */
export function DocumentSample({ name, colour, font, logo, altText }: Props) {
  const t = useT()
  const look = {
    '--document-accent': readableOnTint(colour ?? fyrsBlue, headShare),
    // Carlito is as wide as Calibri, and stands in for it where Word is not.
    fontFamily: `${font}, ${font === 'Calibri' ? 'Carlito, ' : ''}sans-serif`,
  } as CSSProperties
  return (
    <figure className={styles.figure}>
      <figcaption>{t('settings.documents.sample')}</figcaption>
      <div className={styles.sample} style={look} data-testid="document-sample">
        {logo && <LogoPicture {...logo} altText={altText} />}
        <p className={styles.sampleName}>{name}</p>
        <p className={styles.sampleTitle}>{t('settings.documents.sampleTitle')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('settings.documents.rowItem')}</th>
              <th scope="col">{t('settings.documents.rowTitle')}</th>
              <th scope="col">{t('settings.documents.rowMinutes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([item, minutes], index) => (
              <tr key={item}>
                <td>{index + 1}</td>
                <td>{t(`settings.documents.items.${item}`)}</td>
                <td>{minutes}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.sampleChart}>{t('settings.documents.chart')}</p>
        <div role="img" aria-label={t('settings.documents.chartAlt')} className={styles.bars}>
          {bars.map((height) => (
            <span key={height} style={{ height: `${height}%` }} />
          ))}
        </div>
      </div>
    </figure>
  )
}
