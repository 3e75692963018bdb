import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'
import { contractPage } from './contract-page.ts'

await writeFile(join(ROOT, 'docs', 'contract.md'), contractPage())
