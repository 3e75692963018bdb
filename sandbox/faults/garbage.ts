import type { Fault } from './fault.ts'
import { seededFraction } from './fault-plan.ts'

type Content = Extract<Fault, { kind: 'garbage' }>['content']

const LOGIN_PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>登录</title></head>
<body><form action="/login" method="post"><input name="user"><input name="password"></form></body></html>`

function noise(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => Math.floor(seededFraction(length, index) * 256)))
}

/** Something with status 200 that is no answer; `body` is the true one. */
export function garbageInstead(
  content: Content,
  body: string,
): { readonly type: string; readonly bytes: Buffer } {
  const json = 'application/json;charset=UTF-8'
  switch (content) {
    case 'bytes':
      return { type: json, bytes: noise(700) }
    case 'html':
      return { type: 'text/html;charset=utf-8', bytes: Buffer.from(LOGIN_PAGE) }
    case 'empty':
      return { type: json, bytes: Buffer.alloc(0) }
    case 'json-array':
      return { type: json, bytes: Buffer.from('[{"infcode":0}]') }
    case 'no-output':
      return { type: json, bytes: Buffer.from(body.replace(/"output":.*$/s, '"output":null}')) }
    case 'repeated-name':
      return { type: json, bytes: Buffer.from(body.replace(/^\{/, '{"infcode":0,"output":null,')) }
    case 'deep':
      return { type: json, bytes: Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }
  }
}

/** The body with a byte inside a text that no UTF-8 has. */
export function withBrokenByte(body: string): Buffer {
  const bytes = Buffer.from(body)
  const at = bytes.indexOf('"err_msg":"')
  const place = at === -1 ? Math.floor(bytes.length / 2) : at + '"err_msg":"'.length
  return Buffer.concat([bytes.subarray(0, place), Buffer.from([0xff]), bytes.subarray(place)])
}
