import { addDays } from '#shared/domain/days.ts'
import type { Language } from '#shared/domain/values.ts'
import { freezePackage } from '../freeze-package.ts'
import type { Foundation } from './foundation.ts'
import type { Setting } from './setting.ts'

/** The board's package of the last half year that is over, and two later corrections that the next package tells of. */
export function earlierPackage({ source, random, today, from, add }: Setting, people: Foundation): void {
  const year = Number(today.slice(0, 4))
  const [periodFrom, periodTo] =
    [
      [`${year}-01-01`, `${year}-06-30`],
      [`${year - 1}-07-01`, `${year - 1}-12-31`],
      [`${year - 1}-01-01`, `${year - 1}-06-30`],
    ].find(([start = '', end = '']) => start >= from && addDays(end, 20) < today) ?? []
  if (!periodFrom || !periodTo) return
  const madeOn = addDays(periodTo, 12)
  const id = random.id(Date.parse(`${madeOn}T10:00:00Z`))
  const [givenName = '', familyName = ''] = source.secretariat[0] ?? []
  add(madeOn, '10:00:00.000', (write) => {
    freezePackage(
      write,
      {
        bodyId: people.bodyIds[0] ?? '',
        variant: 'papers',
        templateId: null,
        leftOut: [],
        meetingId: null,
        withConfidential: false,
        periodFrom,
        periodTo,
        language: source.partnership.language as Language,
        title: null,
      },
      { id, madeOn: `${madeOn}T10:00:00.000Z`, madeBy: `${givenName} ${familyName}`, today: madeOn },
    )
  })
  add(addDays(madeOn, 2), '09:00:00.000', (write) => {
    const printed = write.db
      .prepare(
        `SELECT v.id, v.publishable_summary AS summary, EXISTS (SELECT 1 FROM follow_ups f WHERE f.visit_id = v.id AND f.deleted_at IS NULL)
           OR EXISTS (SELECT 1 FROM attachments a WHERE a.visit_id = v.id) AS named
         FROM visits v WHERE v.deleted_at IS NULL AND v.visited_on BETWEEN ? AND ? AND v.publishable_summary IS NOT NULL AND v.draft = 0
         ORDER BY v.visited_on, v.id`,
      )
      .all(periodFrom, periodTo) as { id: string; summary: string; named: 0 | 1 }[]
    for (const row of printed.slice(0, 2)) {
      write.revise('visits', row.id, { publishableSummary: `${row.summary} ${source.texts.correction}` })
    }
    const twice = printed.findLast(({ named }) => named === 0)
    if (twice) write.remove('visits', twice.id)
  })
}
