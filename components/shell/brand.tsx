/** The mark: a keyhole that is a T. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className="size-5 flex-none text-accent-solid">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21ZM6.75 7.5v3.25h3.5v7.25h3.5v-3h2.5v-2.25h-2.5v-2h3.5V7.5Z"
      />
    </svg>
  )
}

export const brandClass = 'inline-flex min-h-6 min-w-6 items-center gap-2 text-md font-strong tracking-[-0.012em] text-ink'
