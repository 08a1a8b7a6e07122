import type { Menu } from 'electron'
import { createClient, type Host } from '#shared/contract/client.ts'
import type { Language } from '#shared/domain/values.ts'
import { type MenuDoes, type MenuState, menuTemplate } from './menu.ts'

interface Given {
  readonly backend: Host
  readonly language: () => Language
  readonly crashes: () => number
  readonly platform: NodeJS.Platform
  readonly menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly does: MenuDoes
}

/** Keeps the menu in step with the file that is open and with Fyr's own list of recent ones. Gives the way to draw it anew. */
export function keepMenu({ backend, language, crashes, platform, menu, does }: Given): () => void {
  const client = createClient(backend)
  let files: Pick<MenuState, 'fileOpen' | 'readOnly' | 'recent'> = { fileOpen: false, readOnly: false, recent: [] }
  let asked = 0
  const draw = () =>
    menu.setApplicationMenu(
      menu.buildFromTemplate(menuTemplate(language(), platform, { ...files, crashes: crashes() }, does)),
    )
  const ask = async () => {
    asked += 1
    const turn = asked
    const [current, recent] = await Promise.all([
      client.ask('workspace.current', {}),
      client.ask('workspace.recent', {}),
    ])
    // A later answer may have come before this one.
    if (turn !== asked) return
    files = {
      fileOpen: current.ok && current.value !== null,
      readOnly: current.ok && current.value?.readOnly === true,
      recent: recent.ok ? recent.value.filter((it) => !it.missing) : [],
    }
    draw()
  }
  backend.onChanged((topics) => {
    if (topics.includes('workspace')) void ask()
  })
  void ask()
  return draw
}
