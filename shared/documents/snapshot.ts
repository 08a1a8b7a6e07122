/**
 * Everything a board package prints, as plain data: made once from the database, kept under its hash, and turned into
 * bytes by `board-package-docx.ts` and `board-package-xlsx.ts`, which see nothing else. Names of sectors, municipalities and
 * companies are already in the language of the document; closed lists stay codes and are translated when printed.
 * Confidential visits are counted and never named; sole traders and contact persons are never named
 * (board-package.md, section 12).
 */
import { z } from 'zod'
import { bodyKinds } from '../domain/records/body.ts'
import { commitmentUnits } from '../domain/records/commitment.ts'
import { employeeBands } from '../domain/records/company.ts'
import { followUpStatuses } from '../domain/records/follow-up.ts'
import { goalStatuses } from '../domain/records/goal.ts'
import { attendanceRoles, attendanceStatuses } from '../domain/records/meeting.ts'
import { packageTemplateFields } from '../domain/records/package-template.ts'
import { documentFonts, partnershipFields } from '../domain/records/partnership.ts'
import { currencies, lights, milestoneStates, projectRoles, projectStatuses } from '../domain/records/project.ts'
import { themes, visitFlags, visitTypes } from '../domain/records/visit.ts'
import { country, day, instant, language } from '../domain/values.ts'
import { annualPart } from './annual-snapshot.ts'
import { meetingPaper, paperFollowUp } from './meeting-paper.ts'
import { paperCommitment, paperTotal } from './partner-paper.ts'
import { changesOfSection } from './section-changes.ts'
import { snapshotStrategy } from './strategy-snapshot.ts'

/** A group's number under a name ready to print; a null label is "not stated". */
const labelled = z.object({ label: z.string().nullable(), count: z.int() })
const coverage = z.object({
  label: z.string().nullable(),
  companies: z.int(),
  visited: z.int(),
  neverVisited: z.int(),
  /** The oldest latest-visit among the group's visited companies. */
  oldestVisit: day.nullable(),
  /** True for the row that gathers groups smaller than the partnership's smallest group. */
  gathered: z.boolean(),
})
/** Numbers of a period or of its year to date. */
const figures = z.object({
  from: day,
  to: day,
  counted: z.int(),
  total: z.int(),
  target: z.int(),
  companies: z.int(),
})
const followUp = z.object({
  description: z.string(),
  theme: z.enum(themes),
  /** Company of the visit; null for a sole trader. */
  companyName: z.string().nullable(),
  visitedOn: day,
  ownerName: z.string(),
  organisation: z.string().nullable(),
  dueOn: day,
  status: z.enum(followUpStatuses),
  /** 0 where not overdue on the day of the data. */
  daysOverdue: z.int(),
  answeredCompanyOn: day.nullable(),
  result: z.string().nullable(),
})

/** A project as section 11 prints it. Money in øre/öre. */
const snapshotProject = z.object({
  title: z.string(),
  number: z.string().nullable(),
  lighthouse: z.boolean(),
  focusAreas: z.array(z.string()),
  crossCutting: z.boolean(),
  lead: z.string().nullable(),
  owners: z.array(z.string()),
  startYear: z.int(),
  startOn: day.nullable(),
  endPlannedOn: day.nullable(),
  endActualOn: day.nullable(),
  status: z.enum(projectStatuses),
  light: z.enum(lights).nullable(),
  lightComment: z.string().nullable(),
  lightOn: day.nullable(),
  /** Red or amber with a comment no newer than the last package's data: it tells the board nothing new (records.md 3.18). */
  lightIsStale: z.boolean(),
  budget: z.int().nullable(),
  currency: z.enum(currencies).nullable(),
  granted: z.int(),
  appliedFor: z.int(),
  partners: z.array(
    z.object({
      name: z.string(),
      roles: z.array(z.enum(projectRoles)),
      /** What it has promised to this project, as far as it may be named. */
      contributions: z.array(
        z.object({
          title: z.string(),
          unit: z.enum(commitmentUnits).nullable(),
          pledged: z.int().nullable(),
          delivered: z.int(),
        }),
      ),
    }),
  ),
  nextDecision: z
    .object({ title: z.string(), numberText: z.string().nullable(), bodyName: z.string(), meetingOn: day.nullable() })
    .nullable(),
  continuesAs: z.string().nullable(),
  continues: z.array(z.string()),
  description: z.string().nullable(),
  effect: z.string().nullable(),
  milestones: z.array(
    z.object({
      title: z.string(),
      owner: z.string(),
      baselineOn: day,
      baselineSetOn: day,
      /** How often the baseline was replaced. */
      rebaselined: z.int(),
      forecastOn: day.nullable(),
      actualOn: day.nullable(),
      state: z.enum(milestoneStates),
      slipDays: z.int().nullable(),
      daysOverdue: z.int(),
      reason: z.string().nullable(),
      evidence: z.array(z.string()),
    }),
  ),
})

export const snapshot = z.object({
  format: z.literal('fyr-board-package'),
  formatVersion: z.literal(1),
  language,
  partnership: z.object({
    name: z.string(),
    country,
    orgNo: z.string().nullable(),
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
    smallestGroup: z.int(),
    notVisitedMonths: z.int(),
  }),
  body: z.object({ name: z.string(), kind: z.enum(bodyKinds) }),
  package: z.object({
    title: z.string(),
    version: z.int(),
    periodFrom: day,
    periodTo: day,
    /** Instant of the newest change in the data. */
    dataAsOf: instant,
    madeBy: z.string(),
  }),
  /** Sections and sheets in order, and what stands before each; null in older packages, which follow the usual layout of papers. */
  layout: z
    .object({
      variant: packageTemplateFields.variant,
      sections: packageTemplateFields.sections,
      sheets: packageTemplateFields.sheets,
      attachments: packageTemplateFields.attachments,
    })
    .nullable()
    .default(null),
  /** How the partnership's documents look; null in older packages, which look as Fyr's do. The logo's bytes come beside the snapshot. */
  look: z
    .object({
      accentColour: partnershipFields.accentColour,
      font: z.enum(documentFonts),
      logo: z.object({ sha256: z.string(), mime: z.string(), altText: z.string().nullable() }).nullable(),
    })
    .nullable()
    .default(null),
  visits: z.object({
    period: figures,
    year: figures,
    byMonth: z.array(z.object({ month: z.string(), count: z.int(), target: z.int() })),
    byType: z.array(z.object({ code: z.enum(visitTypes), count: z.int() })),
    flags: z.array(z.object({ code: z.enum(visitFlags), count: z.int() })),
    themes: z.array(z.object({ code: z.enum(themes), count: z.int() })),
    bySector: z.array(labelled),
    byMunicipality: z.array(labelled),
    coverage: z.object({ bySector: z.array(coverage), byMunicipality: z.array(coverage), byBand: z.array(coverage) }),
    /** Active companies without a visit for `notVisitedMonths`; the longest ago first, never visited first of all. */
    notVisited: z.object({
      since: day,
      total: z.int(),
      /** At most 50 are named. */
      rows: z.array(
        z.object({
          companyName: z.string(),
          municipality: z.string().nullable(),
          sector: z.string().nullable(),
          lastVisitedOn: day.nullable(),
        }),
      ),
    }),
    /** Open and internal visits that have a publishable summary, newest first. */
    summaries: z.array(
      z.object({
        visitedOn: day,
        companyName: z.string().nullable(),
        municipality: z.string().nullable(),
        type: z.enum(visitTypes),
        text: z.string(),
      }),
    ),
    /** One row per visit of the period that is not confidential, for the workbook. */
    rows: z.array(
      z.object({
        visitedOn: day,
        /** Null for a sole trader. */
        companyName: z.string().nullable(),
        municipality: z.string().nullable(),
        sector: z.string().nullable(),
        band: z.enum(employeeBands).nullable(),
        type: z.enum(visitTypes),
        themes: z.array(z.enum(themes)),
        flags: z.array(z.enum(visitFlags)),
        openFollowUps: z.int(),
      }),
    ),
    /** Confidential visits of the period: counted above, named nowhere. */
    confidential: z.int(),
  }),
  followUps: z.object({
    made: z.int(),
    open: z.int(),
    overdue: z.int(),
    closed: z.int(),
    answered: z.int(),
    medianResponseDays: z.number().nullable(),
    meanResponseDays: z.number().nullable(),
    /** Overdue first (most days first), then open by due day, then those closed in the period. From confidential visits: none. */
    rows: z.array(followUp),
    /** Open follow-ups of confidential visits: counted above, printed nowhere. */
    confidential: z.int(),
  }),
  /** The meeting that the package is for: notice, agenda, case papers (board-package.md, sections 3, 4, 7, 8). Older packages have none. */
  meeting: meetingPaper.nullable().default(null),
  /** The minutes of the body's meeting before (section 5); a draft is marked as one. */
  previousMinutes: meetingPaper.nullable().default(null),
  /** Decisions and actions of the body: overdue first, then open, then done in the period (section 6). */
  decisions: z
    .object({
      open: z.int(),
      overdue: z.int(),
      done: z.int(),
      /** Of confidential items: counted above, printed nowhere unless the package is made with them. */
      confidential: z.int(),
      rows: z.array(paperFollowUp),
    })
    .nullable()
    .default(null),
  /** Attendance of the body's meetings held in the period, for the workbook. */
  attendance: z
    .array(
      z.object({
        meetingOn: day,
        meetingNumber: z.string().nullable(),
        name: z.string(),
        role: z.enum(attendanceRoles),
        status: z.enum(attendanceStatuses).nullable(),
        replaces: z.string().nullable(),
        votes: z.boolean(),
      }),
    )
    .default([]),
  /** What partners promised and gave (section 9): every commitment whose period touches the package's, overdue first. Null in older packages. */
  commitments: z
    .object({
      rows: z.array(paperCommitment),
      /** Of the whole partnership, per year of the period and unit. */
      totals: z.array(paperTotal),
      /** Per partner, for the period's years. */
      byPartner: z.array(
        z.object({ partner: z.string(), totals: z.array(paperTotal), open: z.int(), overdue: z.int() }),
      ),
      /** Not to be named in open papers: all counted here and in the sums, left out of the rows unless the package holds confidential items. */
      notPublic: z.int(),
    })
    .nullable()
    .default(null),
  /**
   * Lighthouse projects first, then by plan number and title (section 11): those that run or are to run in the period and those ended
   * within it. Null in older packages.
   */
  projects: z
    .object({
      /** What the plan calls its focus areas; null = the usual word. */
      areaLabel: z.string().nullable(),
      rows: z.array(snapshotProject),
    })
    .nullable()
    .default(null),
  /** The plans in force with their goals, indicators and activities (section 10). Null in older packages. */
  strategy: snapshotStrategy.nullable().default(null),
  /**
   * Agreements of the partnership's partners that have run out or do so within 90 days of the day of the data, the earliest first
   * (section 13). Null in older packages.
   */
  agreements: z
    .array(
      z.object({
        partner: z.string(),
        validTo: day,
        /** Negative where it has run out. */
        endsInDays: z.int(),
      }),
    )
    .nullable()
    .default(null),
  /** What an annual report tells of its year; null in every other variant and in older packages. */
  annual: annualPart.nullable().default(null),
  /** Coming meetings with the deadline for papers (section 14). */
  nextMeetings: z
    .array(z.object({ startsOn: day, startsAt: z.string(), place: z.string().nullable(), papersDueOn: day.nullable() }))
    .default([]),
  /** Since the body's last package; null in its first. */
  changes: z
    .object({
      previousVersion: z.int(),
      previousDataAsOf: instant,
      newVisits: z.array(z.object({ visitedOn: day, companyName: z.string().nullable() })),
      newFollowUps: z.array(z.object({ description: z.string(), companyName: z.string().nullable(), dueOn: day })),
      closedFollowUps: z.array(
        z.object({ description: z.string(), companyName: z.string().nullable(), result: z.string().nullable() }),
      ),
      newCompanies: z.array(z.string()),
      /** Decisions taken and carried out, actions made and done, since. Absent in older packages. */
      newDecisions: z
        .array(z.object({ numberText: z.string().nullable(), title: z.string(), text: z.string() }))
        .default([]),
      doneDecisions: z
        .array(z.object({ numberText: z.string().nullable(), title: z.string(), result: z.string().nullable() }))
        .default([]),
      /** Goals whose status, as it was set by hand, is another one. Absent in older packages. */
      goalStatuses: z
        .array(
          z.object({
            code: z.string(),
            title: z.string(),
            from: z.enum(goalStatuses).nullable(),
            to: z.enum(goalStatuses).nullable(),
          }),
        )
        .default([]),
      newActions: z.array(z.object({ title: z.string(), responsible: z.string(), dueOn: day })).default([]),
      doneActions: z.array(z.object({ title: z.string(), result: z.string().nullable() })).default([]),
      /** Visits of the last package whose printed content was changed since, and the fields (names of visit fields). */
      changedVisits: z.array(
        z.object({ visitedOn: day, companyName: z.string().nullable(), fields: z.array(z.string()) }),
      ),
      /** Printed last time, gone now. */
      removedVisits: z.int(),
      confidential: z.int(),
      /** Of the other sections, each that the package prints: what changed in it. Absent in older packages. */
      sections: z.array(changesOfSection).default([]),
    })
    .nullable(),
})
export type Snapshot = z.infer<typeof snapshot>
export type SnapshotProject = z.infer<typeof snapshotProject>
export type SnapshotFollowUp = z.infer<typeof followUp>
export type SnapshotCoverage = z.infer<typeof coverage>
