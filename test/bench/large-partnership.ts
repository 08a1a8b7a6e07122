/**
 * `node large-partnership.ts FILE`: adds many partners with commitments and deliveries, and many projects with milestones, to a
 * sample, through the one writer, so that log and search are as in a file that people wrote.
 */

import { transact, type Writer } from '#db/changes.ts'
import { openFile } from '#db/connection.ts'
import { uuidv7 } from '#db/ids.ts'
import { createStore } from '#db/store.ts'
import { addDays } from '#shared/domain/days.ts'
import { blankArea, blankPlan } from '#shared/domain/records/plan.ts'
import { type LargePartnership, largePartnership } from './large-partnership-size.ts'

const device = '0000benc'
/** Records of one transaction. */
const batch = 500

const [path = ''] = process.argv.slice(2)
const file = openFile(path)
try {
  file.db.pragma('synchronous = OFF')
  // After the day that the sample ends on, whatever the machine's clock says.
  const now = '2026-11-22T21:00:00.000Z'
  const store = createStore(file.db, { now: () => now, device, deviceName: 'Bench', counted: file.counted })
  const inBatches = (count: number, each: (write: Writer, at: number) => void) => {
    for (let from = 0; from < count; from += batch) {
      transact(store, { actor: 'Bench', command: 'workspace.openSample' }, (write) => {
        for (let at = from; at < Math.min(count, from + batch); at++) each(write, at)
      })
    }
  }
  const ownerId = String(file.db.prepare('SELECT min(id) FROM persons WHERE deleted_at IS NULL').pluck().get())
  const partnerIds = addPartners(inBatches, largePartnership)
  addProjects(inBatches, largePartnership, partnerIds, ownerId)
  file.db.pragma('synchronous = FULL')
} finally {
  file.close()
}

type InBatches = (count: number, each: (write: Writer, at: number) => void) => void
function idOf(): string {
  return uuidv7(Date.parse('2026-11-22T21:00:00Z'))
}

/** Partners whose commitments lie over ten years, two of three of them in money, each delivered in two parts. */
function addPartners(inBatches: InBatches, size: LargePartnership): string[] {
  const ids = Array.from({ length: size.partners }, idOf)
  inBatches(size.partners, (write, at) =>
    write.insert('partners', {
      id: ids[at] ?? '',
      name: `Storpartner ${at}`,
      shortName: null,
      orgNo: null,
      country: 'NO',
      partnerType: 'company',
      municipalityCode: null,
      joinedOn: '2015-01-01',
      leftOn: null,
      agreementSignedOn: '2015-01-01',
      agreementValidFrom: '2015-01-01',
      agreementValidTo: null,
      status: 'active',
      note: null,
    }),
  )
  inBatches(size.commitments, (write, at) => {
    const id = idOf()
    const year = 2017 + (at % 10)
    const inMoney = at % 3 !== 0
    write.insert('commitments', {
      id,
      partnerId: ids[at % ids.length] ?? '',
      title: `Stort bidrag ${at} til felles satsing`,
      kind: inMoney ? 'money' : 'hours',
      amount: 1_000_000 + at * 37,
      unit: inMoney ? 'NOK' : 'hours',
      periodFrom: `${year}-01-01`,
      periodTo: `${year}-12-31`,
      recurrence: at % 2 === 0 ? 'once' : 'yearly',
      source: 'agreement',
      sourceDecisionId: null,
      stage: 'promised',
      isPublic: at % 10 !== 0,
      withdrawnReason: null,
      note: null,
      projectId: null,
    })
    for (const month of ['03', '09']) {
      const amount = 400_000 + at * 11
      write.insert('deliveries', {
        id: idOf(),
        commitmentId: id,
        deliveredOn: `${year}-${month}-15`,
        amount,
        description: null,
        note: null,
      })
    }
  })
  return ids
}

/** Projects in one plan, each with a lead, two partners, money, a light, and milestones of every state. */
function addProjects(inBatches: InBatches, size: LargePartnership, partnerIds: readonly string[], ownerId: string) {
  const [planId, areaId] = [idOf(), idOf()]
  inBatches(1, (write) => {
    write.insert('plans', {
      id: planId,
      ...blankPlan,
      title: 'Storplan',
      periodFrom: 2017,
      periodTo: 2027,
    })
    write.insert('focusAreas', {
      id: areaId,
      planId,
      number: 1,
      title: 'Stort innsatsområde',
      ...blankArea,
    })
  })
  const perProject = size.milestones / size.projects
  inBatches(size.projects, (write, at) => {
    const projectId = idOf()
    const startYear = 2017 + (at % 10)
    write.insert('projects', {
      id: projectId,
      planId,
      title: `Storprosjekt ${at}`,
      number: null,
      lighthouse: at % 5 === 0,
      focusAreaIds: [areaId],
      crossCutting: false,
      leadId: ownerId,
      startYear,
      startOn: `${startYear}-02-01`,
      endPlannedOn: `${startYear + 2}-06-30`,
      endActualOn: null,
      status: 'running',
      budgetAmount: 100_000_000,
      currency: 'NOK',
      nextDecisionId: null,
      continuesAsId: null,
      description: 'Et stort prosjekt som skal måles.',
      effect: null,
    })
    for (const [place, role] of (['owner', 'partner'] as const).entries()) {
      const partnerId = partnerIds[(at + place) % partnerIds.length] ?? ''
      write.insert('projectPartners', { id: idOf(), projectId, partnerId, role, note: null })
    }
    for (const granted of [true, false]) {
      const source = granted ? 'Fylkeskommunen' : 'Innovasjonsfondet'
      write.insert('financings', {
        id: idOf(),
        projectId,
        source,
        partnerId: null,
        amount: 30_000_000 + at,
        granted,
        note: null,
      })
    }
    write.insert('projectReports', {
      id: idOf(),
      projectId,
      reportedOn: '2026-10-01',
      light: (['green', 'amber', 'red'] as const)[at % 3] ?? 'green',
      comment: 'Venter på avklaring av finansieringen.',
    })
    for (let position = 0; position < perProject; position++) {
      const baselineOn = addDays(`${startYear}-03-01`, position * 45)
      const slip = position % 3 === 0 ? 20 : 0
      const expected = addDays(baselineOn, slip)
      write.insert('milestones', {
        id: idOf(),
        projectId,
        position,
        title: `Stor milepæl ${position} i prosjekt ${at}`,
        ownerId,
        baselineOn,
        baselineSetOn: `${startYear}-02-01`,
        baselineDecisionId: null,
        forecastOn: slip > 0 ? expected : null,
        actualOn: position < perProject / 2 && expected <= '2026-11-22' ? expected : null,
        deviationReason: slip > 0 ? 'Anbudet ble lyst ut på nytt.' : null,
        note: null,
      })
    }
  })
}
