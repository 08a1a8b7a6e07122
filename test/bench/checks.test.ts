import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { isWellFormed, same, tagsIn } from './checks.ts'

it('XML is well-formed with its tags closed in order and its signs written as references', () => {
  expect(isWellFormed('<?xml version="1.0"?><a b="1>2" c=\'x\'><d/>x &amp; &#229;</a>')).toBe(true)
  for (const broken of [
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a>1 < 2</a>',
    '<a>R & D</a>',
    '<a b=1/>',
    '<a/>x',
  ])
    expect(isWellFormed(broken), broken).toBe(false)
})

it('tags are counted in the parts asked for, by their whole name, and a broken part is refused', () => {
  const zip = (part: string) => zipSync({ 'word/document.xml': strToU8(part), 'other.xml': strToU8('<w:tr/>') })
  expect(tagsIn(zip('<w><w:tr a="1"/><w:tr></w:tr><w:trPr/></w>'), /^word/, 'w:tr')).toBe(2)
  expect(() => tagsIn(zip('<w><w:tr></w>'), /^word/, 'w:tr')).toThrow('word/document.xml')
  expect(() => tagsIn(strToU8('no zip'), /^word/, 'w:tr')).toThrow()
})

it('a side that gives another count is refused', () => {
  expect(() => same('rows', 3, [3, 3])).not.toThrow()
  expect(() => same('rows', 3, [3, 4])).toThrow('rows: 3 here, 4 beside it')
})
