/** Partners and commitments as sheets: each unit has columns of its own, so that nothing adds kroner to hours. */
import { commitmentKinds, commitmentStatuses } from '#shared/domain/records/commitment.ts'
import { partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { codes, names, ticked, words, years } from './filters.ts'
import {
  amounts,
  byCode,
  byName,
  byYear,
  day,
  name,
  number,
  type RegisterRows,
  type RegisterSheet,
  text,
} from './register.ts'

type Partner = RegisterRows['partners']
type Commitment = RegisterRows['commitments']

type Figure = 'pledged' | 'delivered' | 'remaining' | 'over'
/** What was delivered beyond the promise is rare: where there is none the column is left out. */
const shown = (figure: Figure, value: number | null) => (figure === 'over' && value === 0 ? null : value)

const tallied = (figure: Figure) => (row: Partner) =>
  (row.tally?.sums ?? []).map((sum) => ({ unit: sum.unit, value: shown(figure, sum[figure]) }))

const typeCell = text<Partner>('type', 22, (row, w) => w.code('partnerType', row.partnerType))
const statusCell = text<Partner>('status', 14, (row, w) => w.code('partnerStatus', row.status))

export const partnersSheet: RegisterSheet<Partner> = {
  columns: {
    name: [name('partner', (row) => row.name), typeCell, statusCell],
    agreement: [
      day('agreementSigned', (row) => row.agreementSignedOn),
      day('agreementFrom', (row) => row.agreementValidFrom),
      day('agreementTo', (row) => row.agreementValidTo),
    ],
    open: [
      number('openCommitments', (row) => row.tally?.open ?? 0, true),
      number('overdueCommitments', (row) => row.tally?.overdue ?? 0, true),
      ...amounts('pledged', tallied('pledged')),
      ...amounts('delivered', tallied('delivered')),
      ...amounts('remaining', tallied('remaining')),
      ...amounts('over', tallied('over')),
    ],
  },
  groups: {
    type: byCode('type', 'partnerType', partnerTypes, (row) => row.partnerType),
    status: byCode('status', 'partnerStatus', partnerStatuses, (row) => row.status),
  },
  filters: { text: words, status: codes('partnerStatus', 'status') },
  sorts: { name: 'partner', type: 'type', agreement: 'agreementTo', open: 'openCommitments' },
}

/** What is promised counts; proposed and withdrawn amounts stand in a column of their own. */
const counted = (figure: Figure) => (row: Commitment) =>
  row.unit === null || row.pledged === null || row.stage !== 'promised'
    ? []
    : [{ unit: row.unit, value: shown(figure, row[figure]) }]

export const commitmentsSheet: RegisterSheet<Commitment> = {
  columns: {
    title: [
      name('commitment', (row) => row.title),
      text('kind', 18, (row, w) => w.code('commitmentKind', row.kind)),
      text('project', 28, (row) => row.projectTitle),
      text('goals', 18, (row) => row.goalCodes.join('; ') || null),
    ],
    partner: [text('partner', 28, (row) => row.partnerName)],
    amount: [
      ...amounts('pledged', counted('pledged')),
      ...amounts('delivered', counted('delivered')),
      ...amounts('remaining', counted('remaining')),
      ...amounts('over', counted('over')),
      ...amounts('notPromised', (row: Commitment) =>
        row.unit === null || row.stage === 'promised' ? [] : [{ unit: row.unit, value: row.pledged }],
      ),
    ],
    status: [
      text('status', 18, (row, w) => w.code('commitmentStatus', row.status)),
      number('daysOverdue', (row) => row.daysOverdue),
      text('isPublic', 12, (row, w) => w.yesNo(row.isPublic)),
    ],
    period: [
      day('periodFrom', (row) => row.periodFrom),
      day('periodTo', (row) => row.periodTo),
      text('recurrence', 14, (row, w) => w.code('recurrence', row.recurrence)),
    ],
  },
  groups: {
    partner: byName('partner', (row) => row.partnerName),
    kind: byCode('kind', 'commitmentKind', commitmentKinds, (row) => row.kind),
    status: byCode('status', 'commitmentStatus', commitmentStatuses, (row) => row.status),
    year: byYear('year', (row) => row.periodTo),
  },
  filters: {
    text: words,
    partnerId: names('partners', 'partner'),
    kinds: codes('commitmentKind', 'kind'),
    statuses: codes('commitmentStatus', 'status'),
    year: years,
    overdueOnly: ticked('overdueOnly'),
  },
  sorts: { periodTo: 'periodTo', partner: 'partner', title: 'commitment' },
  isInternal: (row) => !row.isPublic,
}
