/** The pages of a board package on screen, before it is made or sent. */
export const packagePages = {
  open: 'Forhåndsvis sidene',
  title: 'Sidene i pakken',
  tools: 'Sider og størrelse',
  before: 'Forrige side',
  after: 'Neste side',
  goTo: 'Gå til side',
  where: 'side {{page}} av {{count}}',
  smaller: 'Mindre',
  larger: 'Større',
  keys: 'Bla med Page Up og Page Down. Home viser første side, End den siste.',
  gone: 'Sidene er ikke lenger de nyeste. Lag dem på nytt.',
  failed: 'Sidene kunne ikke vises. Last ned Word-filen og se på den der.',
} as const
