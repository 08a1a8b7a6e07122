import { Switch } from '#renderer/components/choices.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { PackageSection } from '#shared/domain/records/package-template.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import styles from './package-sections.module.css'
import { FindingView } from './section-finding.tsx'

type Preview = OutputOf<'packages.preview'>
type Finding = Preview['readiness'][number]
type Row = Preview['sections'][number]
interface Props {
  readonly data: Pick<Preview, 'sections' | 'readiness'>
  readonly leftOut: readonly PackageSection[]
  /** False where what is missing keeps the package from being made. */
  readonly canMake: boolean
  readonly onLeaveOut: (leftOut: PackageSection[]) => void
}

/** Every section in its order: whether it is in, how full it is, and what is missing in it. */
export function PackageSections({ data: { sections, readiness }, leftOut, canMake, onLeaveOut }: Props) {
  const t = useT()
  const findings = Map.groupBy(readiness, ({ section }) => section)
  const put = (section: PackageSection, isIn: boolean) =>
    onLeaveOut(isIn ? leftOut.filter((one) => one !== section) : [...leftOut, section])
  return (
    <section className={styles.part} aria-labelledby="package-readiness">
      <h3 id="package-readiness">{t('packages.readiness.title')}</h3>
      <Summary readiness={readiness} canMake={canMake} />
      <h4 id="package-sections">{t('packages.readiness.sections')}</h4>
      <p className={styles.quiet}>{t('packages.readiness.sectionsHint')}</p>
      <ol className={styles.sections} aria-labelledby="package-sections">
        {sections.map((row) => {
          const own = findings.get(row.section) ?? []
          return (
            <li key={row.section} className={styles.section}>
              <div className={styles.head}>
                <SectionName row={row} onPut={put} />
                <State row={row} findings={own} />
              </div>
              {own.length > 0 && (
                <ul className={styles.findings}>
                  {own.map((finding) => (
                    <FindingView key={finding.kind} finding={finding} />
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The cover is in every package. */
function SectionName({
  row,
  onPut,
}: {
  readonly row: Row
  readonly onPut: (section: PackageSection, isIn: boolean) => void
}) {
  const t = useT()
  const name = row.heading ?? t(`codes.packageSection.${row.section}`)
  if (row.section === 'cover') return <span className={styles.fixed}>{name}</span>
  return <Switch label={name} checked={row.state !== 'leftOut'} onChange={(isIn) => onPut(row.section, isIn)} />
}

interface StateProps {
  readonly row: Row
  readonly findings: readonly Finding[]
}

function State({ row: { state }, findings }: StateProps) {
  const t = useT()
  const missing = countOf(findings, 'missing')
  if (missing > 0) return <Mark tone="missing" text={t('packages.readiness.missing', { count: missing })} />
  if (findings.length > 0) return <Mark tone="check" text={t('packages.readiness.state.check')} />
  return <Mark tone={state} text={t(`packages.readiness.state.${state}`)} />
}

type Tone = Row['state'] | Finding['weight']
function Mark({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  const icon = tone === 'missing' ? 'warning' : tone === 'check' ? 'info' : tone === 'filled' ? 'check' : null
  return (
    <span className={styles.state} data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      {text}
    </span>
  )
}

/** Said aloud when it changes: a choice above moves it. */
function Summary({ readiness, canMake }: { readonly readiness: readonly Finding[]; readonly canMake: boolean }) {
  const t = useT()
  const missing = countOf(readiness, 'missing')
  const tone = missing > 0 ? 'missing' : readiness.length > 0 ? 'check' : 'filled'
  return (
    <p role="status" className={styles.summary} data-tone={tone}>
      <Icon name={tone === 'missing' ? 'warning' : tone === 'check' ? 'info' : 'check'} />
      <span>
        <strong>{summaryOf(readiness, t)}</strong> {missing > 0 && canMake && t('packages.readiness.stillMakes')}
      </span>
    </p>
  )
}

/** "3 things are missing, 5 to look at." */
function summaryOf(readiness: readonly Pick<Finding, 'weight' | 'total'>[], t: Translate): string {
  const [missing, check] = [countOf(readiness, 'missing'), countOf(readiness, 'check')]
  const told = {
    missing: t('packages.readiness.missing', { count: missing }),
    check: t('packages.readiness.check', { count: check }),
  }
  if (missing > 0 && check > 0) return t('packages.readiness.both', told)
  if (missing > 0) return t('packages.readiness.one', { what: told.missing })
  if (check > 0) return `${t('packages.readiness.nothing')} ${t('packages.readiness.one', { what: told.check })}`
  return t('packages.readiness.nothing')
}

function countOf(findings: readonly Pick<Finding, 'weight' | 'total'>[], weight: Finding['weight']): number {
  return findings.filter((one) => one.weight === weight).reduce((sum, { total }) => sum + total, 0)
}
