import type { packagePages as nb } from '../nb/package-pages.ts'
import type { Translated } from '../translated.ts'

/** The pages of a board package on screen, before it is made or sent. */
export const packagePages: Translated<typeof nb> = {
  open: 'Preview the pages',
  title: 'The pages of the package',
  tools: 'Pages and size',
  before: 'Previous page',
  after: 'Next page',
  goTo: 'Go to page',
  where: 'page {{page}} of {{count}}',
  smaller: 'Smaller',
  larger: 'Larger',
  keys: 'Turn pages with Page Up and Page Down. Home shows the first page, End the last.',
  gone: 'These pages are no longer the newest. Make them again.',
  failed: 'The pages could not be shown. Download the Word file and look at it there.',
}
