import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * How passwords are kept: scrypt (RFC 7914) with N = 2^15, r = 8, p = 1, a salt of 16 random bytes and 32 bytes of key;
 * about 32 MiB and a tenth of a second for each guess. The parameters are stored with the hash, so that raising them
 * later leaves old passwords readable. Form: `scrypt$N$r$p$salt$key`, the last two in base64.
 */
const COST = 32_768
const BLOCK_SIZE = 8
const PARALLELISM = 1
const SALT_BYTES = 16
const KEY_BYTES = 32

type Parameters = { readonly cost: number; readonly blockSize: number; readonly parallelism: number }

function derive(password: string, salt: Buffer, keyBytes: number, parameters: Parameters): Promise<Buffer> {
  const { cost, blockSize, parallelism } = parameters
  // scrypt needs 128 · N · r bytes; the default limit of Node is exactly that and therefore too little
  const maxmem = 256 * cost * blockSize
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFC'),
      salt,
      keyBytes,
      { N: cost, r: blockSize, p: parallelism, maxmem },
      (error, key) => {
        if (error === null) resolve(key)
        else reject(error)
      },
    )
  })
}

/** Hashes a password for storing. Runs in the thread pool. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const parameters = { cost: COST, blockSize: BLOCK_SIZE, parallelism: PARALLELISM }
  const key = await derive(password, salt, KEY_BYTES, parameters)
  return ['scrypt', COST, BLOCK_SIZE, PARALLELISM, salt.toString('base64'), key.toString('base64')].join('$')
}

const STORED = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([A-Za-z0-9+/=]{8,})\$([A-Za-z0-9+/=]{16,})$/

/** Whether a password is the one that was hashed. A hash that cannot be read is no password's. Runs in the thread pool. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const parts = STORED.exec(stored)
  if (parts === null) return false
  const [, cost = '', blockSize = '', parallelism = '', salt = '', key = ''] = parts
  const expected = Buffer.from(key, 'base64')
  const parameters = { cost: Number(cost), blockSize: Number(blockSize), parallelism: Number(parallelism) }
  const actual = await derive(password, Buffer.from(salt, 'base64'), expected.length, parameters)
  return timingSafeEqual(actual, expected)
}

/** Costs as much as a real check: a number that nobody has must not answer faster than a wrong password. */
export async function pretendToCheck(password: string): Promise<void> {
  const parameters = { cost: COST, blockSize: BLOCK_SIZE, parallelism: PARALLELISM }
  await derive(password, Buffer.alloc(SALT_BYTES), KEY_BYTES, parameters)
}
