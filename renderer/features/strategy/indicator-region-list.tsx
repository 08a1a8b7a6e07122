import { useState } from 'react'
import { ComboBox } from '#renderer/components/combo-box.tsx'
import { WriteIconButton } from '#renderer/components/write-button.tsx'
import { fieldText, problemText } from '#renderer/lib/problem-text.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Reply } from '#shared/contract/dispatcher.ts'
import styles from './indicator.module.css'
import { useRegionSuggestions } from './indicator-regions.tsx'
import type { IndicatorRow, Series } from './indicator-use.ts'

interface Props {
  readonly indicator: IndicatorRow
  readonly series: readonly Series[]
  readonly onSave: (codes: string[]) => Promise<Reply>
}

/** The regions that an indicator is counted for. The first is the one that goals are held against; another is put first here. */
export function IndicatorRegionList({ indicator, series, onSave }: Props) {
  const t = useT()
  const readOnly = useReadOnly()
  const suggest = useRegionSuggestions()
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const codes = indicator.regionCodes
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const nameOf = (code: string) => series.find((one) => one.regionCode === code)?.regionName ?? names[code] ?? code
  async function save(next: string[]) {
    const reply = await onSave(next)
    if (reply.ok) return setProblem(undefined)
    const last = `regionCodes.${next.length - 1}`
    const told = fieldText(t, reply.problem, 'regionCodes') ?? fieldText(t, reply.problem, last)
    setProblem(told ?? problemText(t, reply.problem))
  }
  return (
    <div className={styles.regions}>
      <p className={styles.label} id={`regions-${indicator.id}`}>
        {t('indicators.regions.label')}
      </p>
      {codes.length > 0 && (
        <ul className={styles.chips} aria-labelledby={`regions-${indicator.id}`}>
          {codes.map((code, at) => (
            <li key={code} className={styles.chip}>
              <span>
                {nameOf(code)}
                {nameOf(code) !== code && <span className={styles.quiet}> {code}</span>}
                {at === 0 && codes.length > 1 && (
                  <span className={styles.quiet}> · {t('indicators.regions.first')}</span>
                )}
              </span>
              {at > 0 && (
                <WriteIconButton
                  icon="up"
                  label={t('indicators.regions.makeFirst', { name: nameOf(code) })}
                  onPress={() => void save([code, ...codes.filter((one) => one !== code)])}
                />
              )}
              <WriteIconButton
                icon="close"
                label={t('indicators.regions.remove', { name: nameOf(code) })}
                onPress={() => void save(codes.filter((one) => one !== code))}
              />
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <ComboBox
          key={codes.join()}
          label={t('indicators.regions.add')}
          hint={t('indicators.regions.hint')}
          value={null}
          problem={problem}
          suggest={async (text) => (await suggest(text)).filter(({ key }) => !codes.includes(key))}
          onChange={(option) => {
            if (!option || codes.includes(option.key)) return
            setNames({ ...names, [option.key]: option.label })
            void save([...codes, option.key])
          }}
          onCreate={(text) => void save([...codes, text.trim()])}
          createLabel={(text) => t('indicators.regions.own', { code: text })}
        />
      )}
    </div>
  )
}
