/** Reads a mail draft as a mail program would: its headings, its text and its attachments (RFC 5322, 2045, 2047). */

export interface Message {
  readonly headings: string
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export function aMessage(file: Uint8Array): Message {
  const all = Buffer.from(file).toString('latin1')
  const end = all.indexOf('\r\n\r\n')
  const headings = unfolded(all.slice(0, end))
  const boundary = /boundary="([^"]+)"/.exec(headings)?.[1] ?? ''
  const parts = all.split(`--${boundary}`).slice(1, -1).map(aPart)
  const attached = parts.filter(({ head }) => /disposition: attachment/i.test(head))
  return {
    headings: decodedWords(headings),
    text: parts.find((one) => !attached.includes(one))?.content.toString('utf8') ?? '',
    attachments: attached.map(({ head, content }) => ({
      name: decodedWords(/filename="?([^"\r\n;]+)/i.exec(head)?.[1] ?? ''),
      bytes: new Uint8Array(content),
    })),
  }
}

function aPart(text: string): { head: string; content: Buffer } {
  const end = text.indexOf('\r\n\r\n')
  const head = unfolded(text.slice(0, end))
  const body = text.slice(end + 4)
  if (/encoding: base64/i.test(head)) return { head, content: Buffer.from(body, 'base64') }
  const isQuoted = /encoding: quoted-printable/i.test(head)
  return { head, content: Buffer.from(isQuoted ? unquoted(body.replace(/=\r\n/g, '')) : body, 'latin1') }
}

const unfolded = (head: string) => head.replace(/\r\n[ \t]+/g, ' ')
const unquoted = (text: string) =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function decodedWords(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, coded: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : Buffer.from(unquoted(coded.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )
}
