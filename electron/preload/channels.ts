/** The three channels between a window and the main process. There is no fourth. */
export const callChannel = 'fyr:call'
export const changedChannel = 'fyr:changed'
/** From the menu to the window only: one of the fixed names. */
export const menuChannel = 'fyr:menu'
