import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { startSmtpStandIn } from '@/server/testing/smtp-stand-in'
import { newId } from '../ids'
import type { SmtpSettings } from '../mail-env'
import { MailRefused, type OutgoingMail } from './outgoing-mail'
import { sendBySmtp } from './smtp'

const running: { stop(): Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})
async function start(options?: Parameters<typeof startSmtpStandIn>[0]) {
  const server = await startSmtpStandIn(options)
  running.push(server)
  return server
}

const settings = (port: number, change: Partial<SmtpSettings> = {}): SmtpSettings => ({ host: '127.0.0.1', port, tls: 'none', login: null, ...change })
const makeMail = (): OutgoingMail => ({
  id: newId(),
  from: { name: 'Token, Office', address: 'tokens@example.com' },
  to: { name: 'Ada\r\nBcc: a@example.com', address: 'ada@example.test' },
  subject: 'x\r\nBcc: everybody@example.com\r\n\r\nرمز',
  html: '<p>Hello</p>',
  text: 'Hello',
  at: new Date(),
})
const failureOf = (mail: OutgoingMail, to: SmtpSettings, limit?: number) => sendBySmtp(mail, to, limit).then(() => null, (error: unknown) => error)

it('hands over a mail whose header stays whole, under the id of ours', async () => {
  const server = await start()
  const mail = makeMail()
  await sendBySmtp(mail, settings(server.port, { login: { user: 'ward', password: server.password } }))
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toMatchObject({ messageId: `<${mail.id}@example.com>`, from: { name: 'Token, Office', address: 'tokens@example.com' }, text: 'Hello\n' })
  expect(server.mails[0]?.to?.map(({ address }) => address)).toEqual(['ada@example.test'])
  expect(server.mails[0]?.headers.map(({ key }) => key)).not.toContain('bcc')
})

describe('a failure that may pass', () => {
  it('is a server that is down, and the mail arrives when it is up', async () => {
    const first = await start()
    const to = settings(first.port)
    await first.stop()
    running.length = 0
    expect(await failureOf(makeMail(), to)).not.toBeInstanceOf(MailRefused)
    const second = await start()
    await sendBySmtp(makeMail(), settings(second.port))
    expect(second.mails).toHaveLength(1)
  })

  it('is one that says nothing, or goes on saying little', async () => {
    const timers: NodeJS.Timeout[] = []
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    const drip = createServer((socket) => {
      timers.push(setInterval(() => socket.write('220-wait\r\n'), 50))
      socket.on('error', () => undefined)
    }).listen(0, '127.0.0.1')
    await Promise.all([once(silent, 'listening'), once(drip, 'listening')])
    for (const server of [silent, drip]) {
      const error = await failureOf(makeMail(), settings((server.address() as AddressInfo).port), 300)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(MailRefused)
      server.close()
    }
    timers.forEach(clearInterval)
  })

  it.each(['451 4.3.0 Try again later', '554 5.7.1 Relay access denied'])('is a mail answered with %s', async (refusal) => {
    const server = await start({ refusal })
    const error = await failureOf(makeMail(), settings(server.port))
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(MailRefused)
  })
})

describe('a refusal for good', () => {
  it('is of a recipient that does not exist', async () => {
    const server = await start({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })) })
    const error = await failureOf(makeMail(), settings(server.port))
    expect(error).toBeInstanceOf(MailRefused)
    expect(String(error)).toContain('No such mailbox')
  })

  it('is of what the mail says', async () => {
    const server = await start({ refusal: '552 5.3.4 Message too big' })
    expect(await failureOf(makeMail(), settings(server.port))).toBeInstanceOf(MailRefused)
  })
})

it('may double a mail that was cut off after the server had it, and both are known for one by their id', async () => {
  const server = await start({ cutAfterData: true })
  const mail = makeMail()
  expect(await failureOf(mail, settings(server.port))).toBeInstanceOf(Error)
  await sendBySmtp(mail, settings(server.port))
  expect(server.mails.map(({ messageId }) => messageId)).toEqual([`<${mail.id}@example.com>`, `<${mail.id}@example.com>`])
})

describe('what is secret', () => {
  it('stays out of the error where the login is refused by a server that repeats it', async () => {
    const server = await start()
    const error = await failureOf(makeMail(), settings(server.port, { login: { user: 'ward', password: 'hush-hush' } }))
    expect(String(error)).toContain('refused the login: 535')
    expect(inspect(error, { depth: 5 })).not.toMatch(/hush|aHVzaC/)
    expect(error).not.toBeInstanceOf(MailRefused)
  })

  it.each([
    ['does not speak TLS', {}, 'required'],
    ['has a certificate of nobody', { hideSTARTTLS: false }, 'required'],
    ['has one of nobody from the first byte', { secure: true }, 'implicit'],
  ] as const)('is told to no server that %s', async (_what, options, tls) => {
    const server = await start(options)
    const to = settings(server.port, { tls, login: { user: 'ward', password: server.password } })
    expect(String(await failureOf(makeMail(), to))).toMatch(/STARTTLS|certificate/)
    expect(server.mails).toEqual([])
  })
})
