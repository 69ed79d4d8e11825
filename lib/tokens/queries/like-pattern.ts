/** A pattern of LIKE for any text that holds `part`: no character of it is a wildcard. */
export function holding(part: string): string {
  return `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}
