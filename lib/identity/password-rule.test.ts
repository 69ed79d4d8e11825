import { describe, expect, it } from 'vitest'
import { MAX_PASSWORD_BYTES } from './password-length'
import { passwordProblem } from './password-rule'

const ada = { email: 'ada.rossi@example.com', names: ['Ada', 'Rossi', 'Northwind Logistics'] }

describe('passwordProblem', () => {
  it.each(['correct horse battery', 'vnZ3kq8LmTw2', 'ein Pferd frisst keinen Salat', 'Ωμέγα και άλφα', '🐎🔋🧷🐎🔋🧷🪶🧂🎻🪁🧲🪵', '849302715566'])('takes %s', (password) => {
    expect(passwordProblem(password, ada)).toBeNull()
  })

  it.each(['', 'elevenchars', 'vnZ3kq8LmTw', '🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎'])('finds %s too short', (password) => {
    expect(passwordProblem(password, ada)).toBe('password_too_short')
  })

  it('finds one too long that signing in would not read', () => {
    const longest = Array.from({ length: MAX_PASSWORD_BYTES }, (_, at) => 'kq8LmT w2v!'[(at * at) % 11]).join('')
    expect(passwordProblem(longest, ada)).toBeNull()
    expect(passwordProblem(`${longest}x`, ada)).toBe('password_too_long')
  })

  it.each([
    'password1234',
    'P@ssw0rd2024',
    '!!Passwort123',
    'passwordpassword',
    'Sommer2024!!',
    'Willkommen123',
    'buongiorno12',
    'juventus1897',
    'Administrator1',
    'letmein letmein',
    'correcthorsebatterystaple',
    'correct-horse-battery-staple',
    '123456789012',
    'qwertyuiop12',
    'QWERTZUIOPÜ1',
    '1qaz2wsx3edc',
    '1q2w3e4r5t6y',
    'abcdefghijkl',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'k9!xk9!xk9!x',
  ])('finds %s common', (password) => {
    expect(passwordProblem(password, ada)).toBe('password_common')
  })

  it.each(['ada.rossi2024', 'AdaRossi!1999', 'ada.rossi@example.com', 'northwind123', 'Tokenward-2026', 'rossi-rossi-12'])('finds %s to be about its owner', (password) => {
    expect(passwordProblem(password, ada)).toBe('password_about_you')
  })
})
