/** Parts of a person's own list that are looked at together; the first is shown unless another is asked for. */
export const OWN_TOKEN_VIEWS = ['all', 'working', 'not_working', 'violations'] as const

export type OwnTokenView = (typeof OWN_TOKEN_VIEWS)[number]

/** What of the list is shown. An empty search finds everything. */
export type OwnTokenFilter = { view: OwnTokenView; search: string }

/**
 * In code points. A search stands in the address, and so in logs and histories: of an API token that somebody pastes
 * to find out which it is, 40 characters hold its organization and 14 of the 43 that are secret.
 */
export const MAX_SEARCH_LENGTH = 40

const CONTROL = /\p{Cc}/gu

/** The view that `text` of an address asks for; whatever else it is, all of them. */
export function readView(text: unknown): OwnTokenView {
  return OWN_TOKEN_VIEWS.find((view) => view === text) ?? 'all'
}

/** The secret of an API token, or as much of it as is there, after what every token of the organization begins with. */
const SECRET = /(tw_[0-9A-Za-z]{22}_)[0-9A-Za-z]+/gu

/** Whether part of a secret was pasted where a name was to be typed. */
export function holdsSecret(text: unknown): boolean {
  return String(text ?? '').search(SECRET) >= 0
}

/**
 * The search that `text` of an address asks for, as names are stored: NFC, trimmed, and without what no name can hold.
 * Nothing of a secret is part of it.
 */
export function readSearch(text: unknown): string {
  if (typeof text !== 'string') return ''
  const plain = text.normalize('NFC').replaceAll(CONTROL, ' ').trim()
  return [...plain.replaceAll(SECRET, '$1')].slice(0, MAX_SEARCH_LENGTH).join('')
}

/** Whether the filter leaves anything out. */
export function isFiltered({ view, search }: OwnTokenFilter): boolean {
  return view !== 'all' || search !== ''
}
