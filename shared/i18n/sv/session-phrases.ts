import type { sessionPhrases as nb } from '../nb/session-phrases.ts'
import type { Translated } from '../translated.ts'

export const sessionPhrases: Translated<typeof nb> = {
  opened: { name: 'Sammanträdet öppnat', text: 'Ordföranden förklarar sammanträdet öppnat kl. [[tid]].' },
  callApproved: {
    name: 'Kallelse och föredragningslista godkända',
    text: 'Kallelsen och föredragningslistan godkänns.',
  },
  previousApproved: {
    name: 'Föregående protokoll',
    text: 'Protokollet från sammanträdet [[datum]] läggs till handlingarna.',
  },
  presented: { name: 'Information lämnad', text: '[[Namn]] informerar om [[ämne]].' },
  noted: { name: 'Informationen noterad', text: 'Informationen läggs till handlingarna.' },
  debated: { name: 'Ärendet diskuterat', text: 'Ärendet diskuteras. Det framkommer att [[huvudpunkt]].' },
  disqualified: {
    name: 'Jäv',
    text: '[[Namn]] anmäler jäv, lämnar rummet och deltar varken i handläggningen eller i beslutet.',
  },
  proposed: { name: 'Yrkande', text: '[[Namn]] yrkar [[yrkande]].' },
  asProposed: {
    name: 'Enligt förslaget',
    text: 'Ordföranden frågar om förslaget kan bifallas och finner att så sker.',
  },
  postponed: { name: 'Ärendet bordlagt', text: 'Ärendet bordläggs till [[sammanträde]] eftersom [[skäl]].' },
  closedDoors: {
    name: 'Stängda dörrar',
    text: 'Sammanträdet hålls inom stängda dörrar från kl. [[tid]] med stöd av [[lagrum]].',
  },
  adjourned: { name: 'Sammanträdet avslutat', text: 'Ordföranden förklarar sammanträdet avslutat kl. [[tid]].' },
}
