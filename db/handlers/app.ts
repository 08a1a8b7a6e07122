import type { AreaHandlers } from '../context.ts'

/** Handlers of the program itself, beside what `app.about` says of it. */
export const appHandlers: Omit<AreaHandlers<'app'>, 'app.about'> = {
  'app.health': (_input, { supervision }) => supervision.show(),
  'app.dismissHealth': (_input, { supervision }) => {
    supervision.dismiss()
    return {}
  },
  'app.noteFault': (fault, { supervision }) => {
    supervision.note(fault)
    return {}
  },
}
