/** Mail programs know neither our custom properties nor light-dark(): these are the light ones, as hex. */
export const INK = '#1c2027'
export const MUTED = '#545a66'
export const LINE = '#e3e6ea'
const ACCENT = '#1d5bb8'
export const SANS = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif'

export const paragraph = { margin: '0 0 16px', fontSize: '15px', lineHeight: '23px', color: INK }
export const small = { ...paragraph, margin: '0', fontSize: '13px', lineHeight: '20px', color: MUTED }
export const cell = { padding: '7px 0', fontSize: '14px', lineHeight: '20px', textAlign: 'start', verticalAlign: 'top', borderTop: `1px solid ${LINE}` } as const
export const heading = { margin: '0 0 4px', fontSize: '15px', lineHeight: '23px', fontWeight: 600, color: INK } as const
export const link = { color: ACCENT, textDecoration: 'underline' }
export const action = { display: 'inline-block', padding: '9px 16px', borderRadius: '6px', backgroundColor: ACCENT, color: '#ffffff', fontSize: '14px', lineHeight: '20px', textDecoration: 'none' }
