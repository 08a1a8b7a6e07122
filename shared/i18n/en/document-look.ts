import type { documentLook as nb } from '../nb/document-look.ts'
import type { Translated } from '../translated.ts'

export const documentLook: Translated<typeof nb> = {
  text: 'Colour, typeface and logo in all packages made from now on. Packages already made look as before.',
  colour: 'Colour',
  colourHint:
    'Of headings, tables and charts. Write # and six characters from your brand guide, or choose in the colour picker. Empty gives Fyr’s blue, {{blue}}.',
  pick: 'Choose colour',
  useBlue: 'Use Fyr’s blue',
  font: 'Typeface',
  fontHint: 'Without serifs, as accessibility guidance recommends.',
  logo: 'Logo',
  logoText: 'PNG or JPEG, at most 1 MB. The logo stands on the cover.',
  drop: 'Drop the logo here',
  choose: 'Choose file',
  change: 'Change logo',
  removeLogo: 'Remove the logo',
  removed: 'The logo is removed.',
  saved: 'The logo is saved.',
  newLogo: 'New logo',
  use: 'Use the logo',
  cancel: 'Cancel',
  alt: 'What the logo shows',
  altHint: 'Read aloud for those who cannot see it.',
  altProposal: 'The logo of {{name}}',
  sample: 'How documents will look',
  sampleTitle: 'Meeting papers',
  chart: 'Items per meeting',
  chartAlt: 'Example of a bar chart: four bars in the colour.',
  rowItem: 'Item',
  rowTitle: 'Title',
  rowMinutes: 'Minutes',
  items: {
    opening: 'Opening of the meeting',
    information: 'Information',
    decision: 'Item for decision',
  },
}
