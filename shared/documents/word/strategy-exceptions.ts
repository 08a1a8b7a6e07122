/** What of the plans does not go as planned: goals, figures that have not come, activities past their day. */
import { Paragraph } from 'docx'
import { cleanLine } from '../clean-text.ts'
import type { Exceptions } from '../exceptions.ts'
import type { ProjectWords } from '../project-words.ts'
import type { Snapshot } from '../snapshot.ts'
import { figurePeriod, measureOf, strategyWords } from '../strategy/words.ts'
import { type Block, places } from './blocks.ts'
import { columnsOf, group, named, placeIn } from './exception-rows.ts'
import { statusRuns } from './goal-status.ts'

const text = (line: string) => new Paragraph({ style: 'TableText', text: cleanLine(line) })

/** Goals off track and at risk with the status both ways, then indicators and activities that are overdue, the longest first. */
export function strategyExceptions(found: Exceptions, snapshot: Snapshot, words: ProjectWords): Block[] {
  const { t, number } = words
  const figures = strategyWords(snapshot.language)
  const place = placeIn(snapshot, 'goals', places.goals)
  const label = t('documents.strategy.goal')
  return [
    ...group(
      {
        title: t('documents.strategy.exceptions.goals'),
        count: found.goals.length,
        columns: [
          { header: label, width: 3 },
          { header: t('documents.exceptions.stands'), width: 4.5 },
          { header: t('documents.exceptions.responsible'), width: 1.7 },
        ],
        rows: found.goals.map(({ plan, goal }) => [
          named(place, `${goal.code} ${goal.title}`),
          {
            blocks: [
              goal.status === null
                ? text(t('documents.strategy.notSet'))
                : new Paragraph({
                    style: 'TableText',
                    children: statusRuns(goal.status, t, (status) => t('documents.strategy.byHand', { status })),
                  }),
              new Paragraph({
                style: 'TableText',
                children: statusRuns(goal.statusByFigures, t, (status) =>
                  t('documents.strategy.byFigures', { status }),
                ),
              }),
              ...(goal.latest === null
                ? []
                : [
                    text(
                      t('documents.strategy.exceptions.latest', {
                        value: figures.value(goal.latest.value, measureOf(goal, plan)),
                        period: figurePeriod(goal.latest, figures),
                      }),
                    ),
                  ]),
              ...(goal.statusComment ?? t('documents.projects.commentMissing')).split('\n').map(text),
            ],
          },
          goal.responsible ?? t('documents.strategy.activities.nobody'),
        ]),
      },
      words,
    ),
    ...group(
      {
        title: t('documents.strategy.exceptions.indicators'),
        count: found.indicators.length,
        columns: columnsOf(t('documents.strategy.indicator'), words),
        rows: found.indicators.map((one) => [
          named(place, `${one.code} ${one.title}`),
          [
            ...(one.nextExpectedOn === null
              ? []
              : [t('documents.strategy.exceptions.expected', { day: words.day(one.nextExpectedOn) })]),
            one.latest === null
              ? t('documents.strategy.noFigure')
              : t('documents.strategy.exceptions.latest', {
                  value: figures.value(one.latest.value, one),
                  period: figurePeriod(one.latest, figures),
                }),
          ],
          one.responsible ?? t('documents.strategy.activities.nobody'),
          t('documents.strategy.indicators.overdue', { count: one.daysOverdue, number: number(one.daysOverdue) }),
        ]),
      },
      words,
    ),
    ...group(
      {
        title: t('documents.strategy.exceptions.activities'),
        count: found.activities.length,
        columns: columnsOf(t('documents.strategy.activities.activity'), words),
        rows: found.activities.map((one) => [
          named(place, one.code === null ? one.title : `${one.code} ${one.title}`),
          [
            t(`codes.activityStatus.${one.status}`),
            ...(one.dueOn === null ? [] : [t('documents.strategy.activities.due', { day: words.day(one.dueOn) })]),
            ...(one.statusComment === null ? [] : [one.statusComment]),
          ],
          one.responsible ?? t('documents.strategy.activities.nobody'),
          t('documents.strategy.activities.overdue', { count: one.daysOverdue, number: number(one.daysOverdue) }),
        ]),
      },
      words,
    ),
  ]
}
