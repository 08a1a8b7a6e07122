import ostfold from '#assets/samples/ostfold-projects.json' with { type: 'json' }
import robertsfors from '#assets/samples/robertsfors-projects.json' with { type: 'json' }
import { addDays, formatDay } from '#shared/domain/days.ts'
import type { Project, ProjectPartner, ProjectReport } from '#shared/domain/records/project.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import type { SampleName } from '../workspaces.ts'
import type { Foundation } from './foundation.ts'
import type { Desk } from './meetings/desk.ts'
import { plainPdf } from './pdf.ts'
import type { Random } from './random.ts'
import type { Setting } from './setting.ts'

/** Days count from the one that the data ends on; amounts are øre/öre; people are by place in the secretariat, partners by theirs. */
interface MilestoneSource {
  readonly title: string
  readonly owner: number
  readonly baseline: number
  readonly forecasts: readonly { readonly on: number; readonly to: number; readonly reason: string | null }[]
  readonly rebaseline: { readonly on: number; readonly to: number; readonly reason: string } | null
  readonly reached: { readonly on: number; readonly reason: string | null } | null
  readonly evidence: string | null
}
interface ProjectSource {
  readonly number: string | null
  readonly title: string
  readonly lighthouse: boolean
  readonly startYear: number
  readonly areas: readonly number[]
  readonly crossCutting: boolean
  readonly lead: number
  readonly entered: number
  readonly status: string
  readonly statusOn: number | null
  readonly endPlanned: number | null
  readonly endActual: number | null
  readonly budget: number | null
  readonly partners: readonly { readonly partner: number; readonly role: string }[]
  readonly financing: readonly {
    readonly source: string
    readonly partner: number | null
    readonly amount: number
    readonly granted: boolean
  }[]
  readonly reports: readonly { readonly on: number; readonly light: string; readonly comment: string | null }[]
  readonly continuesAs: string | null
  /** Title of the commitment that is given to it. */
  readonly commitment: string | null
  readonly description: string | null
  readonly effect: string | null
  readonly milestones: readonly MilestoneSource[]
}
interface PlanSource {
  readonly plan: {
    readonly title: string
    readonly versionLabel: string | null
    readonly areaLabel: string | null
    readonly areas: readonly string[]
  }
  readonly currency: string
  readonly evidenceLines: readonly string[]
  readonly projects: readonly ProjectSource[]
}

export const projectSources: Readonly<Record<SampleName, PlanSource>> = { ostfold, robertsfors }

/** A plan with its focus areas and the projects that serve it, as they went: every step is an operation that somebody did on its day. */
export function projects(setting: Setting, people: Foundation, texts: PlanSource, random: Random): void {
  const { from, today } = setting
  const currency = texts.currency as NonNullable<Project['currency']>
  const language = setting.source.partnership.language as Language
  const dayOf = (offset: number) => addDays(today, offset)
  const planned = addDays(from, 7)
  // What happened before the file began is written down in its first days, in the same order.
  const act = (offset: number, minute: number, work: (desk: Desk) => void) => {
    const day = dayOf(offset)
    setting.act(day < planned ? planned : day, `18:${String(minute).padStart(2, '0')}`, work, random)
  }
  const ours = (index: number) => people.ours[index] ?? people.ours[0] ?? ''
  const areaIds: Id[] = []
  const ids = new Map<ProjectSource, Id>()
  setting.act(
    planned,
    '17:00',
    (desk) => {
      const { areas, ...plan } = texts.plan
      const { id: planId } = desk.call('plans.add', plan)
      for (const title of areas) areaIds.push(desk.call('focusAreas.add', { planId, title }).id)
    },
    random,
  )

  for (const one of texts.projects) {
    const own = () => ids.get(one) ?? ''
    act(one.entered, 0, (desk) => {
      const made = desk.call('projects.add', {
        title: one.title,
        number: one.number,
        lighthouse: one.lighthouse,
        // A sample that ends in the past still begins its projects by then.
        startYear: Math.min(one.startYear, Number(dayOf(one.entered).slice(0, 4))),
        focusAreaIds: one.areas.map((index) => areaIds[index] ?? ''),
        crossCutting: one.crossCutting,
        leadId: ours(one.lead),
        status: 'running',
        endPlannedOn: one.endPlanned === null ? null : dayOf(one.endPlanned),
        budgetAmount: one.budget,
        currency,
        description: one.description,
        effect: one.effect,
      })
      ids.set(one, made.id)
      for (const { partner, role } of one.partners) {
        const partnerId = people.partnerIds[partner] ?? ''
        desk.call('projectPartners.add', { projectId: made.id, partnerId, role: role as ProjectPartner['role'] })
      }
      for (const { source, partner, amount, granted } of one.financing) {
        const partnerId = partner === null ? null : (people.partnerIds[partner] ?? null)
        desk.call('financings.add', { projectId: made.id, source, partnerId, amount, granted })
      }
    })
    for (const { on, light, comment } of one.reports) {
      act(on, 30, (desk) => {
        const reportedOn = dayOf(on)
        desk.call('projects.report', { projectId: own(), reportedOn, light: light as ProjectReport['light'], comment })
      })
    }
    for (const [place, milestone] of one.milestones.entries()) {
      follow(milestone, { act, dayOf, own, ours, place, language, project: one, lines: texts.evidenceLines })
    }
    if (one.statusOn !== null) {
      act(one.statusOn, 40, (desk) => {
        const next = texts.projects.find(({ number }) => number !== null && number === one.continuesAs)
        desk.call('projects.revise', {
          id: own(),
          changes: {
            status: one.status as Project['status'],
            endActualOn: one.endActual === null ? null : dayOf(one.endActual),
            continuesAsId: (next && ids.get(next)) ?? null,
          },
        })
      })
    }
  }
  act(-1, 50, (desk) => tieTogether(desk, texts, ids, today))
}

interface Way {
  readonly act: (offset: number, minute: number, work: (desk: Desk) => void) => void
  readonly dayOf: (offset: number) => Day
  readonly own: () => Id
  readonly ours: (index: number) => Id
  readonly place: number
  readonly language: Language
  readonly project: ProjectSource
  readonly lines: readonly string[]
}

/** A milestone from its first baseline to its evidence. */
function follow(one: MilestoneSource, { act, dayOf, own, ours, place, language, project, lines }: Way): void {
  let id: Id = ''
  act(project.entered, 1 + place, (desk) => {
    id = desk.call('milestones.add', {
      projectId: own(),
      title: one.title,
      ownerId: ours(one.owner),
      baselineOn: dayOf(one.baseline),
      baselineSetOn: dayOf(project.entered),
    }).id
  })
  for (const { on, to, reason } of one.forecasts) {
    act(on, 10, (desk) => desk.call('milestones.forecast', { id, forecastOn: dayOf(to), reason }))
  }
  const { rebaseline, reached, evidence } = one
  if (rebaseline) {
    const { on, to, reason } = rebaseline
    act(on, 15, (desk) => desk.call('milestones.rebaseline', { id, baselineOn: dayOf(to), setOn: dayOf(on), reason }))
  }
  if (!reached) return
  act(reached.on, 20, (desk) => {
    const actualOn = dayOf(reached.on)
    desk.call('milestones.reach', { id, actualOn, reason: reached.reason })
    if (evidence === null) return
    const values: Record<string, string> = {
      title: evidence,
      project: project.title,
      day: formatDay(actualOn, language),
    }
    const text = lines.map((line) => line.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''))
    desk.call('attachments.add', {
      milestoneId: id,
      kind: 'file',
      fileName: `${evidence}.pdf`,
      mime: 'application/pdf',
      altText: null,
      documentKind: 'report',
      base64: Buffer.from(plainPdf(text)).toString('base64'),
    })
  })
}

/** What is given to a project, and the item of a coming meeting where one is next decided upon. */
function tieTogether(desk: Desk, texts: PlanSource, ids: ReadonlyMap<ProjectSource, Id>, today: Day): void {
  const { db } = desk.store
  for (const [project, projectId] of ids) {
    const id = db
      .prepare('SELECT id FROM commitments WHERE title = ? AND deleted_at IS NULL')
      .pluck()
      .get(project.commitment) as Id | undefined
    if (id !== undefined) desk.call('commitments.revise', { id, changes: { projectId } })
  }
  const item = db
    .prepare(
      `SELECT i.id FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id
       WHERE m.starts_on > ? AND i.type = 'decision' AND i.confidential = 0 AND i.deleted_at IS NULL AND m.deleted_at IS NULL
       ORDER BY m.starts_on, i.position LIMIT 1`,
    )
    .pluck()
    .get(today) as Id | undefined
  const red = texts.projects.find(({ reports, statusOn }) => reports.at(-1)?.light === 'red' && statusOn === null)
  const id = red && ids.get(red)
  if (item !== undefined && id !== undefined) desk.call('projects.revise', { id, changes: { nextDecisionId: item } })
}
