/**
 * A page in a Node environment. Vitest's own jsdom environment reads modules as for the web, where `import.meta.url` is no
 * file; the backend finds its migrations and its worker by it. Must be imported before Testing Library, which looks for a page.
 */
import { builtinEnvironments } from 'vitest/runtime'

await builtinEnvironments.jsdom.setup(globalThis, {})

// jsdom lays nothing out: a list of which only the rows in sight exist needs a height to have any.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 600 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 1000 })
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
