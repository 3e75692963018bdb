import { app, dialog } from 'electron'
import type { EngineExit } from './engine/engine-process.ts'

/** Tells the person that the engine does not start, with what it said last, and lets them choose what to do. */
export function askAboutEngine(exit: EngineExit, tryAgain: () => void): void {
  const question = {
    type: 'error' as const,
    title: '收银台',
    message: '收银引擎启动不了。已保存的数据没有变化。',
    detail: exit.lastWords,
    buttons: ['再试一次', '退出'],
    defaultId: 0,
    cancelId: 1,
  }
  dialog.showMessageBox(question).then(
    ({ response }) => {
      if (response === 0) tryAgain()
      else app.quit()
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      app.quit()
    },
  )
}
