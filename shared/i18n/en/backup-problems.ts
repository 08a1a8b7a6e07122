import type { backupProblems as nb } from '../nb/backup-problems.ts'
import type { Translated } from '../translated.ts'

export const backupProblems: Translated<typeof nb> = {
  backupFailed: 'The backup could not be made. Make a copy on another disk, and report it with the message in the log.',
  backupGone: 'The backup is no longer there. Choose another in the list.',
  noCheck: 'The file has not been checked yet. Check it first.',
  leftoverGone: 'The content is gone, or a record refers to it now.',
  backupChanged: 'The backup is damaged and cannot be used. Choose another; your file is untouched.',
  noBackupFile:
    'Nothing beside {{file}} says what it holds. Choose a backup that Fyr made; other copies are opened as they are.',
  newestBackup: 'The newest backup, and the one that the file equals, cannot be deleted. Make a new one first.',
  placeMissing:
    'The folder in the other place is not there. Insert the stick, connect the drive, or choose the folder again.',
  placeSilent: 'The other place does not answer. Check the connection, or choose another folder.',
  jobsRunning: 'An export or other work is under way. Wait until it is done, and restore then.',
  restoreOverItself: 'The copy cannot replace the file that is open. Choose another name, or restore instead.',
}
