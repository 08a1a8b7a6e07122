import { expect } from 'vitest'
import * as rule from '#electron/main/security/given-paths.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/given-paths.ts',
  rule,
  {
    'Fyr starts a program that the user saved, as if it were a document': ({ rememberPaths }) => {
      const paths = rememberPaths()
      for (const name of 'report.exe link.lnk page.html run.desktop sheet.xlsm script.js none pack.zip mail.eml'.split(
        ' ',
      )) {
        paths.remember(`/saved/${name}`)
        expect(paths.mayOpen(`/saved/${name}`)).toBe(false)
        expect(paths.mayReveal(`/saved/${name}`)).toBe(true)
      }
    },
    'a byte of nothing hides the true ending from the one who looks (CVE-2026-70603)': ({ rememberPaths }) => {
      const paths = rememberPaths()
      const path = '/saved/run.sh\0.docx'
      paths.remember(path)
      expect([paths.mayOpen(path), paths.mayReveal(path)]).toEqual([false, false])
    },
    'an attachment or a message makes Fyr open or show a file of somebody else’s choosing': ({ rememberPaths }) => {
      const paths = rememberPaths()
      paths.remember('/saved/Styrepakke.docx')
      for (const path of [
        '/saved/other.docx',
        '/saved',
        '/etc/passwd',
        '/saved/Styrepakke.docx/../other.docx',
        '\\\\evil\\x.docx',
      ])
        expect([paths.mayOpen(path), paths.mayReveal(path)]).toEqual([false, false])
    },
    'what the user saved can’t be opened any more': ({ rememberPaths }) => {
      const paths = rememberPaths()
      paths.remember('/saved/folder/../Styrepakke.DOCX')
      expect(paths.mayOpen('/saved/Styrepakke.DOCX')).toBe(true)
      expect(paths.mayReveal('/saved/../saved/Styrepakke.DOCX')).toBe(true)
    },
  },
  {
    mutants: [
      ["'.docx .xlsx", "'.exe .docx .xlsx"],
      ['given.add(resolve(path))', 'given.add(path)'],
      ['given.has(resolve(path))', 'given.has(path)'],
    ],
  },
)
