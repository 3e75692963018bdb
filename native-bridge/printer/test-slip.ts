import iconv from 'iconv-lite'
import { cutBytes } from './printer-commands.ts'
import type { PrinterProfile } from './printer-profile.ts'

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d
const LF = 0x0a
const QR_TEXT = '药店收银台打印测试'
/** All four lengths of GB18030 that a receipt can hold: ASCII, GBK, a rare surname, and one of four bytes. */
const SAMPLE = 'ABC 0.25g×24粒 ￥12.50 喆 㐂'

const encode = (text: string): number[] => [...iconv.encode(text, 'gb18030')]
const line = (text: string): number[] => [...encode(text), LF]
const bold = (on: boolean): number[] => [ESC, 0x45, on ? 1 : 0]
const size = (value: number): number[] => [GS, 0x21, value]
const align = (value: 0 | 1): number[] => [ESC, 0x61, value]

/** Digits that count the columns: the last one stands at the edge of the paper, and one more would break the line. */
export function ruler(columns: number): string {
  return Array.from({ length: columns }, (_, index) => String((index + 1) % 10)).join('')
}

/** GS ( k: stores a text in GB18030 and prints it as QR code, model 2, level M. */
function qr(text: string): number[] {
  const data = encode(text)
  const command = (...rest: readonly number[]): number[] => {
    const length = rest.length
    return [GS, 0x28, 0x6b, length & 0xff, length >> 8, ...rest]
  }
  return [
    ...command(0x31, 0x41, 0x32, 0x00),
    ...command(0x31, 0x43, 0x06),
    ...command(0x31, 0x45, 0x31),
    ...command(0x31, 0x50, 0x30, ...data),
    ...command(0x31, 0x51, 0x30),
  ]
}

/**
 * A slip that shows what a printer can do: Chinese of one to four bytes, the columns (a ruler in digits and one in
 * Chinese), bold and double height, a QR code where the profile has it, and the cut. GB18030.
 */
export function testSlip(profile: PrinterProfile): Uint8Array {
  const { columns } = profile
  return Uint8Array.from([
    ...[ESC, 0x40, FS, 0x26, ESC, 0x32],
    ...align(1),
    ...size(0x01),
    ...line('打印测试'),
    ...size(0x00),
    ...line(profile.name),
    ...align(0),
    ...line(`纸宽 ${profile.width} 毫米，每行 ${columns} 列`),
    ...line(ruler(columns)),
    ...line('药店收银'.repeat(columns).slice(0, Math.floor(columns / 2))),
    ...line(SAMPLE),
    ...bold(true),
    ...line('加粗 合计 ￥0.00'),
    ...bold(false),
    ...(profile.qr ? [...align(1), ...qr(QR_TEXT), LF, ...align(0)] : []),
    ...line('以上内容清晰、不换行即为正常'),
    ...cutBytes(profile),
  ])
}
