/** The heading of the list: names it, and takes the focus when the row that had it is gone. */
export const LIST_ID = 'tokens'
