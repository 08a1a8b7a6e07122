import type { RichText } from '#shared/domain/rich-text.ts'

const sentences = [
  'Daglig leder la fram saken og viste til utredningen som ble sendt ut med innkallingen.',
  'Flere av medlemmene pekte på at adkomsten til næringsområdet må avklares før arbeidet kan begynne.',
  'Rådmannen orienterte om framdriften i reguleringsplanen og om høringen som går ut i januar.',
  'Det ble stilt spørsmål ved kostnadene, og sekretariatet svarer skriftlig innen neste møte.',
  'Partnerne er enige om at rekrutteringen av fagarbeidere er det som haster mest for bedriftene.',
  'Kraftselskapet opplyste at kapasiteten i nettet først er på plass om to år, og at køen er lang.',
] as const

/** Minutes of an item as an editor stores them: about 1,200 characters in paragraphs, a list and a bold word, another for each number. */
export function writtenText(number: number): RichText {
  const said = (at: number) => sentences[(number + at) % sentences.length] ?? ''
  const paragraph = (...text: readonly string[]) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: text.join(' ') }],
  })
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `Innlegg ${number}: `, marks: [{ type: 'bold' }] },
          { type: 'text', text: `${said(0)} ${said(1)} ${said(2)}` },
        ],
      },
      paragraph(said(3), said(4), said(5)),
      {
        type: 'bulletList',
        content: [0, 1, 2].map((at) => ({ type: 'listItem', content: [paragraph(said(at))] })),
      },
      paragraph(said(1), said(3), said(5), said(0)),
    ],
  }
}
