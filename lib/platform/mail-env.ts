import { isIP } from 'node:net'
import { z } from 'zod'
import { isThisMachine } from '../loopback'

/** Who mails are from; the name may be empty. */
export type MailFrom = { name: string; address: string }
export type ResendSettings = { apiKey: string; baseUrl: string }

/** `tls` is `implicit` from the first byte, `required` by STARTTLS, or `none` within this machine. */
export type SmtpSettings = { host: string; port: number; tls: 'implicit' | 'required' | 'none'; login: { user: string; password: string } | null }

const RESEND = 'https://api.resend.com'
const SMTP_FORM = 'must look like smtps://user:password@mail.example.com:465, or smtp:// for STARTTLS, with reserved characters as %40'

/** `Tokenward <no-reply@example.com>` or the address alone. No line break, or a header could be made of it. */
const mailFrom = z
  .string()
  .regex(/^(?:[^<>"@\p{Cc}]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/u, 'must look like Tokenward <no-reply@example.com>')
  .transform((from): MailFrom => {
    const [, name, address] = /^(.*)<(.+)>$/.exec(from) ?? []
    return { name: name?.trim() ?? '', address: address ?? from }
  })

/** The key travels with every request: never in the clear to another machine. */
const isSafeUrl = (text: string) => URL.canParse(text) && (/^https:/i.test(text) || (/^http:/i.test(text) && isThisMachine(new URL(text).hostname)))
const resendUrl = z
  .string()
  .refine(isSafeUrl, 'must be an https URL, or http on this machine')
  .transform((value) => value.replace(/\/+$/, ''))

/** A part of a URL as it was before it was written into one; null where it cannot have been. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** No parameters: what nodemailer would take from them could turn the checks of TLS off, or write secrets into a log. */
function readSmtpUrl(text: string): SmtpSettings | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text)
  const [user, pass] = [decode(username), decode(password)]
  if (!/^smtps?:$/.test(protocol) || !/^([\w.-]+|\[[\da-f:.]+\])$/i.test(hostname)) return null
  if (!/^\/?$/.test(pathname) || search !== '' || hash !== '') return null
  if (user === null || pass === null || (user === '') !== (pass === '')) return null
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    tls: secure ? 'implicit' : isThisMachine(hostname) ? 'none' : 'required',
    login: user === '' ? null : { user, password: pass },
  }
}

const smtpUrl = z.string().transform((text, context) => {
  const settings = readSmtpUrl(text)
  if (!settings) context.addIssue({ code: 'custom', message: SMTP_FORM })
  return settings ?? z.NEVER
})

/** The variables that say how mails are sent. */
export const mailVariables = {
  MAIL_FROM: mailFrom.optional(),
  RESEND_API_KEY: z.string().regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces').optional(),
  RESEND_BASE_URL: resendUrl.default(RESEND),
  SMTP_URL: smtpUrl.optional(),
}

/** The part after the @ of who mails from `publicUrl`; a bare address is none. */
function mailDomain(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return isIP(hostname) || hostname.startsWith('[') ? 'localhost' : hostname
}

type MailVariables = z.output<z.ZodObject<typeof mailVariables>>

/** How mails are sent, and who from: by the first of Resend and SMTP that is set up, else into files. */
export function readMailVariables(read: MailVariables, publicUrl: string) {
  const resend: ResendSettings | null = read.RESEND_API_KEY === undefined ? null : { apiKey: read.RESEND_API_KEY, baseUrl: read.RESEND_BASE_URL }
  const from: MailFrom = read.MAIL_FROM ?? { name: 'Tokenward', address: `no-reply@${mailDomain(publicUrl)}` }
  return { mailFrom: from, resend, smtp: read.SMTP_URL ?? null }
}
