import { describe, expect, it } from 'vitest'
import { readMessages, type Language } from './catalogue'

/** What each answer has to say, in the words of each language. */
const ANSWERS: Record<string, Record<Language, RegExp>> = {
  'extend.answer': { en: /^Regenerate it/, de: /^Generieren Sie es neu/, it: /^Rigenerarlo/ },
  'regenerate.answer': { en: /at any time.*replace it/, de: /jederzeit.*Ersetzen Sie es/, it: /qualsiasi momento.*sostituirlo/ },
  'compromised.answer': { en: /^Revoke it.*generate a new one/, de: /^Widerrufen Sie es.*generieren Sie dann ein neues/, it: /^Revocarlo.*generarne uno nuovo/ },
  'end.answer': { en: /^Revoke it.*access token/, de: /^Widerrufen Sie es.*Zugriffstoken/, it: /^Revocarlo.*token di accesso/ },
  'lost.answer': { en: /can’t be restored.*Revoke it/, de: /niemand wiederherstellen. Widerrufen Sie es/, it: /non può essere ripristinato.*Revocarlo/ },
  'reactivate.answer': { en: /contact an Organization Owner.*<b>Deactivated<\/b>/, de: /an einen Organisationsbesitzer.*<b>Deaktiviert<\/b>/, it: /contattare un Proprietario dell'Organizzazione.*<b>Disattivata<\/b>/ },
  responsible: { en: /alone.*Storing.*backup.*managing/, de: /allein.*aufbewahren, sichern und verwalten/i, it: /solo.*Conservarli.*backup.*gestirli/ },
  possession: { en: /no proof of possession/, de: /keinen Besitznachweis/, it: /prova di possesso/ },
  audited: { en: /generating.*one or all.*fails/, de: /generieren.*eines oder alle.*fehlgeschlagene/, it: /generazione.*uno o di tutti.*non riuscito/ },
  readers: { en: /Organization Owner/, de: /Organisationsbesitzer/, it: /Proprietario dell'Organizzazione/ },
  delay: { en: /signature.*30 minutes/, de: /Signatur.*30 Minuten/, it: /firma.*30 minuti/ },
  mfa: { en: /six-digit code/, de: /sechsstelligen Code/, it: /codice di sei cifre/ },
}

/** What revoking is not: an owner deactivates, and can undo it. */
const DEACTIVATING = /deactivat|disattiv|deaktivier/i

describe.each<Language>(['en', 'de', 'it'])('the help in %s', (language) => {
  const messages = readMessages(language)

  it.each(Object.keys(ANSWERS))('answers: %s', (key) => {
    expect(messages.get(`help.${key}`)).toMatch(ANSWERS[key]?.[language] ?? /never/)
  })

  it('never calls revoking by the name of what an owner does', () => {
    const onRevoking = [...messages].filter(([key]) => /^help\.(compromised|end|lost|delay)\b|^revoke\./.test(key))
    expect(onRevoking.length).toBeGreaterThan(10)
    expect(onRevoking.filter(([, text]) => DEACTIVATING.test(text))).toEqual([])
  })
})
