import type { encryption as nb } from '../nb/encryption.ts'
import type { Translated } from '../translated.ts'

export const encryption: Translated<typeof nb> = {
  choice: 'Encrypt the file',
  choiceHint:
    'Protects against whoever finds a lost computer or gets at the folder that the file lies in. Does not protect against programs that run as you while the file is open. Choose it where the computer’s disk is not encrypted, or where others get at the file.',
  step: {
    title: 'Keep the recovery code',
    why: 'The file “{{name}}” is made once the code is kept. It opens the file on a new computer, or when this one is gone. Without the code nobody can open the file, not even those who make Fyr.',
    where:
      'Keep it apart from the computer and the file: on paper in a safe, with a colleague, or in a password manager.',
    code: 'Recovery code',
    group: 'Group {{number}}: {{letters}}',
    copy: 'Copy',
    copied: 'The code is copied. Paste it where it is to be kept; the clipboard is not a safe place.',
    print: 'Print',
    save: 'Save as text …',
    saved: 'Saved as {{name}}. Move it to a place apart from the file.',
    confirm: 'Type two of the groups from what you have kept',
    confirmGroup: 'Group {{number}}',
    keep: 'Remember the code on this computer',
    keepHint: 'The file then opens without asking. The code lies in the computer’s own protection for your user.',
    cannotKeep: 'This computer has no safe place for the code. You are asked for it each time the file is opened.',
    back: 'Back',
    make: 'Make the encrypted file',
  },
  unlock: {
    code: 'Recovery code',
    hint: 'Seven groups of four characters. Capital and small letters, hyphens and blanks make no difference.',
    action: 'Open the file',
  },
  file: {
    title: 'Encryption',
    plain:
      'The file is not encrypted. Whether a file is to be encrypted is chosen when it is made. Where the computer’s disk is encrypted (BitLocker, FileVault), the file is protected while the computer is off.',
    encrypted: 'The file is encrypted, and so are its backups. Documents that you save from Fyr are not.',
    kept: 'This computer remembers the code.',
    notKept: 'This computer does not remember the code; it is asked for when the file is opened.',
    show: 'Show the recovery code',
    showing: 'Everybody who sees the screen sees the code.',
    hide: 'Hide the code',
    keep: 'Remember on this computer',
    forget: 'Forget on this computer …',
    forgetTitle: 'Forget the code on this computer?',
    forgetText:
      'The next time the file is opened, the code has to be typed. Type it now, so that you know you have it.',
    forgetAction: 'Forget the code',
    forgotten: 'The code is forgotten on this computer',
    remembered: 'The code is remembered on this computer',
  },
  sheet: {
    title: 'Recovery code {{name}}',
    heading: 'Recovery code of {{name}}',
    made: 'Printed {{day}}',
    use: 'The partnership’s file in Fyr is encrypted. This code opens it on a new computer, or when the computer is gone. Fyr asks for the code when the file is opened.',
    keep: 'Keep this sheet apart from the computer and the file. Whoever has both the file and the code can read all of it. Without the code nobody can open the file.',
    letters: 'The code has no letters I, L, O and U: 0 is zero, 1 is one.',
  },
}
