import type { Snapshot, SnapshotFollowUp } from '#shared/documents/snapshot.ts'
import { bandOf } from '#shared/domain/company-rules.ts'
import { addMonths, endOfYear, startOfYear } from '#shared/domain/days.ts'
import { daysOverdue, isOverdue } from '#shared/domain/follow-up-rules.ts'
import { currentMunicipalityCode, municipalityName } from '#shared/domain/municipalities.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { PackageLayout } from '#shared/domain/records/package-template.ts'
import { themes, visitFlags, visitTypes } from '#shared/domain/records/visit.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { documents as en } from '#shared/i18n/en/documents.ts'
import { documents as nb } from '#shared/i18n/nb/documents.ts'
import { documents as sv } from '#shared/i18n/sv/documents.ts'
import { annualPart } from './annual-snapshot.ts'
import { commitmentPart } from './commitment-snapshot.ts'
import { type MaskNames, maskNames } from './mask-names.ts'
import { meetingPart, previewMeeting } from './meeting-snapshot.ts'
import { changesSince } from './package-changes.ts'
import { lookOf } from './package-layout.ts'
import { agreementPart, projectPart } from './project-snapshot.ts'
import {
  companiesForCoverage,
  followUpsEndedIn,
  namedContacts,
  newestDataStamp,
  type PackageCompany,
  type PackageFollowUp,
  type PackageVisit,
  soleTraderNames,
  unfinishedFollowUps,
  visitsOfPeriod,
} from './repositories/packages.ts'
import { statisticsOf, targetOf, type VisitStatistics } from './repositories/visit-statistics.ts'
import {
  bandPlace,
  compare,
  coverageRows,
  gatherSmall,
  groups,
  inListOrder,
  sum,
  type Tallies,
} from './snapshot-groups.ts'
import { instantOf } from './stamp.ts'
import { read, readAll, type Store } from './store.ts'
import { strategyPart } from './strategy-snapshot.ts'

interface PackageChoice {
  readonly bodyId: Id
  readonly meetingId: Id | null
  readonly withConfidential: boolean
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly language: Language
  readonly title: string
  readonly madeBy: string
  readonly version: number
  readonly layout: PackageLayout
  /** The body's package before this one. */
  readonly previous: BoardPackage | undefined
}

/** Most companies that "not visited since" names. */
const mostNotVisited = 50
const words = { nb, sv, en }

/** The documents' own words, without the machinery of plurals: loading that costs more than the few words are worth. */
export function documentWords(language: Language): typeof nb {
  return words[language] as typeof nb
}

/**
 * Everything that a board package of this choice prints, as the data is now. Confidential visits are only counted; sole
 * traders and contact persons are not named. The same data gives an equal snapshot, but for version, maker and changes.
 *
 * @param today the day in the partnership's time zone: overdue is counted from it, and a period is told up to it.
 * @throws ProblemError `notFound` where the body is gone.
 */
export function assembleSnapshot(store: Store, choice: PackageChoice, today: Day): Snapshot {
  const [partnership] = readAll(store, 'partnership', 'id')
  if (!partnership) throw new Error('a file without a partnership')
  const body = read(store, 'bodies', choice.bodyId)
  const { periodFrom: from, periodTo: to, language } = choice
  const upTo = to < today ? to : today
  const names = nameTables(store, language)
  const mask = masking(store, language)
  const visits = visitsOfPeriod(store, from, to).filter(({ draft }) => !draft)
  const shown = visits.filter(({ confidentiality }) => confidentiality !== 'confidential')
  const companies = companiesForCoverage(store, from, to)
  const period = statisticsOf(store, from, to, today)
  const yearFrom = startOfYear(upTo)
  const year = { ...statisticsOf(store, yearFrom, upTo, today), target: targetOf(store, yearFrom, endOfYear(upTo)) }
  const gathered = documentWords(language).smallGroups.replace('{{smallest}}', String(partnership.smallestGroup))
  const labelled = (
    tallies: Tallies,
    keyOf: (company: PackageCompany) => string | null,
    label: (key: string) => string | null,
  ) => gatherSmall(tallies, groups(companies, keyOf), label, partnership.smallestGroup, gathered)
  const coverage = (keyOf: (company: PackageCompany) => string | null, label: (key: string) => string | null) =>
    coverageRows(companies, keyOf, label, partnership.smallestGroup)

  return {
    format: 'fyr-board-package',
    formatVersion: 1,
    language,
    partnership: {
      name: partnership.name,
      country: partnership.country,
      orgNo: partnership.orgNo,
      contactName: partnership.contactName,
      contactEmail: partnership.contactEmail,
      smallestGroup: partnership.smallestGroup,
      notVisitedMonths: partnership.notVisitedMonths,
    },
    body: { name: body.name, kind: body.kind },
    layout: choice.layout,
    look: lookOf(store, partnership),
    package: {
      title: choice.title,
      version: choice.version,
      periodFrom: from,
      periodTo: to,
      dataAsOf: instantOf(newestDataStamp(store)),
      madeBy: choice.madeBy,
    },
    visits: {
      period: figuresOf(period),
      year: figuresOf(year),
      byMonth: period.byMonth,
      byType: inListOrder(visitTypes, period.byType),
      flags: inListOrder(visitFlags, period.byFlag),
      themes: inListOrder(themes, period.byTheme),
      bySector: labelled(period.bySector, ({ sectorId }) => sectorId, names.sector),
      byMunicipality: labelled(period.byMunicipality, names.municipalityKey, names.municipality),
      coverage: {
        bySector: coverage(({ sectorId }) => sectorId, names.sector),
        byMunicipality: coverage(names.municipalityKey, names.municipality),
        byBand: coverage(bandKey, (key) => key).sort((a, b) => bandPlace(a) - bandPlace(b)),
      },
      notVisited: notVisited(companies, addMonths(upTo, -partnership.notVisitedMonths), names),
      summaries: shown.flatMap((visit) =>
        visit.publishableSummary === null
          ? []
          : [
              {
                visitedOn: visit.visitedOn,
                companyName: publicName(visit),
                municipality: names.municipality(visit.municipalityCode),
                type: visit.type,
                text: mask(visit.publishableSummary, visit.companyId).text,
              },
            ],
      ),
      rows: shown.map((visit) => ({
        visitedOn: visit.visitedOn,
        companyName: publicName(visit),
        municipality: names.municipality(visit.municipalityCode),
        sector: names.sector(visit.sectorId),
        band: bandKey(visit),
        type: visit.type,
        themes: visit.themes,
        flags: visit.flags,
        openFollowUps: visit.openFollowUps,
      })),
      confidential: visits.length - shown.length,
    },
    followUps: followUpPart(store, from, to, today, mask, period.followUps),
    ...meetingPart(store, choice, today),
    commitments: commitmentPart(store, choice, today),
    projects: projectPart(store, choice, mask, today),
    strategy: strategyPart(store, { withConfidential: choice.withConfidential, mask, today }),
    agreements: agreementPart(store, today),
    annual: choice.layout.variant === 'annualReport' ? annualPart(store, choice, mask, today) : null,
    changes: choice.previous ? changesSince(store, choice.previous, { from, to }, mask, choice, today) : null,
  }
}

/** What a package of this choice would hold and what is missing in it, before it is made. */
export function previewPackage(
  store: Store,
  choice: Omit<PackageChoice, 'title' | 'madeBy' | 'version' | 'previous' | 'layout'>,
  today: Day,
) {
  const all = visitsOfPeriod(store, choice.periodFrom, choice.periodTo)
  const visits = all.filter(({ draft }) => !draft)
  const shown = visits.filter(({ confidentiality }) => confidentiality !== 'confidential')
  const unfinished = unfinishedFollowUps(store, choice.periodTo)
  const printed = [...unfinished, ...followUpsEndedIn(store, choice.periodFrom, choice.periodTo)].filter(isPrinted)
  const mask = masking(store, choice.language)
  const found = (text: string | null, companyId: string) => (text === null ? 0 : mask(text, companyId).found)
  return {
    visits: visits.length,
    withoutSummary: shown
      .filter(({ publishableSummary }) => publishableSummary === null)
      .map(({ id, companyName, visitedOn }) => ({ id, companyName, visitedOn })),
    drafts: all.length - visits.length,
    confidential: visits.length - shown.length,
    ...previewMeeting(store, choice, today),
    overdueFollowUps: unfinished.filter((followUp) => isOverdue(followUp, today)).length,
    maskedNames:
      sum(shown.map((visit) => found(visit.publishableSummary, visit.companyId))) +
      sum(printed.map((row) => found(row.description, row.companyId) + found(row.result, row.companyId))),
  }
}

/** Hides the names of contact persons and sole traders in texts of people, in the language of a document. */
export function masking(store: Store, language: Language): MaskNames {
  return maskNames(namedContacts(store), soleTraderNames(store), language)
}

function publicName({ soleTrader, companyName }: Pick<PackageVisit, 'soleTrader' | 'companyName'>): string | null {
  return soleTrader ? null : companyName
}
function isPrinted({ confidentiality }: PackageFollowUp): boolean {
  return confidentiality !== 'confidential'
}
function bandKey({ employees, employeesBand }: Pick<PackageCompany, 'employees' | 'employeesBand'>) {
  return employeesBand ?? (employees === null ? null : bandOf(employees))
}
/** Sectors and municipalities by their names in the document's language. */
function nameTables(store: Store, language: Language) {
  const field = { nb: 'nameNb', sv: 'nameSv', en: 'nameEn' } as const
  const sectors = new Map(
    readAll(store, 'sectors', 'position, id').map((sector) => [sector.id, sector[field[language]]]),
  )
  const current = (code: string) => currentMunicipalityCode(code, store.country)
  return {
    sector: (id: string | null) => (id === null ? null : (sectors.get(id) ?? null)),
    municipality: (code: string | null) => (code === null ? null : municipalityName(current(code), store.country)),
    municipalityKey: ({ municipalityCode }: Pick<PackageCompany, 'municipalityCode'>) =>
      municipalityCode === null ? null : current(municipalityCode),
  }
}

function figuresOf({ from, to, counted, total, target, companies }: VisitStatistics) {
  return { from, to, counted, total, target, companies }
}

function notVisited(companies: readonly PackageCompany[], since: Day, names: ReturnType<typeof nameTables>) {
  const due = companies
    .filter(({ lastVisitedOn }) => lastVisitedOn === null || lastVisitedOn < since)
    .sort((a, b) => compare(a.lastVisitedOn ?? '', b.lastVisitedOn ?? ''))
  return {
    since,
    total: due.length,
    rows: due
      .filter(({ soleTrader, lastIsConfidential }) => !soleTrader && !lastIsConfidential)
      .slice(0, mostNotVisited)
      .map((company) => ({
        companyName: company.name,
        municipality: names.municipality(company.municipalityCode),
        sector: names.sector(company.sectorId),
        lastVisitedOn: company.lastVisitedOn,
      })),
  }
}

function followUpPart(
  store: Store,
  from: Day,
  to: Day,
  today: Day,
  mask: MaskNames,
  figures: VisitStatistics['followUps'],
): Snapshot['followUps'] {
  const unfinished = unfinishedFollowUps(store, to)
  const ended = followUpsEndedIn(store, from, to)
  // By due day, so the one most days overdue comes first; those not overdue follow in the same order.
  const rows = [...unfinished, ...ended].filter(isPrinted).map(
    (row): SnapshotFollowUp => ({
      description: mask(row.description, row.companyId).text,
      theme: row.theme,
      companyName: publicName(row),
      visitedOn: row.visitedOn,
      ownerName: row.ownerName,
      organisation: row.organisation,
      dueOn: row.dueOn,
      status: row.status,
      daysOverdue: daysOverdue(row, today),
      answeredCompanyOn: row.answeredCompanyOn,
      result: row.result === null ? null : mask(row.result, row.companyId).text,
    }),
  )
  return { ...figures, rows, confidential: unfinished.filter((row) => !isPrinted(row)).length }
}
