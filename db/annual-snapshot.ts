/** What an annual report holds beside the ordinary sections: the year's figures, the body, the partners, the meetings held. */
import type { AnnualPart, YearFigures } from '#shared/documents/annual-snapshot.ts'
import { seatChanges, termsTouching, wholeTerms } from '#shared/domain/body-year.ts'
import { addMonths } from '#shared/domain/days.ts'
import { commitmentUnits } from '#shared/domain/records/commitment.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { MaskNames } from './mask-names.ts'
import { countsOfYear, meetingsOfYear, runningProjects } from './repositories/annual-figures.ts'
import { membersOf } from './repositories/body-members.ts'
import { giveAndTakeOf } from './repositories/give-and-take.ts'
import { personName } from './repositories/person-name.ts'
import { statisticsOf } from './repositories/visit-statistics.ts'
import { sum } from './snapshot-groups.ts'
import { read, readAll, type Store } from './store.ts'

interface Choice {
  readonly bodyId: Id
  readonly periodFrom: Day
  readonly periodTo: Day
}

/**
 * The period of an annual report and, beside it, the same period a year earlier. Counts of the partnership, but for meetings and
 * decisions, which are the body's. Seats are told up to `today`.
 *
 * @throws ProblemError `notFound` where the body is gone.
 */
export function annualPart(store: Store, choice: Choice, mask: MaskNames, today: Day): AnnualPart {
  const { bodyId, periodFrom: from, periodTo: to } = choice
  const body = read(store, 'bodies', bodyId)
  const upTo = to < today ? to : today
  const before = figuresOf(store, bodyId, addMonths(from, -12), addMonths(to, -12), today)
  const all = membersOf(store, bodyId)
  const masked = (text: string | null) => (text === null ? null : mask(text, '').text)
  return {
    figures: figuresOf(store, bodyId, from, to, today),
    before: isEmpty(before) ? null : before,
    projectsRunning: runningProjects(store),
    seats: termsTouching(wholeTerms(all), from, to).map((seat) => ({
      name: seat.personName,
      role: seat.role,
      represents: seat.organisation,
      party: seat.party,
      termFrom: seat.termFrom,
      termTo: seat.termTo,
      deputyFor: personName(store, seat.deputyForId),
    })),
    changes: seatChanges(all, from, upTo).map(({ on, kind, seat }) => ({
      on,
      kind,
      name: seat.personName,
      role: seat.role,
    })),
    secretary: personName(store, body.secretaryId),
    ...partnersOf(store, from, upTo),
    meetings: meetingsOfYear(store, bodyId, from, to).map((meeting) => ({
      ...meeting,
      title: masked(meeting.title),
      place: masked(meeting.place),
    })),
  }
}

function figuresOf(store: Store, bodyId: Id, from: Day, to: Day, today: Day): YearFigures {
  const { counted, target, companies, followUps } = statisticsOf(store, from, to, today)
  const given = giveAndTakeOf(store, Number(from.slice(0, 4)), Number(to.slice(0, 4)))
  return {
    from,
    to,
    visits: counted,
    visitTarget: target,
    companies,
    medianResponseDays: followUps.medianResponseDays,
    ...countsOfYear(store, bodyId, from, to),
    commitments: commitmentUnits.flatMap((unit) => {
      const rows = given.filter((row) => row.unit === unit)
      if (rows.length === 0) return []
      const [pledged, delivered] = [sum(rows.map((row) => row.pledged)), sum(rows.map((row) => row.delivered))]
      return [{ unit, pledged, delivered }]
    }),
  }
}

/**
 * Nothing is kept from a time before the file was begun: zeros beside the year's figures would tell of a year without work. A target
 * alone is no work: the usual one is there for every year.
 */
function isEmpty({ commitments, ...figures }: YearFigures): boolean {
  const { from: _from, to: _to, visitTarget: _target, medianResponseDays: _days, ...counts } = figures
  return commitments.length === 0 && Object.values(counts).every((count) => count === 0)
}

function partnersOf(store: Store, from: Day, upTo: Day): Pick<AnnualPart, 'partners' | 'partnersLeft'> {
  const known = readAll(store, 'partners', 'id')
    .filter(({ status, joinedOn }) => status !== 'candidate' && joinedOn <= upTo)
    .map((partner) => ({ partner, key: sortKey(partner.name, store.country) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ partner }) => partner)
  return {
    partners: known
      .filter(({ status, leftOn }) => (leftOn === null ? status === 'active' : leftOn > upTo))
      .map(({ name, partnerType, joinedOn }) => ({
        name,
        type: partnerType,
        joinedOn,
        joinedInPeriod: joinedOn >= from,
      })),
    partnersLeft: known.flatMap(({ name, leftOn }) =>
      leftOn === null || leftOn < from || leftOn > upTo ? [] : [{ name, leftOn }],
    ),
  }
}
