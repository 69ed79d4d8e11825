import { Heading } from '@react-email/heading'
import { Section } from '@react-email/section'
import type { Letter } from './letter'
import { cell, heading, INK, LINE, MUTED, paragraph } from './letter-style'

/** Names are of any script: each is set in its own direction and leaves what surrounds it alone. */
export function Facts({ facts }: Pick<Letter, 'facts'>) {
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

/** Somebody's own words, set apart from ours. */
export function Quote({ quote: { label, lines } }: { quote: NonNullable<Letter['quote']> }) {
  return (
    <Section style={{ margin: '0 0 24px' }}>
      <Heading as="h2" style={heading}>
        {label}
      </Heading>
      <blockquote dir="auto" style={{ ...paragraph, margin: 0, padding: '2px 0 2px 14px', borderInlineStart: `3px solid ${LINE}`, wordBreak: 'break-word' }}>
        {lines.map((line, at) => (
          <bdi key={at} dir="auto" style={{ display: 'block', minHeight: '23px' }}>
            {line}
          </bdi>
        ))}
      </blockquote>
    </Section>
  )
}

/** The tokens that a digest is about, by name. */
export function TokenList({ list: { title, items, more } }: { list: NonNullable<Letter['list']> }) {
  return (
    <Section style={{ margin: '0 0 24px' }}>
      <Heading as="h2" style={heading}>
        {title}
      </Heading>
      <ul style={{ ...paragraph, margin: 0, paddingLeft: '20px', wordBreak: 'break-word' }}>
        {items.map(({ name, detail }, at) => (
          <li key={at}>
            <bdi dir="auto">{name}</bdi> <span style={{ color: MUTED }}>({detail})</span>
          </li>
        ))}
        {more !== null && <li style={{ listStyle: 'none', color: MUTED }}>{more}</li>}
      </ul>
    </Section>
  )
}
