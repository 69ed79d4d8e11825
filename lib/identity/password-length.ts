/** Bytes of the longest password that is stored, and characters of the longest that is read: none has more of these than of those. */
export const MAX_PASSWORD_BYTES = 1_024
