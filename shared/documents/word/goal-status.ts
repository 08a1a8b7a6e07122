/** A goal's status as its readers see it: a mark and always its word. */
import { TextRun } from 'docx'
import type { GoalStatus } from '../../domain/records/goal.ts'
import type { Translate } from '../../i18n/translator.ts'
import { cleanLine } from '../clean-text.ts'
import { colours } from './styles.ts'

/** Shapes as well as colours: no colour tells anything alone. */
const marks: Readonly<Record<GoalStatus, { shape: string; color: string }>> = {
  reached: { shape: '◆', color: '1B5E20' },
  onTrack: { shape: '●', color: '2E7D32' },
  atRisk: { shape: '▲', color: 'A15C00' },
  offTrack: { shape: '■', color: 'B3261E' },
  notMeasurable: { shape: '○', color: colours.muted },
}

/** The status with its mark; `told` makes a sentence of its word ("Etter tallene: …"). */
export function statusRuns(status: GoalStatus, t: Translate, told: (word: string) => string): TextRun[] {
  const { shape, color } = marks[status]
  return [new TextRun({ text: `${shape} `, color }), new TextRun(cleanLine(told(t(`codes.goalStatus.${status}`))))]
}
