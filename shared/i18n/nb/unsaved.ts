/** Documents that were made and could not be saved where the user said. */
export const unsaved = {
  title: 'Dokumenter som ikke er lagret',
  waits: '{{name}} ({{size}}) er laget og venter her til du lukker partnerskapets fil.',
  again: 'Prøv igjen',
  elsewhere: 'Lagre et annet sted …',
  letGo: 'Forkast',
  saved: '{{name}} er lagret.',
} as const
