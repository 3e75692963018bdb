import { TEXT } from './zh-CN.ts'

export type TextKey = keyof typeof TEXT
export type TextParameters = Readonly<Record<string, string | number>>

/** The text of a key with its placeholders filled. A placeholder without a value stays empty. */
export function say(key: TextKey, parameters: TextParameters = {}): string {
  return TEXT[key].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(parameters[name] ?? ''))
}
