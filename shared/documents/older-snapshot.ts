import type { Snapshot } from './snapshot.ts'

const withoutMeetings = { meeting: null, previousMinutes: null, decisions: null, attendance: [], nextMeetings: [] }
const withoutLayout = { layout: null, look: null }
const withoutPartners = { commitments: null, projects: null, strategy: null, agreements: null, annual: null }
const withoutDecisions = {
  newDecisions: [],
  doneDecisions: [],
  newActions: [],
  doneActions: [],
  goalStatuses: [],
  sections: [],
}

/**
 * A kept snapshot with the parts that came later as empty ones: a package made before there were meetings, commitments or projects tells of none. Gives what
 * the schema's defaults give, without reading thousands of rows through it.
 */
export function completeSnapshot(kept: Snapshot): Snapshot {
  return {
    ...withoutLayout,
    ...withoutMeetings,
    ...withoutPartners,
    ...kept,
    changes: kept.changes && { ...withoutDecisions, ...kept.changes },
  }
}
