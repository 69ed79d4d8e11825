import { languages, type Language } from './labels'

/** What is not promised of the pages of MFA, but has to be read or pressed. */
const words = {
  title: ['MFA for API tokens', 'MFA für API-Token', 'MFA per i token API'],
  link: ['MFA', 'MFA', 'MFA'],
  manage: ['Manage MFA', 'MFA verwalten', 'Gestisci MFA'],
  none: ['No device yet', 'Noch kein Gerät', 'Ancora nessun dispositivo'],
  key: ['Key', 'Schlüssel', 'Chiave'],
  qr: ['QR code with the key', 'QR-Code mit dem Schlüssel', 'Codice QR con la chiave'],
  deviceName: ['Device name', 'Gerätename', 'Nome del dispositivo'],
  code: ['Code', 'Code', 'Codice'],
  anyCode: ['Code or recovery code', 'Code oder Wiederherstellungscode', 'Codice o codice di recupero'],
  codesTitle: ['Your recovery codes', 'Ihre Wiederherstellungscodes', 'I codici di recupero'],
  recoveryCodes: ['Recovery codes', 'Wiederherstellungscodes', 'Codici di recupero'],
  copyCodes: ['Copy codes', 'Codes kopieren', 'Copia codici'],
  turnOn: ['Turn on MFA', 'MFA einschalten', 'Attiva MFA'],
  turnOff: ['Turn off MFA', 'MFA ausschalten', 'Disattiva MFA'],
  renewMore: ['New recovery codes…', 'Neue Wiederherstellungscodes…', 'Nuovi codici di recupero…'],
  renew: ['Make new recovery codes', 'Neue Wiederherstellungscodes erzeugen', 'Crea nuovi codici di recupero'],
  wrongCode: ['This code is not right.', 'Dieser Code stimmt nicht.', 'Il codice non è corretto.'],
  usedCode: ['This code has been used. Wait for the next one', 'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten', 'Il codice è già stato usato. Attendere il prossimo'],
  policy: ['Authentication Policy', 'Authentifizierungsrichtlinie', 'Criterio di autenticazione'],
  enforce: ['Enforce MFA for API tokens', 'MFA für API-Token erzwingen', 'Imponi MFA per i token API'],
  confirmEnforce: ['Enforce MFA', 'MFA erzwingen', 'Imponi MFA'],
  oneUser: ['1 user', '1 Benutzer', '1 utente'],
  requires: ['requires MFA for API tokens', 'verlangt MFA für API-Token', 'richiede MFA per i token API'],
} as const satisfies Record<string, readonly [string, string, string]>

export type MfaWords = Record<keyof typeof words, string>

export function mfaWordsIn(language: Language): MfaWords {
  const column = languages.indexOf(language)
  return Object.fromEntries(Object.entries(words).map(([name, texts]) => [name, texts[column]])) as MfaWords
}
