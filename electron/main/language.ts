import type { Host } from '#shared/contract/client.ts'
import { createClient } from '#shared/contract/client.ts'
import type { Language } from '#shared/domain/values.ts'

/** Calls `use` with the language of the screen, now and whenever the user chooses another. */
export function followLanguage(backend: Host, system: Language, use: (language: Language) => void): void {
  const client = createClient(backend)
  const ask = async () => {
    const reply = await client.ask('preferences.show', {})
    use((reply.ok ? reply.value.language : null) ?? system)
  }
  backend.onChanged((topics) => {
    if (topics.includes('preferences')) void ask()
  })
  void ask()
}
