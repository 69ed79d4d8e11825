import type { Config } from 'tailwindcss'

/** A meaning has a text colour, a tinted surface and that surface's border. */
function meaning(name: string) {
  return { DEFAULT: `var(--${name}-text)`, surface: `var(--${name}-surface)`, border: `var(--${name}-border)` }
}

/** A solid fill, for the few acts that need one. */
function solid(name: string) {
  return { solid: `var(--${name}-solid)`, 'solid-hover': `var(--${name}-solid-hover)` }
}

/** Every value is named once, in app/design-tokens.css; here the names become utilities. */
const config: Config = {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      canvas: 'var(--canvas)',
      surface: {
        DEFAULT: 'var(--surface)',
        raised: 'var(--surface-raised)',
        sunken: 'var(--surface-sunken)',
        hover: 'var(--surface-hover)',
        selected: 'var(--surface-selected)',
      },
      line: { DEFAULT: 'var(--border)', strong: 'var(--border-strong)', control: 'var(--border-control)' },
      ink: 'var(--text)',
      muted: 'var(--text-muted)',
      subtle: 'var(--text-subtle)',
      'on-solid': 'var(--on-solid)',
      accent: { ...meaning('accent'), ...solid('accent') },
      danger: { ...meaning('danger'), ...solid('danger') },
      warning: meaning('warning'),
      success: meaning('success'),
      info: meaning('info'),
      focus: 'var(--focus)',
      scrim: 'var(--scrim)',
    },
    fontFamily: { sans: 'var(--font-sans)', mono: 'var(--font-mono)' },
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.8125rem', '1.125rem'],
      md: ['0.875rem', '1.375rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.3125rem', '1.75rem'],
    },
    fontWeight: { text: '425', item: '475', label: '525', strong: '600' },
    borderRadius: { none: '0', badge: '4px', control: '6px', panel: '8px', dialog: '10px', full: '999px' },
    boxShadow: { none: 'none', 1: 'var(--shadow-1)', 2: 'var(--shadow-2)', 3: 'var(--shadow-3)' },
    extend: {
      // Above a phone (640 px), with the side navigation (960 px), with a form's aside (1100 px).
      screens: { sm: '40.0625rem', lg: '60.0625rem', xl: '68.8125rem' },
      transitionTimingFunction: { ours: 'var(--ease)' },
    },
  },
}

export default config
