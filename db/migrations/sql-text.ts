/** Values as a SQL list, for CHECK and IN. */
export const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

/** Forbids UPDATE and DELETE on a table: a correction is a new row (invariant 6). */
export const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
`
