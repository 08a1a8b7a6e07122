import { openFile } from './connection.ts'
import { createStore, type Store } from './store.ts'

const device = 'c0dec1c1'

/** Works on a file as the command line's own device, and closes it. */
export async function withStore(path: string, work: (store: Store) => Promise<void>): Promise<void> {
  const file = openFile(path)
  try {
    const now = () => new Date().toISOString()
    await work(createStore(file.db, { now, device, readOnly: file.readOnly, counted: file.counted }))
  } finally {
    file.close()
  }
}
