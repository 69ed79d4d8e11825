import { languages, type Language } from './labels'

export const GOVERNANCE = '/identity-and-access/governance/api-tokens'

/** What the governance pages say, by language: what is promised first, what has to be pressed or read after. */
const WORDS = {
  identityAndAccess: ['Identity & Access Management', 'Identitäts- und Zugriffsverwaltung', 'Gestione identità e accessi'],
  governance: ['Governance', 'Governance', 'Governance'],
  apiTokens: ['API Tokens', 'API-Token', 'Token API'],
  alertIcon: ['Alert icon', 'Warnsymbol', 'Icona di avviso'],
  user: ['User', 'Benutzer', 'Utente'],
  status: ['Status', 'Status', 'Stato'],
  scopes: ['Scopes', 'Geltungsbereiche', 'Ambiti'],
  created: ['Created', 'Erstellt', 'Creazione'],
  expires: ['Expires', 'Läuft ab', 'Scadenza'],
  lastUsed: ['Last used', 'Zuletzt verwendet', 'Ultimo utilizzo'],
  activated: ['Activated', 'Aktiviert', 'Attivato'],
  deactivated: ['Deactivated', 'Deaktiviert', 'Disattivato'],
  neverExpires: ['Never expires', 'Läuft nie ab', 'Non scade mai'],
  violations: ['Violations', 'Verstöße', 'Violazioni'],
  settings: ['Settings', 'Einstellungen', 'Impostazioni'],
  search: ['Search', 'Suchen', 'Cerca'],
  idleTokenTtl: ['Idle Token TTL', 'Token-TTL im Leerlauf', 'Token TTL inattivo'],
  maxTokenTtl: ['Max Token TTL', 'Maximale Token-TTL', 'TTL token max'],
  token: ['Token', 'Token', 'Token'],
  counts: ['Counts', 'Anzahlen', 'Conteggi'],
  expired: ['Expired', 'Abgelaufen', 'Scaduto'],
  twoViolations: ['2 violations: too-idle', '2 Verstöße: too-idle', '2 violazioni: too-idle'],
  canBeExchanged: ['Can be exchanged', 'Kann eingetauscht werden', 'Può essere scambiato'],
  cannot: ['Can’t be exchanged: deactivated, expired', 'Kann nicht eingetauscht werden: deaktiviert, abgelaufen', 'Non può essere scambiato: disattivato, scaduto'],
  asTable: ['Show as table', 'Als Tabelle anzeigen', 'Mostra come tabella'],
} as const

export function governanceWords(language: Language): Record<keyof typeof WORDS, string> {
  const column = languages.indexOf(language)
  return Object.fromEntries(Object.entries(WORDS).map(([name, texts]) => [name, texts[column]])) as Record<keyof typeof WORDS, string>
}
