import { join } from 'node:path'
import { createReaderTwin } from '../../device-twins/reader-twin.ts'
import { plugInTalking, type TalkingPty } from '../../device-twins/talking-pty.ts'
import { cardNamed } from '../../sandbox/devices/identity-cards.ts'
import { expect, test } from '../fixtures/till-test.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { MANAGER, PEOPLE } from '../pages/centre.ts'
import { SettingsPage } from '../pages/settings-page.ts'
import { TillPage } from '../pages/till-page.ts'

/** Looks for a card after which a reader that finds none takes the one before as gone. */
const LOOKS = 5

test('a return is shown whose it is by an identity card on the reader; the sale at the counter is not touched', async ({
  till,
  shop,
}) => {
  const counter = new TillPage(till)
  const settings = new SettingsPage(till)
  const reader = createReaderTwin()
  const path = join(shop.folder, 'reader')
  const cable: TalkingPty = await plugInTalking(path, (bytes) => {
    for (const answer of reader.hear(bytes)) cable.send(answer)
  })
  /** Until the till has seen that the card is gone. */
  const takeAway = async (): Promise<void> => {
    reader.lay(undefined)
    const asked = reader.heard.length
    await expect.poll(() => reader.heard.length).toBeGreaterThan(asked + LOOKS)
  }
  await counter.open()
  await settings.open()
  await settings.choose('identity-reader', '串口')
  await settings.fill('端口或设备', path)
  await settings.save()
  await settings.ready('identity-reader')
  await counter.press('Escape')
  await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
  await counter.nextCustomer()

  await counter.press('F10')
  await counter.scanner.scan(traceCode(good(0), 1))
  await till.getByTestId('return-line').first().waitFor()
  // nobody is wanted yet
  reader.lay(cardNamed('陈嘉敏'))
  await expect(counter.notice).toContainText('[DEVICE_READ_NOT_NOW]')
  await takeAway()
  await counter.press('F8', 'F9', 'F9')
  await counter.approve(MANAGER)
  await expect(till.getByTestId('return-explanation')).toContainText('出示医保码')
  reader.lay(cardNamed('黄志强'))
  await expect(counter.notice).toContainText('[RETURN_OTHER_PERSON]')
  await takeAway()
  reader.lay(cardNamed('陈嘉敏'))
  await expect(till.getByTestId('return-explanation')).toContainText('撤销整笔结算')
  await counter.pressOffered('F9', '撤销医保结算')
  await expect(till.getByTestId('return-explanation')).toContainText('退货办完了')
  await counter.press('Enter')
  await expect(till.getByTestId('basket-empty')).toBeVisible()
  await expect(counter.personName).toBeHidden()
  await cable.unplug()
})
