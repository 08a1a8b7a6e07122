import type { documentLook as nb } from '../nb/document-look.ts'
import type { Translated } from '../translated.ts'

export const documentLook: Translated<typeof nb> = {
  text: 'Färg, typsnitt och logotyp i alla paket som görs från och med nu. Paket som redan är gjorda ser ut som förut.',
  colour: 'Färg',
  colourHint:
    'På rubriker, tabeller och diagram. Skriv # och sex tecken ur den grafiska profilen, eller välj i färgväljaren. Tomt ger Fyrs blå, {{blue}}.',
  pick: 'Välj färg',
  useBlue: 'Använd Fyrs blå',
  font: 'Typsnitt',
  fontHint: 'Utan seriffer, så som tillgänglighetskraven rekommenderar.',
  logo: 'Logotyp',
  logoText: 'PNG eller JPEG, högst 1 MB. Logotypen står på framsidan.',
  drop: 'Släpp logotypen här',
  choose: 'Välj fil',
  change: 'Byt logotyp',
  removeLogo: 'Ta bort logotypen',
  removed: 'Logotypen är borttagen.',
  saved: 'Logotypen är sparad.',
  newLogo: 'Ny logotyp',
  use: 'Använd logotypen',
  cancel: 'Avbryt',
  alt: 'Vad logotypen visar',
  altHint: 'Läses upp för dem som inte ser den.',
  altProposal: 'Logotyp för {{name}}',
  sample: 'Så blir dokumenten',
  sampleTitle: 'Sammanträdeshandlingar',
  chart: 'Ärenden per sammanträde',
  chartAlt: 'Exempel på stapeldiagram: fyra staplar i färgen.',
  rowItem: 'Ärende',
  rowTitle: 'Rubrik',
  rowMinutes: 'Minuter',
  items: {
    opening: 'Sammanträdet öppnas',
    information: 'Information',
    decision: 'Beslutsärende',
  },
}
