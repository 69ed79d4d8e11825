import type { Letter } from './letter'
import { isolate } from './plain-text'

const quoted = ({ label, lines }: NonNullable<Letter['quote']>) => [label, ...lines.map((line) => `  > ${isolate(line)}`)].join('\n')

function listed({ title, items, more }: NonNullable<Letter['list']>): string {
  const lines = items.map(({ name, detail }) => `  - ${isolate(name)} (${detail})`)
  return [title, ...lines, ...(more === null ? [] : [`  ${more}`])].join('\n')
}

/** A letter for who reads mail as text. */
export function letterText({ title, greeting, lead, facts, quote, list, advice, notice }: Letter): string {
  const paragraphs = [
    title,
    greeting,
    lead,
    facts.map(({ label, value }) => `  ${label}: ${isolate(value)}`).join('\n'),
    quote && quoted(quote),
    list && listed(list),
    `${advice.title}\n${advice.text}\n${advice.link.href}`,
    '--',
    notice.link ? `${notice.text}\n${notice.link.href}` : notice.text,
  ]
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n').concat('\n')
}
