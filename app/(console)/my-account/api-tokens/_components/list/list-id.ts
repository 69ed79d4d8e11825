/** The heading of the list: names it, and takes the focus when the row that had it has changed. */
export const LIST_ID = 'own-api-tokens'
