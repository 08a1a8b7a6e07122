import type { Sector } from './records/sector.ts'

/** The sectors a new partnership starts with, in order; it renames, adds and removes as it likes. */
export const defaultSectors: readonly Omit<Sector, 'id' | 'createdStamp' | 'changedStamp' | 'deletedAt'>[] = [
  ['Industri', 'Industri', 'Manufacturing'],
  ['Bygg og anlegg', 'Bygg och anläggning', 'Building and construction'],
  ['Handel', 'Handel', 'Trade'],
  ['Reiseliv og opplevelser', 'Besöksnäring och upplevelser', 'Tourism and experiences'],
  ['Helse og omsorg', 'Vård och omsorg', 'Health and care'],
  ['IKT og forretningstjenester', 'IT och företagstjänster', 'ICT and business services'],
  ['Landbruk og mat', 'Lantbruk och livsmedel', 'Agriculture and food'],
  ['Skog og tre', 'Skog och trä', 'Forestry and wood'],
  ['Energi og miljø', 'Energi och miljö', 'Energy and environment'],
  ['Transport og logistikk', 'Transport och logistik', 'Transport and logistics'],
  ['Kultur og kreative næringer', 'Kultur och kreativa näringar', 'Culture and creative industries'],
  ['Utdanning og forskning', 'Utbildning och forskning', 'Education and research'],
  ['Personlige tjenester', 'Personliga tjänster', 'Personal services'],
  ['Annet', 'Övrigt', 'Other'],
].map(([nameNb = '', nameSv = '', nameEn = ''], position) => ({ nameNb, nameSv, nameEn, position }))
