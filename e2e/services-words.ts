import { languages, type Language } from './labels'

/** What the pages of services call things, written out here a second time on purpose. */
const words = {
  services: ['Services', 'Dienste', 'Servizi'],
  add: ['Add service', 'Dienst hinzufügen', 'Aggiungi servizio'],
  clientId: ['Client ID', 'Client-ID', 'ID client'],
  name: ['Name', 'Name', 'Nome'],
  roles: ['Roles', 'Rollen', 'Ruoli'],
  added: ['Service added', 'Dienst hinzugefügt', 'Servizio aggiunto'],
  rotated: ['Secret rotated', 'Geheimnis erneuert', 'Segreto rinnovato'],
  secret: ['Client secret', 'Client-Geheimnis', 'Segreto del client'],
  show: ['Show the secret', 'Geheimnis anzeigen', 'Mostra il segreto'],
  rotate: ['Rotate secret', 'Geheimnis erneuern', 'Rinnova segreto'],
  remove: ['Remove service', 'Dienst entfernen', 'Rimuovi servizio'],
  confirmType: ['Type', 'Geben Sie zur Bestätigung', 'Digitare'],
  badId: ['Use 1 to 64 lower case letters', 'Verwenden Sie für die ID 1 bis 64', 'Usare per l’ID da 1 a 64'],
  taken: ['There is a service of this id already', 'Es gibt bereits einen Dienst mit dieser ID', 'Esiste già un servizio con questo ID'],
  mistyped: ['Type the client ID exactly', 'Geben Sie die Client-ID genau so ein', 'Digitare l’ID client esattamente'],
} as const

export function servicesWordsIn(language: Language): Record<keyof typeof words, string> {
  const column = languages.indexOf(language)
  return Object.fromEntries(Object.entries(words).map(([name, texts]) => [name, texts[column]])) as Record<keyof typeof words, string>
}
