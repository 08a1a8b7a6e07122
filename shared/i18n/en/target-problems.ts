import type { targetProblems as nb } from '../nb/target-problems.ts'
import type { Translated } from '../translated.ts'

/** Why a document could not be saved where the user said. The document itself is made and waits, so each ends with the way on. */
export const targetProblems: Translated<typeof nb> = {
  target: {
    inUse:
      '“{{file}}” is open in another program, such as Word or Excel. Close it there and try again, or save it under another name.',
    noAccess: 'You are not allowed to save in “{{folder}}”. Choose another folder, or ask for access to this one.',
    readOnly: '“{{folder}}” can only be read, so nothing can be saved there. Choose another folder.',
    full: 'There is no room for “{{file}}” there. Free some space and try again, or choose another disk.',
    gone: 'The folder “{{folder}}” no longer exists. Choose another folder, or connect the disk that it was on.',
    away: '“{{folder}}” does not answer. Check the network, or that the disk is connected, and try again; or choose another folder.',
    nameTooLong:
      'The name “{{file}}” is too long for this place. Choose a shorter name, or a folder with a shorter path.',
    badName: 'This place does not accept the name “{{file}}”. Choose a name of letters, digits and spaces only.',
    isFolder: 'There is a folder called “{{file}}”. Choose another name.',
    failed: '“{{file}}” could not be saved there. Try again, or choose another folder.',
  },
  unsavedGone: 'The document is no longer here. It was saved or discarded; make it again if you need it.',
  beingSaved: 'The document is being saved already. Wait until that is done.',
}
