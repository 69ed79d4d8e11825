import { describe, expect, it } from 'vitest'
import { fieldsOfForm, fieldsOfJson, readExchangeRequest } from './exchange-request'
import { maskToken, Refusal, refusalBody } from './refusal'

function outcome(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const form = (text: string) => outcome(() => readExchangeRequest(fieldsOfForm(new URLSearchParams(text))))
const json = (text: string) => outcome(() => readExchangeRequest(fieldsOfJson(text)))

describe('an exchange request', () => {
  it.each([
    ['api_token=x', { apiToken: 'x', scope: null, passcode: null }],
    ['refresh_token=x', { apiToken: 'x', scope: null, passcode: null }],
    ['grant_type=refresh_token&refresh_token=x&client_id=y', { apiToken: 'x', scope: null, passcode: null }],
    ['api_token=x&scope=a+b', { apiToken: 'x', scope: ['a', 'b'], passcode: null }],
    ['api_token=x&scope=', { apiToken: 'x', scope: null, passcode: null }],
    ['api_token=x&passcode=+123+456+', { apiToken: 'x', scope: null, passcode: '123 456' }],
    ['api_token=x&passcode=', { apiToken: 'x', scope: null, passcode: null }],
    ['api_token=x&passcode=1&passcode=2', 'invalid_request'],
    ['', 'invalid_request'],
    ['api_token=', 'invalid_request'],
    ['api_token=x&api_token=y', 'invalid_request'],
    ['api_token=x&refresh_token=x', 'invalid_request'],
    ['api_token=x&scope=a&scope=b', 'invalid_request'],
    ['api_token=x&grant_type=password', 'unsupported_grant_type'],
  ])('as a form: %s', (text, read) => {
    expect(form(text)).toEqual(read)
  })

  it.each([
    ['{"api_token":"x"}', { apiToken: 'x', scope: null, passcode: null }],
    ['{"refresh_token":"x","scope":"a"}', { apiToken: 'x', scope: ['a'], passcode: null }],
    ['{"api_token":"x","passcode":"123456"}', { apiToken: 'x', scope: null, passcode: '123456' }],
    ['{"api_token":"x","passcode":123456}', { apiToken: 'x', scope: null, passcode: null }],
    ['{"api_token":1}', 'invalid_request'],
    ['{"api_token":null}', 'invalid_request'],
    ['[]', 'invalid_request'],
    ['null', 'invalid_request'],
    ['{', 'invalid_request'],
    ['{"__proto__":{"api_token":"x"}}', 'invalid_request'],
  ])('as JSON: %s', (text, read) => {
    expect(json(text)).toEqual(read)
  })
})

describe('a refusal', () => {
  it('says the last four characters of a token and no more', () => {
    const body = refusalBody(new Refusal('invalid_token', 'tw_'.padEnd(71, 'x') + 'Z9aQ'), 'r')
    expect(body).toMatchObject({ errorCode: 'invalid_token', error: 'invalid_grant', statusCode: 400, moduleCode: 540, requestId: 'r' })
    expect(body.message).toBe('invalid_grant: Invalid refresh token: ****Z9aQ')
  })

  it.each(['', 'abcd', 'short', '"><script>alert(1)</script>'])('says nothing of %j', (text) => {
    expect(maskToken(text)).toBe('****')
  })

  it('is invalid_token to a client that sent none, and invalid_request to OAuth', () => {
    expect(refusalBody(new Refusal('invalid_request'), 'r')).toMatchObject({ errorCode: 'invalid_token', error: 'invalid_request' })
  })
})
