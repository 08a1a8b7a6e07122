/** Whether a font has serifs. Names are told apart by what is on the machines of Nordic offices; of others the document's own list decides. */

const withSerifs =
  /^(times|tms rmn|cambria|georgia|garamond|eb garamond|book antiqua|bookman|palatino|constantia|century|liberation serif|noto serif|source serif|dejavu serif|pt serif|baskerville|bodoni|caslon|didot|minion|sabon|goudy|perpetua|rockwell|sylfaen|merriweather|lora|playfair|libre baskerville|courier|brush script|comic)/i

/** `family` is what the document's list of fonts says of it, where it says anything. A font without a name is Word's own: Times New Roman. */
export function hasSerifs(font: string, family: string | undefined): boolean {
  if (font === '' || withSerifs.test(font)) return true
  if (/\bsans\b|sans[- ]?serif/i.test(font)) return false
  return /\bserif\b/i.test(font) || family === 'roman' || family === 'script' || family === 'decorative'
}
