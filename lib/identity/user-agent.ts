/** A browser and the system that it runs on, by name; null is one that is not known here. */
export type Device = { browser: string | null; system: string | null }

/** The more particular first: Edge calls itself Chrome too, Chrome calls itself Safari, Android calls itself Linux. */
const BROWSERS = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bVersion\/[\d.]+ .*\bSafari\//],
  ['curl', /^curl\//],
] as const

const SYSTEMS = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Chrome OS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
] as const

type Known = readonly (readonly [name: string, sign: RegExp])[]

function nameIn(userAgent: string, known: Known): string | null {
  return known.find(([, sign]) => sign.test(userAgent))?.[0] ?? null
}

/**
 * What a `User-Agent` header says of who sent it: enough for its owner to recognize a session by, and no more. It is
 * the client's own word.
 *
 * @see RFC 9110 §10.1.5
 */
export function readUserAgent(userAgent: string | null): Device {
  const text = userAgent ?? ''
  return { browser: nameIn(text, BROWSERS), system: nameIn(text, SYSTEMS) }
}
