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
import { Facts, Quote, TokenList } from './letter-parts'
import { action, heading, INK, LINE, link, paragraph, SANS, small } from './letter-style'

/** What a mail says, before it is laid out: once as HTML, once as text. None of it is markup. */
export type Letter = {
  lang: string
  subject: string
  title: string
  greeting: string
  lead: string
  facts: { label: string; value: string }[]
  /** Somebody's own words, as lines. */
  quote: { label: string; lines: string[] } | null
  list: { title: string; items: { name: string; detail: string }[]; more: string | null } | null
  advice: { title: string; text: string; link: Reference }
  notice: { text: string; link: Reference | null }
}
type Reference = { label: string; href: string }

/** The one layout of every mail. It loads nothing: no picture, no font, nothing that tells that it was opened. */
export function LetterPage({ letter }: { letter: Letter }) {
  const { lang, subject, title, greeting, lead, facts, quote, list, advice, notice } = letter
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
          {quote && <Quote quote={quote} />}
          {list && <TokenList list={list} />}
          <Section>
            <Heading as="h2" style={heading}>
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
            {notice.link && (
              <Link href={notice.link.href} style={link}>
                {notice.link.label}
              </Link>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}
