import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8')

type Tokens = Record<string, readonly [light: string, dark: string]>
/** The light-dark() pairs of one rule of the tokens. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`)
  const rule = css.slice(start, css.indexOf('\n}', start))
  const found = rule.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return Object.fromEntries([...found].map(([, name, light, dark]) => [name, [light, dark]]))
}

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['bg', 'surface', 'sidebar', 'hover', 'accent-soft']
const texts: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['text', ground],
    ['muted', ground],
    ['accent', ground],
  ]),
  ...['bg', 'surface', 'danger-soft'].map((ground): [string, string] => ['danger', ground]),
  ['warning', 'warning-soft'],
  ['success', 'success-soft'],
  ['text', 'danger-soft'],
  ['text', 'warning-soft'],
  ['text', 'success-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['bg', 'text'],
]
const shapes: [string, string][] = [
  ...['bg', 'surface', 'sidebar'].map((ground): [string, string] => ['control', ground]),
  ...['1', '2', '3', '4', '5', '6'].map((number): [string, string] => [`chart-${number}`, 'surface']),
]

const normal = tokensOf(':root')
const themes = [
  { name: 'light', tokens: normal, side: 0, text: 4.5 },
  { name: 'dark', tokens: normal, side: 1, text: 4.5 },
  {
    name: 'high contrast on light',
    tokens: { ...normal, ...tokensOf(':root[data-contrast="more"]') },
    side: 0,
    text: 7,
  },
  {
    name: 'high contrast on dark',
    tokens: { ...normal, ...tokensOf(':root[data-contrast="more"]') },
    side: 1,
    text: 7,
  },
] as const

for (const { name, tokens, side, text } of themes) {
  const colour = (token: string) => tokens[token]?.[side] ?? expect.fail(`no token --${token}`)
  test(`${name}: text reads at ${text}:1 on everything it stands on`, () => {
    const weak = texts.filter(([front, back]) => contrast(colour(front), colour(back)) < text)
    expect(
      weak.map(([front, back]) => `${front} on ${back} ${contrast(colour(front), colour(back)).toFixed(2)}`),
    ).toEqual([])
  })
  test(`${name}: frames of controls and marks of charts stand out at 3:1`, () => {
    const weak = shapes.filter(([front, back]) => contrast(colour(front), colour(back)) < 3)
    expect(
      weak.map(([front, back]) => `${front} on ${back} ${contrast(colour(front), colour(back)).toFixed(2)}`),
    ).toEqual([])
  })
}
