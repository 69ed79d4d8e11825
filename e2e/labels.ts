export const languages = ['en', 'de', 'it'] as const
export type Language = (typeof languages)[number]

/** What the product promises to call things, written out here a second time on purpose. */
const promised = {
  myAccount: ['My Account', 'Mein Konto', 'Il mio account'],
  apiTokens: ['API Tokens', 'API-Token', 'Token API'],
  generateNew: ['Generate a New API Token', 'Neues API-Token generieren', 'Genera nuovo token API'],
  generate: ['Generate', 'Generieren', 'Genera'],
  regenerate: ['Regenerate', 'Neu generieren', 'Rigenera'],
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
  save: ['Save', 'Speichern', 'Salva'],
  settings: ['Settings', 'Einstellungen', 'Impostazioni'],
  idleTtl: ['Idle Token TTL', 'Token-TTL im Leerlauf', 'Token TTL inattivo'],
  maxTtl: ['Max Token TTL', 'Maximale Token-TTL', 'TTL token max'],
  policyStatus: ['Policy status', 'Richtlinienstatus', 'Stato criterio'],
  getStarted: ['Get Started', 'Erste Schritte', 'Inizia'],
  days: ['days', 'Tage', 'giorni'],
  hours: ['hours', 'Stunden', 'ore'],
  preferences: ['Preferences', 'Präferenzen', 'Preferenze'],
  signOut: ['Sign out', 'Abmelden', 'Esci'],
  activateDevice: ['Activate MFA Device', 'Mein MFA-Gerät aktivieren', 'Attiva dispositivo MFA'],
  deactivateDevice: ['Deactivate MFA Device', 'Mein MFA-Gerät deaktivieren', 'Disattiva dispositivo MFA'],
  mfaIsOn: ['MFA is turned on', 'MFA ist aktiviert', 'MFA è attivata'],
} as const

/** What is not promised, but has to be pressed. */
const pressed = {
  limit: ['Limit', 'Grenze', 'Limite'],
  unit: ['Unit', 'Einheit', 'Unità'],
  discard: ['Discard', 'Verwerfen', 'Annulla modifiche'],
  preview: ['Preview', 'Vorschau', 'Anteprima'],
  takeTheirs: ['Use the saved values', 'Gespeicherte Werte übernehmen', 'Usa i valori salvati'],
  keepMine: ['Save mine instead', 'Meine stattdessen speichern', 'Salva invece i miei'],
  confirm: ['Confirm', 'Bestätigen', 'Conferma'],
  actionsFor: ['Actions for', 'Aktionen für', 'Azioni per'],
  showToken: ['Show the token', 'Token anzeigen', 'Mostra il token'],
  done: ['Done', 'Fertig', 'Fine'],
  profile: ['Profile', 'Profil', 'Profilo'],
  security: ['Security', 'Sicherheit', 'Sicurezza'],
  myRoles: ['My Roles', 'Meine Rollen', 'I miei ruoli'],
  saved: ['Saved', 'Gespeichert', 'Salvato'],
  firstName: ['First name', 'Vorname', 'Nome'],
  lastName: ['Last name', 'Nachname', 'Cognome'],
  timeZone: ['Time zone', 'Zeitzone', 'Fuso orario'],
  dark: ['Dark', 'Dunkel', 'Scuro'],
  noticeMe: ['Mail me when', 'E-Mail an mich, wenn', 'Inviare un’e-mail quando'],
  sessions: ['Sessions', 'Sitzungen', 'Sessioni'],
  thisSession: ['This session', 'Diese Sitzung', 'Sessione attuale'],
  endSession: ['End:', 'Beenden:', 'Termina:'],
  endOthers: ['End 2 other sessions…', '2 andere Sitzungen beenden…', 'Termina altre 2 sessioni…'],
  endOthersConfirm: ['End 2 sessions', '2 Sitzungen beenden', 'Termina 2 sessioni'],
  currentPassword: ['Current password', 'Aktuelles Passwort', 'Password attuale'],
  newPassword: ['New password', 'Neues Passwort', 'Nuova password'],
  changePassword: ['Change password', 'Passwort ändern', 'Cambia password'],
  passwordChanged: ['Password changed', 'Passwort geändert', 'Password cambiata'],
  closeAnyway: ['Close anyway', 'Trotzdem schließen', 'Chiudi comunque'],
} as const

export type Labels = Record<keyof typeof promised | keyof typeof pressed, string>

export function labelsIn(language: Language): Labels {
  const column = languages.indexOf(language)
  const entries = Object.entries({ ...promised, ...pressed }).map(([name, texts]) => [name, texts[column]])
  return Object.fromEntries(entries) as Labels
}
