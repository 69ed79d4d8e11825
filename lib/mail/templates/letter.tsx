import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'

/** What a mail says, before it is laid out: once as HTML, once as text. None of it is markup. */
export type Letter = {
  lang: string
  subject: string
  title: string
  greeting: string
  lead: string
  facts: { label: string; value: string }[]
  advice: { title: string; text: string; link: Reference }
  notice: { text: string; link: Reference }
}
type Reference = { label: string; href: string }

/** Mail programs know neither our custom properties nor light-dark(): these are the light ones, as hex. */
const INK = '#1c2027'
const MUTED = '#545a66'
const LINE = '#e3e6ea'
const ACCENT = '#1d5bb8'
const SANS = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'

const paragraph = { margin: '0 0 16px', fontSize: '15px', lineHeight: '23px', color: INK }
const small = { ...paragraph, margin: '0', fontSize: '13px', lineHeight: '20px', color: MUTED }
const cell = { padding: '7px 0', fontSize: '14px', lineHeight: '20px', textAlign: 'start', verticalAlign: 'top', borderTop: `1px solid ${LINE}` } as const
const link = { color: ACCENT, textDecoration: 'underline' }
const action = { display: 'inline-block', padding: '9px 16px', borderRadius: '6px', backgroundColor: ACCENT, color: '#ffffff', fontSize: '14px', lineHeight: '20px', textDecoration: 'none' }

/** Names are of any script: each is set in its own direction and leaves what surrounds it alone. */
function Facts({ facts }: Pick<Letter, 'facts'>) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ width: '100%', margin: '0 0 24px', borderCollapse: 'collapse', borderBottom: `1px solid ${LINE}` }}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <td style={{ ...cell, width: '38%', paddingRight: '16px', color: MUTED }}>{label}</td>
            <td style={{ ...cell, color: INK, wordBreak: 'break-word' }}>
              <bdi dir="auto">{value}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The one layout of every mail. It loads nothing: no picture, no font, nothing that tells that it was opened. */
export function LetterPage({ letter }: { letter: Letter }) {
  const { lang, subject, title, greeting, lead, facts, advice, notice } = letter
  return (
    <Html lang={lang} dir="ltr">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body style={{ margin: 0, padding: '24px 12px', backgroundColor: '#f6f7f9', fontFamily: SANS }}>
        <Preview>{lead}</Preview>
        <Container style={{ maxWidth: '560px', margin: '0 auto', padding: '28px 28px 24px', backgroundColor: '#ffffff', border: `1px solid ${LINE}`, borderRadius: '10px' }}>
          <Text style={{ ...small, marginBottom: '20px', fontWeight: 600 }}>Tokenward</Text>
          <Heading as="h1" style={{ margin: '0 0 16px', fontSize: '20px', lineHeight: '28px', fontWeight: 600, color: INK }}>
            {title}
          </Heading>
          <Text style={paragraph}>{greeting}</Text>
          <Text style={paragraph}>{lead}</Text>
          <Facts facts={facts} />
          <Section>
            <Heading as="h2" style={{ margin: '0 0 4px', fontSize: '15px', lineHeight: '23px', fontWeight: 600, color: INK }}>
              {advice.title}
            </Heading>
            <Text style={paragraph}>{advice.text}</Text>
            <Link href={advice.link.href} style={action}>
              {advice.link.label}
            </Link>
          </Section>
          <Hr style={{ margin: '28px 0 16px', border: 'none', borderTop: `1px solid ${LINE}` }} />
          <Text style={small}>
            {notice.text}{' '}
            <Link href={notice.link.href} style={link}>
              {notice.link.label}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** Opens and closes a stretch of text that has a direction of its own, for readers without markup. */
const isolate = (text: string) => (/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text) ? `\u2068${text}\u2069` : text)

/** The same for who reads mail as text. */
export function letterText({ title, greeting, lead, facts, advice, notice }: Letter): string {
  const listed = facts.map(({ label, value }) => `  ${label}: ${isolate(value)}`).join('\n')
  const advised = `${advice.title}\n${advice.text}\n${advice.link.href}`
  return [title, greeting, lead, listed, advised, '--', `${notice.text}\n${notice.link.href}`].join('\n\n').concat('\n')
}
