import { Blocks, Fingerprint, IdCard, KeyRound, Lock, Scale, ScrollText, ShieldCheck, SlidersHorizontal, UserRound } from 'lucide-react'
import type { NavigationIcon } from './navigation'

/** One meaning each, wherever a page is led to. */
export const navigationIcons: Record<NavigationIcon, React.ReactNode> = {
  person: <UserRound />,
  sliders: <SlidersHorizontal />,
  lock: <Lock />,
  key: <KeyRound />,
  card: <IdCard />,
  shield: <ShieldCheck />,
  scroll: <ScrollText />,
  scale: <Scale />,
  fingerprint: <Fingerprint />,
  services: <Blocks />,
}
