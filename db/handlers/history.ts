import { type AreaHandlers, change, today } from '../context.ts'
import { changeOf, detailsOf, historyOf } from '../history.ts'
import { exportLog } from '../history-export.ts'
import { makersOf, pageOfLog } from '../history-log.ts'
import { pageOfTrash, restoreRecord } from '../trash.ts'
import { undoWithinRules } from '../undo.ts'
import { stepsOf } from '../undo-steps.ts'
import { languageOf } from './checking.ts'

export const historyHandlers: AreaHandlers<'history' | 'trash'> = {
  'history.of': ({ entity, id, cursor, limit }, context) => historyOf(context.store, { entity, id }, cursor, limit),
  'history.latest': ({ cursor, limit, ...filter }, context) => pageOfLog(context.store, filter, cursor, limit),
  'history.details': ({ stamp, of, cursor, limit }, context) => detailsOf(context.store, stamp, cursor, limit, of),
  'history.makers': (_input, context) => makersOf(context.store),
  'history.steps': ({ skip }, context) => stepsOf(context.store, context.actor.name, new Set(skip)),
  'history.undo': ({ stamp }, context) => {
    const day = { today: today(context), language: languageOf(context) }
    const undone = changeOf(context.store, stamp)
    change(context, (write) => undoWithinRules(write, stamp, day), { undoes: stamp })
    return undone
  },
  'history.export': (input, context) => exportLog(context, input),
  'trash.list': ({ entities, text, cursor, limit }, context) =>
    pageOfTrash(context.store, { entities, text }, cursor, limit),
  'trash.restore': ({ entity, id, withOwners }, context) => {
    const day = { today: today(context), language: languageOf(context) }
    return { restored: restoreRecord(context, { entity, id }, withOwners, day) }
  },
}
