/** The two channels between a window and the main process. There is no third. */
export const callChannel = 'fyr:call'
export const changedChannel = 'fyr:changed'
