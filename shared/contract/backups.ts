/** Why a backup was made. A merge will make one too once there is one. */
export const backupReasons = ['hourly', 'close', 'byHand', 'beforeMigration', 'beforeImport', 'beforeRestore'] as const
