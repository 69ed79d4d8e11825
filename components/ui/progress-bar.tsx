type ProgressBarProps = { label: string; value: number; max: number }

/** How far something is, as a bar of 4 px. Say it in words beside it, too. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(max, 1)}
      className={
        'block h-1 w-full max-w-[40rem] appearance-none overflow-hidden rounded-full border-0 bg-line ' +
        '[&::-moz-progress-bar]:bg-accent-solid [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent-solid'
      }
    />
  )
}
