/** Meetings, decisions and actions as sheets. */
import { actionPriorities, actionStatuses, decisionStatuses } from '#shared/domain/records/decision.ts'
import { meetingStatuses } from '#shared/domain/records/meeting.ts'
import { choice, codes, days, names, words } from './filters.ts'
import { byCode, byName, byYear, day, name, number, type RegisterRows, type RegisterSheet, text } from './register.ts'

type Meeting = RegisterRows['meetings']
type Decision = RegisterRows['decisions']
type Action = RegisterRows['actions']

export const meetingsSheet: RegisterSheet<Meeting> = {
  columns: {
    startsOn: [day('meetingOn', (row) => row.startsOn), text('startsAt', 12, (row) => row.startsAt)],
    meeting: [
      name('body', (row) => row.bodyName),
      text('meetingNumber', 14, (row) => (row.number === null ? null : `${row.number}/${row.numberYear}`)),
      text('title', 28, (row) => row.title),
      text('kind', 16, (row, w) => w.code('meetingKind', row.kind)),
      text('place', 22, (row) => row.place),
    ],
    items: [number('items', (row) => row.items, true), number('undecided', (row) => row.undecided, true)],
    status: [
      text('status', 24, (row, w) => w.code('meetingStatus', row.status)),
      day('noticeDue', (row) => row.noticeDueOn),
    ],
  },
  groups: {
    body: byName('body', (row) => row.bodyName),
    status: byCode('status', 'meetingStatus', meetingStatuses, (row) => row.status),
    year: byYear('year', (row) => row.startsOn),
  },
  filters: {
    text: words,
    bodyId: names('bodies', 'body'),
    from: days('from'),
    to: days('to'),
    statuses: codes('meetingStatus', 'status'),
  },
  sorts: { startsOn: 'meetingOn' },
}

export const decisionsSheet: RegisterSheet<Decision> = {
  columns: {
    number: [
      text('itemNumber', 16, (row) => row.numberText),
      text('caseNo', 16, (row) => row.caseNo),
      day('decidedOn', (row) => row.decidedOn),
    ],
    decision: [
      name('item', (row) => row.itemTitle),
      text('decision', 60, (row) => row.text),
      text('decisionKind', 20, (row, w) => w.code('decisionKind', row.kind)),
    ],
    body: [text('body', 24, (row) => row.bodyName)],
    vote: [
      text('unanimous', 14, (row, w) => w.code('unanimity', row.unanimous)),
      number('for', (row) => row.vote?.forCount ?? null),
      number('against', (row) => row.vote?.againstCount ?? null),
      number('abstain', (row) => row.vote?.abstainCount ?? null),
    ],
    responsible: [text('owner', 24, (row) => row.responsibleName)],
    deadline: [
      day('due', (row) => row.deadline),
      text('status', 18, (row, w) => w.code('decisionStatus', row.status)),
      number('daysOverdue', (row) => row.daysOverdue),
      day('doneOn', (row) => row.doneOn),
    ],
  },
  groups: {
    body: byName('body', (row) => row.bodyName),
    responsible: byName('owner', (row) => row.responsibleName),
    status: byCode('status', 'decisionStatus', decisionStatuses, (row) => row.status),
    year: byYear('year', (row) => row.decidedOn),
  },
  filters: {
    text: words,
    bodyId: names('bodies', 'body'),
    meetingId: names('meetings', { filter: 'meetingId' }),
    responsibleId: names('persons', 'owner'),
    from: days('from'),
    to: days('to'),
    kinds: codes('decisionKind', 'decisionKind'),
    state: choice('state'),
  },
  sorts: { decidedOn: 'decidedOn', deadline: 'due' },
}

export const actionsSheet: RegisterSheet<Action> = {
  columns: {
    dueOn: [
      day('due', (row) => row.dueOn),
      text('status', 18, (row, w) => w.code('actionStatus', row.status)),
      number('daysOverdue', (row) => row.daysOverdue),
      day('doneOn', (row) => row.doneOn),
    ],
    title: [{ ...name('action', (row) => row.title), width: 48 }, text('origin', 34, (row) => row.originTitle)],
    owner: [text('owner', 24, (row) => row.ownerName), text('organisation', 24, (row) => row.organisation)],
    body: [text('body', 24, (row) => row.bodyName)],
    priority: [text('priority', 12, (row, w) => w.code('actionPriority', row.priority))],
  },
  groups: {
    owner: byName('owner', (row) => row.ownerName),
    body: byName('body', (row) => row.bodyName),
    priority: byCode('priority', 'actionPriority', actionPriorities.toReversed(), (row) => row.priority),
    status: byCode('status', 'actionStatus', actionStatuses, (row) => row.status),
  },
  filters: {
    text: words,
    ownerId: names('persons', 'owner'),
    bodyId: names('bodies', 'body'),
    meetingId: names('meetings', { filter: 'meetingId' }),
    visitId: names('visits', { filter: 'visitId' }),
    state: choice('state'),
  },
  sorts: { dueOn: 'due', owner: 'owner' },
  texts: 'masked',
}
