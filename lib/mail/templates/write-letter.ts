import type { Mail } from '../mails'
import type { Letter } from './letter'
import { writeMfaChanged } from './mfa-changed'
import { writeSecretMade } from './secret-made'
import type { Reader } from './stationery'
import { writeTokenExpiry } from './token-expiry'
import { writeTokenActivated, writeTokensActivated } from './tokens-activated'
import { writeTokenDeactivated, writeTokensDeactivated } from './tokens-deactivated'

/**
 * What a mail says to `reader`.
 *
 * @param console the address of the console, for its links
 */
export function writeLetter(mail: Mail, reader: Reader, console: string): Letter {
  switch (mail.template) {
    case 'token_generated':
    case 'token_regenerated':
      return writeSecretMade(mail, reader, console)
    case 'token_deactivated':
      return writeTokenDeactivated(mail, reader, console)
    case 'tokens_deactivated':
      return writeTokensDeactivated(mail, reader, console)
    case 'token_activated':
      return writeTokenActivated(mail, reader, console)
    case 'tokens_activated':
      return writeTokensActivated(mail, reader, console)
    case 'token_expiring':
    case 'token_expired':
      return writeTokenExpiry(mail, reader, console)
    case 'mfa_changed':
      return writeMfaChanged(mail, reader, console)
  }
}
