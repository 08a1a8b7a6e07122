/** How each language writes a day in a cell. */
export const dayFormats = { nb: 'dd.mm.yyyy', sv: 'yyyy-mm-dd', en: 'dd/mm/yyyy' } as const

/** Month names in the document's language whatever the reader's Excel speaks: its numbers for the locales. */
export const monthFormats = { nb: '[$-414]mmm yyyy', sv: '[$-41D]mmm yyyy', en: '[$-809]mmm yyyy' } as const
