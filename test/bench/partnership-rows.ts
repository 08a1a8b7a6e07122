/** Rows of partners and projects, on what `large-partnership-size.ts` says: registers, the matrix, the timeline, booking a delivery. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import {
  bookDelivery,
  giveAndTake,
  openProject,
  pageOfCommitments,
  pageOfMilestones,
  sumsOfCommitments,
  timeline,
} from './bare-partnership.ts'
import type { Bench } from './bench.ts'
import { besideStatements } from './beside-statements.ts'
import { same } from './checks.ts'
import type { Row } from './harness.ts'
import { largePartnership } from './large-partnership-size.ts'

const [fromYear, toYear] = [2017, 2026]
const count = (list: unknown) => (list as readonly unknown[]).length

export function partnershipRows(bench: Bench): Row[] {
  const {
    call,
    facts: { commitment, project },
  } = bench
  if (commitment === null || project === null) throw new Error('no large partnership')
  return [
    {
      name: 'A page of the commitments',
      ours: () => call('commitments.list', {}),
      beside: besideStatements(bench, 'one statement', null, pageOfCommitments),
      check: (ours, others) =>
        same('commitments', count((ours as OutputOf<'commitments.list'>).rows), others.map(count)),
    },
    {
      name: 'Give and take of ten years',
      ours: () => call('commitments.matrix', { fromYear, toYear }),
      beside: besideStatements(bench, 'two statements', null, (db) => giveAndTake(db, fromYear, toYear)),
      check: (ours, others) => {
        const { partners, cells } = ours as OutputOf<'commitments.matrix'>
        const beside = others as readonly { partners: unknown; cells: unknown }[]
        if (partners.length < largePartnership.partners) throw new Error(`${partners.length} partners`)
        same(
          'partners',
          partners.length,
          beside.map((one) => count(one.partners)),
        )
        same(
          'sums',
          cells.length,
          beside.map((one) => count(one.cells)),
        )
      },
    },
    {
      name: 'A page of the milestones',
      ours: () => call('milestones.list', {}),
      beside: besideStatements(bench, 'one statement', null, pageOfMilestones),
      check: (ours, others) => same('milestones', count((ours as OutputOf<'milestones.list'>).rows), others.map(count)),
    },
    {
      name: 'Timeline of every project',
      ours: () => call('milestones.timeline', {}),
      beside: besideStatements(bench, 'two statements', null, timeline),
      check: (ours, others) => {
        const all = ours as OutputOf<'milestones.timeline'>
        const drawn = (projects: unknown) =>
          (projects as readonly { milestones: readonly unknown[] }[]).reduce(
            (sum, one) => sum + one.milestones.length,
            0,
          )
        if (drawn(all) < largePartnership.milestones) throw new Error(`${drawn(all)} milestones`)
        same('projects', all.length, others.map(count))
        same('milestones', drawn(all), others.map(drawn))
      },
    },
    {
      name: 'Open a project',
      ours: () => call('projects.open', { id: project }),
      beside: besideStatements(bench, 'a statement per table', null, (db) => openProject(db, project)),
      check: (ours, others) => {
        const opened = ours as OutputOf<'projects.open'>
        const beside = others as readonly ReturnType<ReturnType<typeof openProject>>[]
        for (const part of ['partners', 'financing', 'reports', 'milestones'] as const) {
          if (opened[part].length === 0) throw new Error(`no ${part}`)
          same(
            part,
            opened[part].length,
            beside.map((one) => one[part].length),
          )
        }
      },
    },
    {
      name: 'Sums of all commitments',
      ours: () => call('commitments.sums', {}),
      beside: besideStatements(bench, 'one statement', null, sumsOfCommitments),
      check: (ours) => {
        const { count: held } = ours as OutputOf<'commitments.sums'>
        if (held < largePartnership.commitments) throw new Error(`${held} commitments`)
      },
    },
    bookingRow(bench, commitment),
  ]
}

/** Makes the files grow. */
function bookingRow({ call, bare, peer, ...rest }: Bench, commitmentId: string): Row {
  const [deliveredOn, amount] = ['2026-10-01', 12_345]
  const counts = [bare, peer].map((db) =>
    db.prepare('SELECT count(*) FROM deliveries WHERE commitment_id = ? AND deleted_at IS NULL'),
  )
  return {
    name: 'Book a delivery',
    ours: () => call('deliveries.add', { commitmentId, deliveredOn, amount }),
    beside: besideStatements({ call, bare, peer, ...rest }, 'same row, log, hash, FULL', null, (db) =>
      bookDelivery(db, commitmentId, deliveredOn, amount),
    ),
    // One was booked on each side.
    check: async () =>
      same(
        'deliveries',
        (await call('commitments.open', { id: commitmentId })).deliveries.length,
        counts.map((statement) => Number(statement.pluckGet(commitmentId))),
      ),
  }
}
