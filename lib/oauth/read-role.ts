import type { NewService } from './schemas'

/** What a name of letters, hyphens and underscores is to a person who reads it: `stock_keeper` is `Stock keeper`. */
export const capitalized = (name: string) => name.replaceAll(/[-_]/g, ' ').replace(/^\w/, (letter) => letter.toUpperCase())

/** A role as it is typed: `name`, or `name:Name to be shown`. Whether it may be called that, the schema says. */
export function readRole(text: string): NewService['roles'][number] {
  const [name = '', ...rest] = text.split(':')
  return { name: name.trim(), displayName: rest.join(':').trim() || capitalized(name.trim()) }
}
