import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { SmtpSettings } from '../mail-env'
import { compose } from './compose'
import { MailRefused, providerWords, SEND_LIMIT, type OutgoingMail } from './outgoing-mail'

const TLS = {
  implicit: { secure: true },
  required: { secure: false, requireTLS: true },
  none: { secure: false, ignoreTLS: true },
}

/** Hands over a socket that dies when the time is up, whatever the server is doing then. */
const limitedSocket = (host: string, port: number, limit: number) => (_options: object, callback: (error: Error | null, options: object) => void) => {
  const socket = connect({ host, port, signal: AbortSignal.timeout(limit) })
  const fail = (error: Error) => callback(error, {})
  socket.once('error', fail)
  socket.once('connect', () => {
    // From here on nodemailer hears of it.
    socket.off('error', fail)
    callback(null, { connection: socket })
  })
}

const failure = z.object({ message: z.string(), code: z.string().optional(), command: z.string().optional(), response: z.string().optional() })
type Failure = z.output<typeof failure>

/**
 * Whether the server refused this mail, rather than us or the moment: its recipient or its content, by a 5xx.
 * What is about policy (5.7.x: relaying, who we are) concerns every mail and is for whoever set the server up to mend.
 *
 * @see RFC 3463 §3.8
 */
function isRefusal({ code, command, response = '' }: Failure): boolean {
  if (code === 'EENVELOPE' && command === 'API') return true
  const ofThisMail = command === 'RCPT TO' || (command === 'DATA' && code === 'EMESSAGE')
  return ofThisMail && /^5\d\d/.test(response) && !/^5\d\d[ -]5\.7\./.test(response)
}

/** An error that says what happened and nothing of the login, which nodemailer's own might repeat. */
function judge(error: unknown, { login }: SmtpSettings): Error {
  const parsed = failure.safeParse(error)
  if (!parsed.success) return new Error('The SMTP server could not be used')
  const { code, message, response = '' } = parsed.data
  if (code === 'EAUTH') return new Error(`The SMTP server refused the login: ${response.slice(0, 3) || 'no answer'}`)
  const words = `SMTP: ${providerWords(message, login ? [login.password] : [])}`
  return isRefusal(parsed.data) ? new MailRefused(words) : new Error(words)
}

/**
 * Sends a mail by SMTP. One that was cut off after the server had taken it all goes out again at the next attempt: SMTP
 * has no way to ask. Both bear the same `Message-ID`, by which mailboxes may know them for one.
 *
 * @param limit milliseconds
 * @throws {MailRefused} where the server will not take this mail at all
 */
export async function sendBySmtp(mail: OutgoingMail, settings: SmtpSettings, limit = SEND_LIMIT): Promise<void> {
  const { host, port, tls, login } = settings
  const transport = createTransport({
    host,
    port,
    ...TLS[tls],
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    getSocket: limitedSocket(host, port, limit),
  })
  try {
    await transport.sendMail(compose(mail))
  } catch (error) {
    throw judge(error, settings)
  } finally {
    transport.close()
  }
}
