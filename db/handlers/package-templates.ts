import { presetLayout } from '#shared/domain/package-presets.ts'
import type { PackageTemplate } from '#shared/domain/records/package-template.ts'
import { type AreaHandlers, change } from '../context.ts'
import { read, readAll, type Store } from '../store.ts'
import { filled } from './checking.ts'

/** What the packages of a body are laid out by; `db/package-layout.ts` chooses among them. */
export const packageTemplateHandlers: AreaHandlers<'packageTemplates'> = {
  'packageTemplates.list': (_input, { store }) => templates(store),
  'packageTemplates.add': (input, context) => {
    const template = filled<Omit<PackageTemplate, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>>(
      {
        ...presetLayout(input.variant),
        bodyId: null,
        name: input.name,
        position: Math.max(-1, ...templates(context.store).map(({ position }) => position)) + 1,
      },
      input,
    )
    return change(context, (write) => write.insert('packageTemplates', { id: context.newId(), ...template }))
  },
  'packageTemplates.revise': ({ id, changes }, context) =>
    change(context, (write) => write.revise('packageTemplates', id, changes)),
  'packageTemplates.move': ({ id, position }, context) => {
    read(context.store, 'packageTemplates', id)
    const rest = templates(context.store).flatMap((one) => (one.id === id ? [] : [one.id]))
    rest.splice(Math.min(position, rest.length), 0, id)
    change(context, (write) => {
      rest.forEach((one, place) => {
        write.revise('packageTemplates', one, { position: place })
      })
    })
    return {}
  },
  /** Packages made by it keep their layout in their snapshots. */
  'packageTemplates.remove': ({ id }, context) => {
    change(context, (write) => write.remove('packageTemplates', id))
    return {}
  },
}

function templates(store: Store): PackageTemplate[] {
  return readAll(store, 'packageTemplates', 'position, id')
}
