const TOKENS = /'[^']*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g

/**
 * The same statement with every `?` written as `+?`. SQLite looks at the value behind a bare `?` while it plans and then
 * plans the statement anew each time another value is bound, which costs ten times what an indexed read costs; behind
 * the plus, which changes nothing else, it does not look, and the plan made once stays. (The build of the driver has no
 * way to switch that off.)
 */
export function withStablePlan(sql: string): string {
  return sql.replaceAll(TOKENS, (token) => (token === '?' ? '+?' : token))
}
