/** Statistics files as they come: JSON-stat or CSV, in the encodings that offices and agencies write. */
export interface ReadText {
  readonly text: string
  readonly format: 'jsonStat' | 'csv'
  /** How the bytes were read; shown, since a wrong guess shows in names only. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}
/** As many characters as the contract takes. */
export const longestFile = 30_000_000
/** Bytes above which reading is asked for first. */
export const askAbove = 5_000_000

/** UTF-8 where the bytes are that, UTF-16 where they say so, else Windows-1252, which any bytes are. */
export function readStatistics(bytes: Uint8Array): ReadText {
  const { text, encoding } = decode(bytes)
  return { text, encoding, format: /^\s*[{[]/.test(text) ? 'jsonStat' : 'csv' }
}

function decode(bytes: Uint8Array): Pick<ReadText, 'text' | 'encoding'> {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}
