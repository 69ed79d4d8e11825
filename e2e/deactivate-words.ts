import { languages, type Language } from './labels'

/** What deactivating and activating say, written out here a second time on purpose. */
const said = {
  deactivate: ['Deactivate', 'Deaktivieren', 'Disattiva'],
  activate: ['Activate', 'Aktivieren', 'Attiva'],
  deactivated: ['Deactivated', 'Deaktiviert', 'Disattivato'],
  ownLabel: ['Deactivated', 'Deaktiviert', 'Disattivata'],
  keep: ['Keep activated', 'Aktiviert lassen', 'Mantieni attivato'],
  reason: ['Reason', 'Grund', 'Motivo'],
  chooseReason: ['Choose a reason.', 'Wählen Sie einen Grund.', 'Scegliere un motivo.'],
  compromise: ['Key compromise', 'Geheimnis möglicherweise bekannt geworden', 'Compromissione della chiave'],
  note: ['Note', 'Anmerkung', 'Nota'],
  select: ['Select {}', '{} auswählen', 'Seleziona {}'],
  both: ['Deactivate 2 tokens?', '2 Token deaktivieren?', 'Disattivare 2 token?'],
  bothConfirm: ['Deactivate 2 tokens', '2 Token deaktivieren', 'Disattiva 2 token'],
  bothButton: ['Deactivate 2', 'Deaktivieren (2)', 'Disattiva 2'],
  recently: ['1 of 2 was used in the last 7 days.', '1 von 2 wurde in den letzten 7 Tagen verwendet.', '1 di 2 è stato utilizzato negli ultimi 7 giorni.'],
  bothDone: ['2 tokens are deactivated', '2 Token sind deaktiviert', '2 token sono disattivati'],
  revokedMeanwhile: ['Its user has revoked it, for good', 'Sein Benutzer hat es endgültig widerrufen', 'Il suo utente lo ha revocato definitivamente'],
  oneOfTwo: ['1 of 2 tokens deactivated', '1 von 2 Token deaktiviert', 'Disattivati 1 di 2 token'],
  staysExpired: ['its user has to regenerate it', 'Sein Benutzer muss es neu generieren', 'il suo utente deve rigenerarlo'],
  all: ['Select all 30', 'Alle 30 auswählen', 'Seleziona tutti (30)'],
  allTitle: ['Deactivate 30 tokens?', '30 Token deaktivieren?', 'Disattivare 30 token?'],
  allConfirm: ['Deactivate 30 tokens', '30 Token deaktivieren', 'Disattiva 30 token'],
  type: ['Type 30 to confirm', 'Zur Bestätigung 30 eingeben', 'Digitare 30 per confermare'],
  mistyped: ['This is not 30.', 'Das ist nicht 30.', 'Non è 30.'],
  allDone: ['30 tokens were deactivated.', '30 Token wurden deaktiviert.', '30 token sono stati disattivati.'],
  recounted: ['The number is now up to date', 'Die Anzahl ist jetzt aktuell', 'Il numero è ora aggiornato'],
  selectPage: ['Select all tokens on this page', 'Alle Token dieser Seite auswählen', 'Seleziona tutti i token della pagina'],
} as const

export function deactivateWordsIn(language: Language): Record<keyof typeof said, string> {
  const column = languages.indexOf(language)
  return Object.fromEntries(Object.entries(said).map(([name, texts]) => [name, texts[column]])) as Record<keyof typeof said, string>
}
