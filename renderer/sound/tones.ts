/** The two sounds of the till: a scan was taken, a scan was refused. */
export type Tones = { readonly accepted: () => void; readonly refused: () => void }

type Note = { readonly hertz: number; readonly seconds: number }

const ACCEPTED: readonly Note[] = [{ hertz: 1760, seconds: 0.06 }]
const REFUSED: readonly Note[] = [
  { hertz: 220, seconds: 0.13 },
  { hertz: 165, seconds: 0.2 },
]
const VOLUME = 0.15
const FADE_SECONDS = 0.01

/** Tones made on the spot; silent until a key was pressed, as browsers want it. */
export function createTones(): Tones {
  let context: AudioContext | undefined
  const play = (notes: readonly Note[]): void => {
    context ??= new AudioContext()
    if (context.state === 'suspended') void context.resume()
    let at = context.currentTime
    for (const note of notes) {
      sound(context, note, at)
      at += note.seconds
    }
  }
  return { accepted: () => play(ACCEPTED), refused: () => play(REFUSED) }
}

function sound(context: AudioContext, note: Note, at: number): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = note.hertz
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(VOLUME, at + FADE_SECONDS)
  gain.gain.linearRampToValueAtTime(0, at + note.seconds)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + note.seconds)
}
