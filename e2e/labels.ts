export const languages = ['en', 'de', 'it'] as const
export type Language = (typeof languages)[number]

/** What the product promises to call things, written out here a second time on purpose. */
const promised = {
  myAccount: ['My Account', 'Mein Konto', 'Il mio account'],
  apiTokens: ['API Tokens', 'API-Token', 'Token API'],
  generateNew: ['Generate a New API Token', 'Neues API-Token generieren', 'Genera nuovo token API'],
  generate: ['Generate', 'Generieren', 'Genera'],
  revoke: ['Revoke', 'Widerrufen', 'Revoca'],
  tokenName: ['Token Name', 'Tokenname', 'Nome del token'],
  tokenTtl: ['Token TTL', 'Token-TTL', 'TTL del token'],
  defineScopes: ['Define Scopes', 'Geltungsbereiche definieren', 'Definisci ambiti'],
  organizationRoles: ['Organization Roles', 'Organisationsrollen', 'Ruoli organizzazione'],
  serviceRoles: ['Service Roles', 'Dienstrollen', 'Ruoli servizio'],
  allRoles: ['All Roles', 'Alle Rollen', 'Tutti i ruoli'],
  member: ['Organization Member', 'Organisationsmitglied', "Membro dell'Organizzazione"],
  expires: ['Expires', 'Läuft ab', 'Scadenza'],
  lastUsed: ['Last used', 'Zuletzt verwendet', 'Ultimo utilizzo'],
  created: ['Created', 'Erstellt', 'Creazione'],
  scopes: ['Scopes', 'Geltungsbereiche', 'Ambiti'],
  email: ['Email', 'E-Mail', 'E-mail'],
  password: ['Password', 'Passwort', 'Password'],
  signIn: ['Sign in', 'Anmelden', 'Accedi'],
  signOut: ['Sign out', 'Abmelden', 'Esci'],
} as const

/** What is not promised, but has to be pressed. */
const pressed = {
  actionsFor: ['Actions for', 'Aktionen für', 'Azioni per'],
  showToken: ['Show the token', 'Token anzeigen', 'Mostra il token'],
  done: ['Done', 'Fertig', 'Fine'],
  closeAnyway: ['Close anyway', 'Trotzdem schließen', 'Chiudi comunque'],
} as const

export type Labels = Record<keyof typeof promised | keyof typeof pressed, string>

export function labelsIn(language: Language): Labels {
  const column = languages.indexOf(language)
  const entries = Object.entries({ ...promised, ...pressed }).map(([name, texts]) => [name, texts[column]])
  return Object.fromEntries(entries) as Labels
}
