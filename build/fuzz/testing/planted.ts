/** A parser with a fault behind five bytes that chance alone would need 10^12 inputs to find, and a sound one. */
export const FUZZ_TARGETS = [
  {
    name: 'planted',
    run: (bytes: Uint8Array): void => {
      if (bytes[0] !== 0xaa) return
      if (bytes[1] !== 0x96) return
      if (bytes[2] !== 0x69) return
      if (bytes[3] !== 0x08) return
      if (bytes[4] === 0x2e) throw new Error('the planted fault')
    },
  },
  {
    name: 'sound',
    run: (bytes: Uint8Array): void => {
      if (bytes.length > 4_096) throw new Error('longer than any input')
    },
  },
]
