import { say, type TextKey } from '../text/say.ts'
import { TEXT } from '../text/zh-CN.ts'

const isText = (key: string): key is TextKey => Object.hasOwn(TEXT, key)

/** What an option is called; one that has no words yet is shown as the engine calls it. */
export function optionName(name: string): string {
  const key = `option.${name}`
  return isText(key) ? say(key) : name
}

/** A choice of an option in words. */
export function choiceName(option: string, choice: string | number): string {
  const key = `option.${option}.${choice}`
  return isText(key) ? say(key) : String(choice)
}

/** What a test found, in words: the name of a value, and values that are words themselves. */
export function foundWords(found: { readonly name: string; readonly text: string }): [string, string] {
  const name = `parsed.${found.name}`
  const value = `parsed.${found.name}.${found.text}`
  return [isText(name) ? say(name) : found.name, isText(value) ? say(value) : found.text]
}

export function driverName(driver: string): string {
  const key = `settings.driver.${driver}`
  return isText(key) ? say(key) : driver
}
