import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'

/** What differs between the two countries' meetings. */
export interface Form {
  readonly country: 'NO' | 'SE'
  readonly rules: MeetingPaper['body']['rules']
  readonly body: string
  readonly partnership: string
  readonly number: (no: number) => string
  readonly chair: string
  readonly secretary: string
  readonly members: readonly string[]
  readonly deputy: string
  readonly place: string
  readonly ground: string
  readonly titles: Record<
    'opening' | 'notice' | 'last' | 'list' | 'plan' | 'grant' | 'staff' | 'info' | 'reference' | 'other',
    string
  >
  readonly proposal: readonly [string, string]
  readonly background: readonly string[]
  readonly heading: string
}
export const forms: Record<'NO' | 'SE', Form> = {
  NO: {
    country: 'NO',
    rules: 'publicLikeNo',
    body: 'Styret i partnerskapet',
    partnership: 'Partnerskapet for næringsutvikling i Østfold',
    number: (no) => `Sak ${no}/26`,
    chair: 'Liv Ødegård',
    secretary: 'Kari Nordmann',
    members: ['Per Åsen', 'Anne Holm', 'Ola Brekke', 'Siri Næss'],
    deputy: 'Eva Lunde',
    place: 'Sarpsborg rådhus, møterom Olav Haraldsson',
    ground: 'offentleglova § 13, jf. forvaltningsloven § 13',
    titles: {
      opening: 'Åpning og opprop',
      notice: 'Godkjenning av innkalling og saksliste',
      last: 'Godkjenning av protokoll fra møte 3/2026',
      list: 'Oppfølging av vedtak',
      plan: 'Handlingsprogram for næringsutvikling 2027–2030',
      grant: 'Tilskudd til fyrtårnprosjektet Grønn industri',
      staff: 'Ansettelse av daglig leder',
      info: 'Orientering om bedriftsbesøkene i høst',
      reference: 'Referater og meldinger',
      other: 'Eventuelt',
    },
    proposal: [
      'Styret vedtar handlingsprogrammet slik det ligger ved.',
      'Sekretariatet legger fram status for tiltakene på hvert møte.',
    ],
    background: [
      'Partnerskapet vedtok i 2025 å rullere handlingsprogrammet hvert fjerde år. Utkastet har vært på høring hos alle partnere, og det kom inn elleve uttalelser.',
      'Uttalelsene støtter hovedretningen. Tre kommuner ber om at kompetanse får et eget innsatsområde, og det er tatt inn i utkastet.',
    ],
    heading: 'Økonomi',
  },
  SE: {
    country: 'SE',
    rules: 'municipalLikeSe',
    body: 'Näringslivsrådet',
    partnership: 'Robertsfors näringslivspartnerskap',
    number: (no) => `§ ${no}`,
    chair: 'Gunilla Öberg',
    secretary: 'Lars Ek',
    members: ['Maria Häggström', 'Björn Ärlig', 'Sara Lindqvist', 'Nils Åkerman'],
    deputy: 'Karin Sjöö',
    place: 'Kommunhuset, sessionssalen',
    ground: 'offentlighets- och sekretesslagen 19 kap. 3 §',
    titles: {
      opening: 'Öppnande och upprop',
      notice: 'Godkännande av föredragningslistan',
      last: 'Föregående protokoll',
      list: 'Uppföljning av beslut',
      plan: 'Handlingsplan för näringsliv och entreprenörskap 2027–2030',
      grant: 'Bidrag till fyrtornsprojektet Grön industri',
      staff: 'Försäljning av tomt',
      info: 'Information om höstens företagsbesök',
      reference: 'Anmälningsärenden',
      other: 'Övriga frågor',
    },
    proposal: [
      'Rådet antar handlingsplanen enligt bilaga 1.',
      'Kansliet redovisar läget för åtgärderna vid varje sammanträde.',
    ],
    background: [
      'Rådet beslutade 2025 att se över handlingsplanen vart fjärde år. Utkastet har varit på remiss hos samtliga partner, och elva yttranden har kommit in.',
      'Yttrandena stöder inriktningen. Tre parter vill att kompetens blir ett eget insatsområde, och det har arbetats in i utkastet.',
    ],
    heading: 'Ekonomi',
  },
}
