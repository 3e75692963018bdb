import type { DisplayEncoder } from './content.ts'
import { LED8, LED8N } from './led8.ts'
import { CD5220, LD220 } from './two-lines.ts'

/** A family of customer displays, by the name that the configuration uses. */
export type DisplayDriver = {
  readonly encoder: DisplayEncoder
  /** Bits per second that most of the family come with. */
  readonly baudRate: number
  /** What no source confirms, or only one. */
  readonly note: string
}

export const DISPLAY_DRIVERS = {
  vfd220: {
    encoder: CD5220,
    baudRate: 9600,
    note: 'ESC Q A and ESC Q B of the CD5220 set; the lower line is from CD5220 lists. Chinese only on models with a Chinese font.',
  },
  cd5220: {
    encoder: CD5220,
    baudRate: 9600,
    note: 'CD5220 user manual. Chinese only on models with a Chinese font.',
  },
  ld220: {
    encoder: LD220,
    baudRate: 9600,
    note: 'The LD220 manual names Epson mode as the first of ten; US $ and US C are of Epson’s DM-D displays and not tried on an LD220. A model set to CD5220 mode takes the driver cd5220.',
  },
  led8: {
    encoder: LED8,
    baudRate: 2400,
    note: 'Some lists say 9600. Lamp 0 for all off is unconfirmed.',
  },
  led8n: {
    encoder: LED8N,
    baudRate: 2400,
    note: 'One manual. Its STX B changes the speed for good; the till never sends it.',
  },
} as const satisfies Readonly<Record<string, DisplayDriver>>

export type DisplayDriverName = keyof typeof DISPLAY_DRIVERS
