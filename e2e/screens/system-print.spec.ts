import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { good, traceCode } from '../pages/boxes.ts'
import { answerSaveDialog } from '../fixtures/save-to.ts'
import { charactersOfPdf } from '../fixtures/pdf-characters.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('without a receipt printer the copy goes to the system’s printer, from what is stored', async ({
  counter,
  till,
  shop,
  electronApp,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'Enter')
  await expect(counter.result).toBeVisible()
  if (electronApp === undefined) {
    // the browser's dialog would hold the page; what it would print is what counts
    const printed = till.evaluate(
      () =>
        new Promise<{ shown: boolean; width: number }>((resolve) => {
          window.print = () => {
            const picture = document.querySelector<HTMLImageElement>('#paper-sheet img')
            resolve({ shown: picture?.complete === true, width: picture?.naturalWidth ?? 0 })
          }
        }),
    )
    await counter.press('F9')
    const { shown, width } = await printed
    expect(shown).toBe(true)
    expect(width).toBeGreaterThan(300)
  } else {
    const file = join(shop.folder, 'receipt.pdf')
    await answerSaveDialog(electronApp, file)
    await counter.press('F9')
    await expect(counter.notice).toContainText('PDF')
    const pdf = await readFile(file)
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const drawn = charactersOfPdf(pdf)
    for (const character of `${good(0).name}合计28.50`) expect([...drawn]).toContain(character)
  }
  await expect(counter.notice).toContainText('第 1 份')
})
