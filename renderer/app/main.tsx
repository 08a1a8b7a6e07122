import { createRoot } from 'react-dom/client'
import { watchFaults } from '#renderer/lib/faults.ts'
import { pickHost } from '#renderer/lib/host.ts'
import { loadOtherWords, loadWords } from '#renderer/lib/load-words.ts'
import { createQueryClient } from '#renderer/lib/use-query.ts'
import { systemLanguage } from '#renderer/lib/use-t.ts'
import { createClient } from '#shared/contract/client.ts'
import { languages } from '#shared/domain/values.ts'
import '#renderer/styles/tokens.css'
import '#renderer/styles/base.css'
import { App } from './app.tsx'
import { createAppRouter } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const client = createClient(pickHost())
watchFaults(client)

/** Draws the window once it knows what about: until then the page's own frame stands, in the right colours, and not a blank. */
async function show(element: HTMLElement): Promise<void> {
  const queries = createQueryClient()
  const router = createAppRouter()
  // Until the window is drawn nobody else hears of a change of the address.
  const unfollow = router.history.subscribe(() => void router.load())
  const screen = router.load().catch(() => {})
  const chosen = languages.find((language) => language === document.documentElement.dataset.language)
  // Most likely what the answer will be; asked for while the backend starts.
  const words = loadWords(chosen ?? systemLanguage()).catch(() => {})
  const [preferences] = await Promise.all([
    asked(
      queries.fetchQuery({ queryKey: ['preferences.show', {}], queryFn: () => client.call('preferences.show', {}) }),
    ),
    asked(
      queries.fetchQuery({ queryKey: ['workspace.current', {}], queryFn: () => client.call('workspace.current', {}) }),
    ),
  ])
  await Promise.all([words, screen])
  await loadWords(preferences?.language ?? systemLanguage())
  createRoot(element).render(<App client={client} queries={queries} router={router} onDrawn={unfollow} />)
  loadOtherWords()
}

/** What the first screen will ask; where that fails, the screen asks again and tells what is wrong. */
const asked = <T,>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null)

void show(root)
