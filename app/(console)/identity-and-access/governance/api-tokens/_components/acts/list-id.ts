/** The heading of the list: names it, and takes the focus when what had it has gone with the change. */
export const LIST_ID = 'governed-api-tokens'
