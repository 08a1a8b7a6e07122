import { type Snapshot, snapshot } from '#shared/documents/snapshot.ts'
import { addDays, monthsOf } from '#shared/domain/days.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import { themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import type { Language } from '#shared/domain/values.ts'

type Parts = {
  [K in keyof Snapshot]?: Snapshot[K] extends object | null
    ? Partial<NonNullable<Snapshot[K]>> | (null extends Snapshot[K] ? null : never)
    : Snapshot[K]
}

const municipalities = ['Sarpsborg', 'Fredrikstad', 'Halden', 'Moss', 'Indre Østfold', 'Råde']
const sectors = ['Industri', 'Bygg og anlegg', 'Handel', 'Reiseliv', 'Landbruk og mat', 'Teknologi']
const names = [
  'Ødegård Mekaniske',
  'Ålesund Tre',
  'Nordlys Data',
  'Björk & Ärlig',
  'Fjordbakeriet',
  'Grønn Energi Østfold',
  'Häggs Åkeri',
]

/** The item of a list at any number, round and round. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list has no items')
  return item
}

/** A half year of an ordinary partnership; the parts given replace the ordinary ones. */
export function aSnapshot(
  parts: Parts = {},
  size: { visits?: number; summaries?: number; followUps?: number } = {},
): Snapshot {
  const { visits = 24, summaries = 6, followUps = 14 } = size
  const [from, to] = ['2026-01-01', '2026-06-30']
  const rows = Array.from({ length: visits }, (_, index) => ({
    visitedOn: addDays(from, (index * 7) % 180),
    companyName: index % 9 === 8 ? null : `${at(names, index)} ${index + 1} AS`,
    municipality: index % 11 === 10 ? null : at(municipalities, index),
    sector: index % 13 === 12 ? null : at(sectors, index),
    band: index % 10 === 9 ? null : at(employeeBands, index),
    type: at(visitTypes, index % 3 === 0 ? 0 : index),
    themes: [at(themes, index), at(themes, index + 3)],
    flags: index % 4 === 0 ? [at(visitFlags, index / 4)] : [],
    openFollowUps: index % 3,
  }))
  const months = monthsOf(from, to)
  const coverage = (labels: readonly (string | null)[]) =>
    labels.map((label, index) => ({
      label,
      companies: 40 - index * 4,
      visited: Math.max(0, 14 - index * 3),
      neverVisited: 6 + index,
      oldestVisit: index > 4 ? null : addDays('2023-02-14', index * 31),
      gathered: false,
    }))
  const made = {
    format: 'fyr-board-package',
    formatVersion: 1,
    language: 'nb' as Language,
    partnership: {
      name: 'Partnerskapet for næringsutvikling i Østfold',
      country: 'NO',
      orgNo: '974760673',
      contactName: 'Kari Nordmann',
      contactEmail: 'post@partnerskapet.example',
      smallestGroup: 5,
      notVisitedMonths: 24,
      ...parts.partnership,
    },
    body: { name: 'Styret i partnerskapet', kind: 'board', ...parts.body },
    package: {
      title: 'Styrepakke, første halvår 2026',
      version: 3,
      periodFrom: from,
      periodTo: to,
      dataAsOf: '2026-07-01T08:15:00.000Z',
      madeBy: 'Kari Nordmann',
      ...parts.package,
    },
    visits: {
      period: { from, to, counted: 22, total: 24, target: 26, companies: 21 },
      year: { from, to, counted: 22, total: 24, target: 50, companies: 21 },
      byMonth: months.map((month, index) => ({
        month,
        count: at([3, 5, 2, 4, 6, 2], index),
        target: at([4, 5, 4, 4, 5, 4], index),
      })),
      byType: visitTypes.map((code, index) => ({ code, count: at([15, 4, 3, 2, 0], index) })),
      flags: visitFlags.map((code, index) => ({ code, count: at([1, 4, 0, 2, 3, 0, 0, 1, 5, 0, 1], index) })),
      themes: themes.map((code, index) => ({ code, count: at([6, 0, 2, 0, 0, 3], index) })),
      bySector: sectors.map((label, index) => ({ label, count: 7 - index })),
      byMunicipality: [
        ...municipalities.map((label, index) => ({ label, count: 8 - index })),
        { label: null, count: 1 },
      ],
      coverage: {
        bySector: [
          ...coverage(sectors),
          { label: null, companies: 7, visited: 1, neverVisited: 4, oldestVisit: null, gathered: true },
        ],
        byMunicipality: coverage([...municipalities, null]),
        byBand: coverage(employeeBands),
      },
      notVisited: {
        since: '2024-06-30',
        total: 63,
        rows: Array.from({ length: 18 }, (_, index) => ({
          companyName: `${at(names, index + 2)} ${index + 60} AS`,
          municipality: at([...municipalities, null], index),
          sector: at(sectors, index),
          lastVisitedOn: index < 6 ? null : addDays('2021-03-01', index * 40),
        })),
      },
      summaries: rows.slice(0, summaries).map((row, index) => ({
        visitedOn: row.visitedOn,
        companyName: row.companyName,
        municipality: row.municipality,
        type: row.type,
        text: `Bedriften har ${20 + index} ansatte og ser økt etterspørsel. De planlegger å utvide produksjonen i løpet av året og trenger fagarbeidere med sveisesertifikat.\n\nDe er fornøyd med kontakten med kommunen, men ønsker raskere svar i byggesaker. Partnerskapet følger opp sammen med planavdelingen.`,
      })),
      rows,
      confidential: 2,
      ...parts.visits,
    },
    followUps: {
      made: followUps,
      open: 9,
      overdue: 4,
      closed: 5,
      answered: 6,
      medianResponseDays: 12,
      meanResponseDays: 14.5,
      rows: Array.from({ length: followUps }, (_, index) => {
        const [overdue, closed] = [index * 3 < followUps, index * 3 >= followUps * 2]
        return {
          description: `Avklare ${at(['tilknytningsavgift', 'lærlingplass', 'byggesøknad', 'bredbånd i næringsparken'], index)} og melde tilbake til bedriften`,
          theme: at(themes, index),
          companyName: index % 6 === 5 ? null : `${at(names, index)} ${index + 1} AS`,
          visitedOn: addDays(from, (index * 9) % 170),
          ownerName: at(['Kari Nordmann', 'Per Åsen', 'Liv Öberg'], index),
          organisation: index % 2 ? 'Sarpsborg kommune' : null,
          dueOn: addDays(overdue ? '2026-04-01' : '2026-07-10', index % 60),
          status: closed ? at(['closed', 'cannotBeDone'] as const, index) : at(['open', 'answered'] as const, index),
          daysOverdue: overdue ? Math.max(1, 91 - (index % 60)) : 0,
          answeredCompanyOn: closed ? '2026-06-12' : null,
          result: closed ? 'Bedriften fikk kontaktperson i planavdelingen, og saken er løst.' : null,
        }
      }),
      confidential: 1,
      ...parts.followUps,
    },
    changes:
      parts.changes === null
        ? null
        : {
            previousVersion: 2,
            previousDataAsOf: '2026-01-03T09:00:00.000Z',
            newVisits: rows.slice(0, 8).map(({ visitedOn, companyName }) => ({ visitedOn, companyName })),
            newFollowUps: [
              { description: 'Avklare lærlingplass', companyName: 'Nordlys Data 3 AS', dueOn: '2026-08-01' },
            ],
            closedFollowUps: [{ description: 'Skaffe tomt', companyName: null, result: 'Tomt funnet på Borg havn.' }],
            newCompanies: ['Fjordbakeriet 5 AS', 'Häggs Åkeri 7 AS'],
            changedVisits: [
              { visitedOn: '2025-11-20', companyName: 'Ålesund Tre 2 AS', fields: ['themes', 'publishableSummary'] },
            ],
            removedVisits: 1,
            confidential: 1,
            ...parts.changes,
          },
    ...(parts.language ? { language: parts.language } : {}),
  }
  return snapshot.parse(made)
}
