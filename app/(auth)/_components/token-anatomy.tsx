import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'

const PARTS = ['prefix', 'organization', 'secret', 'checksum'] as const

/** An invented token, cut into its parts; the secret part is masked as everywhere. */
const EXAMPLE = { prefix: 'tw_', organization: '5cEm4tPz0QkR8vWnYb2hLd', secret: '••••••••••••••••', checksum: 'k3Xq9Z' }

function Part({ number, text, own = false }: { number: number; text: string; own?: boolean }) {
  return (
    <span className="grid gap-1">
      {text}
      <span
        className={classNames(
          'mr-[3px] border-t-2 pt-1 font-sans text-xs font-label text-muted tabular-nums',
          own ? 'border-accent-solid' : 'border-line-control',
        )}
      >
        {number}
      </span>
    </span>
  )
}

/** The spare half of the sign-in page explains what it is all about. */
export function TokenAnatomy() {
  const t = useTranslations('anatomy')
  return (
    <aside
      aria-label={t('label')}
      className="min-w-0 border-l border-line bg-canvas px-[clamp(2rem,6vw,6rem)] pt-[calc(clamp(1.5rem,12vh,9rem)+2.75rem)] pb-8 max-lg:hidden"
    >
      <div className="grid max-w-[36rem] gap-8">
        <div className="grid gap-1">
          <h2>{t('title')}</h2>
          <p className="max-w-[30rem] text-md text-pretty text-muted">{t('lead')}</p>
        </div>
        <p aria-hidden className="flex items-start font-mono text-[clamp(0.75rem,1.15vw,0.9375rem)] leading-6 tracking-[-0.01em]">
          <Part number={1} text={EXAMPLE.prefix} />
          <Part number={2} text={EXAMPLE.organization} />
          <span>_</span>
          <Part number={3} text={EXAMPLE.secret} own />
          <Part number={4} text={EXAMPLE.checksum} />
        </p>
        <dl className="border-b border-line">
          {PARTS.map((part, index) => (
            <div key={part} className="grid grid-cols-[1.25rem_7rem_minmax(0,1fr)] items-baseline gap-3 border-t border-line py-3">
              <span aria-hidden className="text-subtle tabular-nums">
                {index + 1}
              </span>
              <dt className="font-label">{t(part)}</dt>
              <dd className="text-muted">{t(`${part}About`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </aside>
  )
}
