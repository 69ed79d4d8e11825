import type { Mail } from '../mails'
import type { Letter } from './letter'
import { writeSecretMade, type Reader } from './secret-made'

/** What a mail says to `reader`. */
export function writeLetter(mail: Mail, reader: Reader, console: string): Letter {
  switch (mail.template) {
    case 'token_generated':
    case 'token_regenerated':
      return writeSecretMade(mail, reader, console)
    default:
      throw new Error(`There is no letter for ${mail.template}`)
  }
}
