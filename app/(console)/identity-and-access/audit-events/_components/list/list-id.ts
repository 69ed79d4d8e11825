/** The heading of the list: names it, and takes the focus when the row that had it is gone. */
export const LIST_ID = 'events'

/** The id of the link in an event's row: the focus returns there when its details are left. */
export function rowId(eventId: string): string {
  return `event-${eventId}`
}
