const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether `text` is an id as they are written here, in small letters: what an address may name, and PostgreSQL reads. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
