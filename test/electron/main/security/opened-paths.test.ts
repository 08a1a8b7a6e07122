import { expect } from 'vitest'
import * as rule from '#electron/main/security/opened-paths.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/opened-paths.ts',
  rule,
  {
    'a second start hands over switches and files of every kind': ({ openablePaths }) => {
      for (const platform of ['linux', 'darwin', 'win32'] as const)
        expect(
          openablePaths(
            ['--load=x.fyr', '-x.fyr', '.', 'notes.txt', 'a.fyr.exe', 'x.exe\0.fyr', ''],
            '/home',
            platform,
          ),
        ).toEqual([])
    },
    'only looking whether a file is there shows a stranger’s server who the user is': ({ openablePaths }) => {
      const from = [
        '\\\\evil.example@SSL\\x\\a.fyr',
        '//evil.example@80/x/a.fyr',
        '\\\\user@evil\\x\\a.fyr',
        '\\\\?\\UNC\\evil\\x\\a.fyr',
        '\\\\?\\C:\\a.fyr',
      ]
      expect(openablePaths(from, 'C:\\Users\\kari', 'win32')).toEqual([])
      // The same by the folder that the second start says it stands in.
      expect(openablePaths(['a.fyr'], '\\\\evil.example@SSL\\x', 'win32')).toEqual([])
    },
    'a second start stands nowhere': ({ openablePaths }) => {
      expect(openablePaths(['a.fyr'], '', 'win32')).toEqual([])
    },
    'a device, a pipe or a stream takes a file’s place': ({ openablePaths }) => {
      const from = [
        '\\\\.\\pipe\\a.fyr',
        '//./pipe/a.fyr',
        'C:\\x.txt:a.fyr',
        'C:\\x\\b:c.fyr',
        '\\\\fil01\\felles\\x:a.fyr',
        '\\\\fil01',
      ]
      expect(openablePaths(from, 'C:\\Users\\kari', 'win32')).toEqual([])
    },
    'the user’s own files can’t be opened any more': ({ openablePaths }) => {
      expect(openablePaths(['Øst.fyr', '/mnt/a:b/SØR.FYR', '../x.fyr'], '/home/kari', 'linux')).toEqual([
        '/home/kari/Øst.fyr',
        '/mnt/a:b/SØR.FYR',
        '/home/x.fyr',
      ])
      expect(
        openablePaths(
          ['D:\\Desk\\Øst.fyr', '\\\\fil01.kommune.no\\felles mappe\\Øst.fyr', '\\\\10.0.0.5\\x\\a.fyr', 'd:/a.FYR'],
          'C:\\',
          'win32',
        ),
      ).toEqual([
        'D:\\Desk\\Øst.fyr',
        '\\\\fil01.kommune.no\\felles mappe\\Øst.fyr',
        '\\\\10.0.0.5\\x\\a.fyr',
        'd:\\a.FYR',
      ])
    },
  },
  {
    mutants: [
      ["'.fyr'", "''"],
      ['$/u', '/u'],
      ['/^[\\p{L}', '/[\\p{L}'],
      ['resolve(folder, part)', 'part'],
      ['|\\\\\\\\([^\\\\]+)', ''],
    ],
  },
)
