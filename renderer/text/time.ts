const ZONE = 'Asia/Shanghai'

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour12: false,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour12: false,
  hour: '2-digit',
  minute: '2-digit',
})
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: '2-digit', day: '2-digit' })

/** 10:24:31 in China's time, whatever the machine is set to. */
export function clockText(instant: number): string {
  return clock.format(instant)
}

/** 10:24 */
export function minuteText(instant: number): string {
  return minute.format(instant)
}

/** 03/09 10:24 */
export function dayAndMinuteText(instant: number): string {
  return `${day.format(instant)} ${minute.format(instant)}`
}

/** How long something has lasted: 8 秒, 3 分 08 秒, 2 小时 05 分. */
export function elapsedText(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000))
  const seconds = all % 60
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  const two = (value: number): string => String(value).padStart(2, '0')
  if (hours > 0) return `${hours} 小时 ${two(minutes)} 分`
  return minutes > 0 ? `${minutes} 分 ${two(seconds)} 秒` : `${seconds} 秒`
}
