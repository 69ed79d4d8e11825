import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startResendStandIn, type Mood } from '@/server/testing/resend-stand-in'
import { newId } from '../ids'
import { MailDelayed, MailRefused, type OutgoingMail } from './outgoing-mail'
import { sendByResend } from './resend'

const API_KEY = 're_a-key-that-nobody-may-read'

let standIn: Awaited<ReturnType<typeof startResendStandIn>>
beforeAll(async () => {
  standIn = await startResendStandIn()
})
afterAll(() => standIn.stop())

const makeMail = (change: Partial<OutgoingMail> = {}): OutgoingMail => {
  const id = newId()
  return { id, from: { name: 'Token, Office', address: 'tokens@example.com' }, to: { name: '"<b>, x@example.com', address: `${id}@example.test` }, subject: 'Subject', html: '<p>Hello</p>', text: 'Hello', at: new Date(), ...change }
}
const send = (mail: OutgoingMail, limit?: number) => sendByResend(mail, { apiKey: API_KEY, baseUrl: standIn.url }, limit)
const received = ({ to }: OutgoingMail) => standIn.mails().filter((mail) => mail.to === to.address)
const failureOf = (mail: OutgoingMail, limit?: number) => send(mail, limit).then(() => null, (error: unknown) => error)

it('hands over a mail with who it is from and for, and both of its faces', async () => {
  const mail = makeMail()
  await send(mail)
  expect(received(mail)).toEqual([{ from: '"Token, Office" <tokens@example.com>', to: mail.to.address, subject: 'Subject', html: '<p>Hello</p>', text: 'Hello', headers: { 'auto-submitted': 'auto-generated' } }])
})

describe('a failure that may pass', () => {
  it.each<Mood>(['down', 'limit', 'nonsense', 'wrong key'])('is an error where Resend is in the mood %s, and the next attempt sends once', async (mood) => {
    const mail = makeMail()
    standIn.next(mood)
    const error = await failureOf(mail)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(MailRefused)
    expect(received(mail)).toEqual([])
    await send(mail)
    expect(received(mail)).toHaveLength(1)
  })

  it('is one that takes too long', async () => {
    const mail = makeMail()
    standIn.next('hang')
    expect(await failureOf(mail, 200)).not.toBeInstanceOf(MailRefused)
    await send(mail)
    expect(received(mail)).toHaveLength(1)
  })

  it('tells for how long Resend wants to be left alone', async () => {
    standIn.next('limit for two minutes', 'limit')
    expect(await failureOf(makeMail())).toMatchObject({ seconds: 120 })
    expect(await failureOf(makeMail())).not.toBeInstanceOf(MailDelayed)
  })

  it('is a server that is not there', async () => {
    await expect(sendByResend(makeMail(), { apiKey: API_KEY, baseUrl: 'http://127.0.0.1:1' })).rejects.toThrow('no answer')
  })
})

describe('once', () => {
  it('is what a mail arrives whose connection was cut after it had been taken', async () => {
    const mail = makeMail()
    standIn.next('cut')
    expect(await failureOf(mail)).toBeInstanceOf(Error)
    await send(mail)
    expect(received(mail)).toHaveLength(1)
  })

  it('is what it arrives when what it says has changed meanwhile: it counts as sent', async () => {
    const mail = makeMail()
    standIn.next('cut')
    await failureOf(mail)
    await send({ ...mail, subject: 'Betreff' })
    expect(received(mail).map(({ subject }) => subject)).toEqual(['Subject'])
  })
})

it('tells a mail that is refused for good', async () => {
  standIn.next('refuse')
  await expect(send(makeMail())).rejects.toThrow(MailRefused)
})

it('repeats the key to nobody, not even where the answer does', async () => {
  standIn.next('wrong key')
  const error = await failureOf(makeMail())
  expect(inspect(error, { depth: 5 })).toContain('[redacted]')
  expect(inspect(error, { depth: 5 })).not.toContain(API_KEY)
})
