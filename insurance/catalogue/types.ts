/** Whether a field must be sent: `null` and `unconfirmed` mean that no source says. */
export type Required = true | false | 'conditional' | 'unconfirmed' | null

/** One field as the data files hold it; names are the exact wire spelling, the platform's typing errors included. */
export type Field = {
  readonly name: string
  readonly label: string
  /** string, decimal, int, date, datetime, boolean, text, object, object[], string[], Map<String,String>, bytes, unconfirmed */
  readonly type: string
  /** A maximum: characters of a string, digits of a number. */
  readonly length?: number | string | null
  readonly decimals?: number | null
  /** Name of a code table. */
  readonly code?: string | null
  readonly required: Required
  /** How many independent public sources carry the field. */
  readonly confirmed: number | null
  readonly status?: string
  readonly note?: string
  readonly required_basis?: string
  readonly older_sources_say?: unknown
  readonly alt_names?: readonly string[]
}

/** A node as the data files hold it. */
export type RawNode = {
  readonly rows: 'one' | 'many'
  readonly fields: readonly Field[]
  readonly parent?: string
  readonly note?: string
}

export type RawSide = { readonly [node: string]: RawNode | string | undefined }

export type RawTransaction = {
  readonly name: string
  readonly input?: RawSide | null
  readonly output?: RawSide | null
  readonly notes?: readonly string[]
  readonly same_as?: string
  readonly status?: string
  readonly path?: string
  /** Guesses from neighbouring transactions: no specification, so nothing here reads them. */
  readonly candidates?: unknown
}

/** One step from a side's root to a node. */
export type PathStep = { readonly name: string; readonly many: boolean }

/**
 * Where a node stands:
 * - `node`: at `path` below the side's root;
 * - `root`: its fields hang directly under the side ("(no node)", "(top)");
 * - `array`: the side itself is the array of rows ("(array)", 5204);
 * - `stream`: no JSON at all (9102 answers a file);
 * - `unplaced`: fields are known but no source names the node ("(rows)", "(trace node)"). Never checked, never sent.
 */
export type Placement = 'node' | 'root' | 'array' | 'stream' | 'unplaced'

export type CatalogueNode = {
  /** The key in the data file, e.g. `drugdetail[].drug_trac_info[]`: what overrides and issues name. */
  readonly key: string
  readonly placement: Placement
  readonly path: readonly PathStep[]
  readonly fields: readonly Field[]
  readonly note: string | undefined
}

export type SideName = 'input' | 'output'

export type Transaction = {
  readonly infno: string
  readonly name: string
  readonly input: readonly CatalogueNode[]
  readonly output: readonly CatalogueNode[]
  readonly notes: readonly string[]
  readonly status: string | undefined
}

/** One of the numbers that the regional notices name. */
export type TransactionName = {
  readonly infno: string
  readonly name: string
  readonly user: string
  readonly hasFieldList: boolean
}

export type Dictionary = {
  readonly table: string
  readonly label: string
  readonly note: string | undefined
  readonly codes: ReadonlyMap<string, string>
  /** False where regions add values of their own: an unknown code then says nothing. */
  readonly complete: boolean
}
