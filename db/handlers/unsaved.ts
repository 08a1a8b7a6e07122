import type { AreaHandlers } from '../context.ts'

/** Documents that could not be saved where the user said. */
export const unsavedHandlers: AreaHandlers<'unsaved'> = {
  'unsaved.list': (_input, { files }) =>
    files.unsaved().map(({ id, name, size, problem: { key, params } }) => ({
      id,
      name,
      size,
      problem: { key, ...(params ? { params: { ...params } } : {}) },
    })),
  'unsaved.save': ({ id, elsewhere }, { files }) => files.saveUnsaved(id, elsewhere),
  'unsaved.letGo': async ({ id }, { files }) => {
    await files.letGo(id)
    return {}
  },
}
