/** What file systems, shells or headers take for something else. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|%]+/gu

/** Beyond what encodeURIComponent leaves as it is, RFC 8187 §3.2.1 has these encoded. */
const encodeRest = (text: string) => text.replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The header that has a browser save an answer as `name`, whatever characters it has.
 *
 * @see RFC 6266 §4.3: those who cannot read `filename*` take `filename`
 */
export function attachment(name: string): string {
  const plain = name.replaceAll(/\p{Cs}/gu, '_').normalize('NFC').replaceAll(UNSAFE, '-')
  const ascii = plain.replaceAll(/[^\x20-\x7e]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRest(encodeURIComponent(plain))}`
}
