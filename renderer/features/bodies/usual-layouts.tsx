import { useState } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import { presetLayout } from '#shared/domain/package-presets.ts'
import type { PackageVariant } from '#shared/domain/records/package-template.ts'
import bodyStyles from './bodies.module.css'
import styles from './package-templates.module.css'

interface Props {
  readonly variants: readonly PackageVariant[]
  readonly onMake: (variant: PackageVariant) => void
}

/** What packages hold while no template says otherwise, to be read and to be made a template of. */
export function UsualLayouts({ variants, onMake }: Props) {
  const t = useT()
  const [open, setOpen] = useState<PackageVariant | null>(variants[0] ?? null)
  return (
    <section className={bodyStyles.section} aria-label={t('packageTemplates.usual')}>
      <div>
        <h3>{t('packageTemplates.usual')}</h3>
        <p className={styles.quiet}>{t('packageTemplates.usualText')}</p>
      </div>
      <ul className={styles.plain}>
        {variants.map((variant) => (
          <li key={variant} className={styles.template} data-open={open === variant}>
            <Layout
              variant={variant}
              isOpen={open === variant}
              onToggle={() => setOpen(open === variant ? null : variant)}
              onMake={() => onMake(variant)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LayoutProps {
  readonly variant: PackageVariant
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onMake: () => void
}
function Layout({ variant, isOpen, onToggle, onMake }: LayoutProps) {
  const t = useT()
  const { sections, sheets } = presetLayout(variant)
  const name = t(`codes.packageVariant.${variant}`)
  const facts = [
    t('packageTemplates.sections', { count: sections.length }),
    t('packageTemplates.sheets', { count: sheets.length }),
  ]
  return (
    <>
      <div className={styles.top}>
        <button type="button" className={styles.title} aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'down' : 'right'} size={14} />
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>
            <span className={styles.quiet}>{facts.join(' · ')}</span>
          </span>
        </button>
      </div>
      {isOpen && (
        <div className={styles.layout}>
          <div className={styles.columns}>
            <div>
              <h4>{t('packageTemplates.word')}</h4>
              <ol>
                {sections.map(({ section }) => (
                  <li key={section}>{t(`codes.packageSection.${section}`)}</li>
                ))}
              </ol>
            </div>
            <div>
              <h4>{t('packageTemplates.excel')}</h4>
              <ol>
                {sheets.map((sheet) => (
                  <li key={sheet}>{t(`codes.packageSheet.${sheet}`)}</li>
                ))}
              </ol>
            </div>
          </div>
          <div>
            <WriteButton small icon="plus" onPress={onMake}>
              {t('packageTemplates.makeOf', { name })}
            </WriteButton>
          </div>
        </div>
      )}
    </>
  )
}
