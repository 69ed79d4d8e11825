import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'

export type Language = 'en' | 'de' | 'it'

function flatten(node: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof node === 'string') return into.set(path, node)
  for (const [key, value] of Object.entries(node as Record<string, unknown>)) flatten(value, path ? `${path}.${key}` : key, into)
  return into
}

/** The file of one language as it is written. */
export const readMessagesText = (language: Language): string => readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')

/** Every message of one language, by its full key. Read as text: no type of ours stands between file and test. */
export function readMessages(language: Language): Map<string, string> {
  return flatten(JSON.parse(readMessagesText(language)), '', new Map())
}

const CHOICES: ReadonlySet<unknown> = new Set([1, 2, 3])

function collect(nodes: unknown, into: Set<string>) {
  if (!Array.isArray(nodes)) return
  for (const node of nodes as unknown[]) {
    if (!Array.isArray(node)) continue
    const [name, kind, ...rest] = node as unknown[]
    const isTag = node.length > 1 && typeof kind !== 'number'
    into.add(isTag ? `<${String(name)}>` : String(name))
    if (isTag) collect([kind, ...rest], into)
    if (CHOICES.has(kind)) for (const branch of Object.values(rest[0] as object)) collect(branch, into)
  }
}

/** The names that a message wants filled in, in order of the alphabet, tags as `<b>`. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  collect(compile(message), found)
  return [...found].sort()
}
