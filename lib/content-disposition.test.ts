import { expect, it } from 'vitest'
import { attachment } from './content-disposition'

it.each([
  ['tokens Example Labs 2026-11-22.csv', `attachment; filename="tokens Example Labs 2026-11-22.csv"; filename*=UTF-8''tokens%20Example%20Labs%202026-11-22.csv`],
  ['Größe (alt).csv', `attachment; filename="Gr__e (alt).csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%28alt%29.csv`],
  ['a"; filename=evil.exe\r\nX: y', `attachment; filename="a-; filename=evil.exe-X- y"; filename*=UTF-8''a-%3B%20filename%3Devil.exe-X-%20y`],
  ['../../etc/passwd', `attachment; filename="..-..-etc-passwd"; filename*=UTF-8''..-..-etc-passwd`],
  ['\ud800', `attachment; filename="_"; filename*=UTF-8''_`],
  ["o'clock*", `attachment; filename="o'clock-"; filename*=UTF-8''o%27clock-`],
])('names a file %j', (name, header) => {
  expect(attachment(name)).toBe(header)
})
