/** A check of a file in words: one finding for the screen, the whole report for a terminal or a text file. */
import { formatDay, timeZoneOf, todayIn } from '../domain/days.ts'
import { type CheckFinding, type CheckReport, checkFindingKinds, severityOf } from '../domain/file-check.ts'
import { formatNumber } from '../domain/numbers.ts'
import type { Country, Language } from '../domain/values.ts'
import { fieldWords } from './field-words.ts'
import { someWords, translator } from './translator.ts'

export interface FindingWords {
  /** What was found. */
  readonly sentence: string
  /** What to do about it. */
  readonly todo: string
  /** Kind and name of the record, `Bedrift: Navn`; null where it is about none. */
  readonly record: string | null
}

/** The words of findings in a language, times and orders those of a partnership in `country`. */
export function findingWords(language: Language, country: Country): (finding: CheckFinding) => FindingWords {
  const t = translator(language)
  // Keys are put together from closed lists; a test walks them all.
  const loose = t as unknown as (key: string, params?: object) => string
  const { fieldName } = fieldWords(language, country, () => undefined)
  const label = (entity: string) =>
    Object.hasOwn(someWords().app.entities, entity) ? loose(`app.entities.${entity}`) : entity
  return ({ kind, params, record }) => {
    const said: Record<string, string | number> = { ...params }
    if (typeof params.when === 'string') said.when = momentText(params.when, language, country)
    if (typeof params.size === 'number') said.size = formatNumber(params.size, language)
    if (typeof params.fields === 'string') {
      const names = params.fields.split(', ').map((field) => fieldName(field, record?.entity) ?? field)
      said.fields = names.join(', ')
    }
    const name = record && (record.name ?? record.id)
    const day = record?.day ? ` ${formatDay(record.day, language)}` : ''
    return {
      sentence: loose(`check.findings.${kind}`, said),
      todo: loose(`check.todo.${kind}`),
      record: record ? `${label(record.entity)}: ${name}${day}` : null,
    }
  }
}

/** The whole report as plain text, one line for each step, its findings below it. */
export function checkText(
  report: CheckReport,
  { file, language, country }: { readonly file: string; readonly language: Language; readonly country: Country },
): string {
  const t = translator(language)
  const words = findingWords(language, country)
  const lines = [
    t('check.text.title', { file, when: momentText(report.endedAt, language, country) }),
    t('check.text.changes', { number: formatNumber(report.changes, language) }),
    '',
  ]
  for (const step of report.steps) {
    const state =
      step.state === 'found' ? t('check.state.found', { count: step.found }) : t(`check.state.${step.state}`)
    lines.push(`${t(`check.steps.${step.name}`)}: ${state}`)
    for (const finding of step.findings) {
      const { sentence, todo, record } = words(finding)
      lines.push(`  ${t(`check.severity.${checkFindingKinds[finding.kind]}`)}: ${sentence}`)
      if (record) lines.push(`    ${record}`)
      lines.push(`    ${todo}`)
    }
    if (step.found > step.findings.length) {
      lines.push(`  ${t('check.text.more', { count: step.found - step.findings.length })}`)
    }
  }
  const wrong = ['damage', 'fault'].includes(severityOf(report) ?? '')
  return `${[...lines, '', t(wrong ? 'check.text.found' : 'check.text.sound')].join('\n')}\n`
}

/** An instant as people of a country read it, `23.11.2026 05:17`; what is no instant stays as it is. */
export function momentText(instant: string, language: Language, country: Country): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const timeZone = timeZoneOf(country)
  const time = new Intl.DateTimeFormat('sv', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  return `${formatDay(todayIn(timeZone, instant), language)} ${time}`
}
