import { languages, type Language } from './labels'

/** What the list of one's own tokens says, by language: what is promised first, what has to be pressed or read after. */
const WORDS = {
  search: ['Search', 'Suchen', 'Cerca'],
  violations: ['Violations', 'Verstöße', 'Violazioni'],
  deactivated: ['Deactivated', 'Deaktiviert', 'Disattivata'],
  revoke: ['Revoke', 'Widerrufen', 'Revoca'],
  revokeAll: ['Revoke all', 'Alle widerrufen', 'Revoca tutti'],
  save: ['Save', 'Speichern', 'Salva'],
  tokenName: ['Token Name', 'Tokenname', 'Nome del token'],
  show: ['Show', 'Anzeigen', 'Mostra'],
  all: ['All', 'Alle', 'Tutti'],
  working: ['Working', 'Funktionsfähig', 'Funzionanti'],
  notWorking: ['Not working', 'Nicht funktionsfähig', 'Non funzionanti'],
  noMatch: ['No tokens match', 'Keine passenden Token', 'Nessun token corrispondente'],
  clearAll: ['Clear all', 'Alle Filter entfernen', 'Rimuovi tutti i filtri'],
  expired: ['Expired', 'Abgelaufen', 'Scaduto'],
  twoViolations: ['2 violations', '2 Verstöße', '2 violazioni'],
  noLongerCounts: ['no longer counts', 'zählt nicht mehr', 'non vale più'],
  maxNote: ['Above the Max Token TTL', 'Über der maximalen Token-TTL', 'Oltre il TTL token max'],
  idleNote: ['Above the Idle Token TTL', 'Über der Token-TTL im Leerlauf', 'Oltre il Token TTL inattivo'],
  powerlessNote: ['You no longer hold the role', 'Sie haben die Rolle nicht mehr', 'Il ruolo per cui è stato creato non è più assegnato'],
  shorter: ['Regenerate with a shorter TTL', 'Mit kürzerer TTL neu generieren', 'Rigenera con un TTL più breve'],
  regenerate: ['Regenerate', 'Neu generieren', 'Rigenera'],
  notWhileOff: ['It can’t be regenerated while it is deactivated.', 'Es lässt sich nicht neu generieren, solange es deaktiviert ist.', 'Non può essere rigenerato finché è disattivato.'],
  edit: ['Edit', 'Bearbeiten', 'Modifica'],
  description: ['Description', 'Beschreibung', 'Descrizione'],
  reminder: ['Remind me by e-mail', 'Per E-Mail erinnern', 'Promemoria tramite e-mail'],
  select: ['Select', 'auswählen', 'Seleziona'],
  twoSelected: ['2 selected', '2 ausgewählt', '2 selezionati'],
  revokeTwo: ['Revoke 2 tokens', '2 Token widerrufen', 'Revoca 2 token'],
  phrase: ['revoke 3 tokens', '3 Token widerrufen', 'revoca 3 token'],
  confirm: ['Confirm', 'Bestätigen', 'Conferma'],
  password: ['Password', 'Passwort', 'Password'],
  help: ['Help with API tokens', 'Hilfe zu API-Token', 'Guida ai token API'],
} as const

export function wordsIn(language: Language): Record<keyof typeof WORDS, string> {
  const column = languages.indexOf(language)
  return Object.fromEntries(Object.entries(WORDS).map(([name, texts]) => [name, texts[column]])) as Record<keyof typeof WORDS, string>
}
