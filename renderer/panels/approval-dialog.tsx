import type { InputRef } from 'antd'
import { useRef, type JSX } from 'react'
import { RIGHT_WORDS } from '../../engine/contract/messages/refusal-words.ts'
import type { ApprovalState } from '../input/input-state.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormField } from '../parts/form-field.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { useEngine, useTill } from '../parts/till-context.ts'
import { useBadge } from '../parts/use-badge.ts'
import { say } from '../text/say.ts'

/** A second person answers for one thing that the first may not do alone; whatever it is, it looks the same. */
export function ApprovalDialog({ state }: { readonly state: ApprovalState }): JSX.Element {
  const till = useTill()
  const password = useRef<InputRef>(null)
  const name = useEngine((engine) => engine.session?.operator?.name ?? '')
  const right = RIGHT_WORDS[state.right] ?? state.right
  useBadge((operatorNumber) => {
    till.typeInto('operatorNumber', operatorNumber)
    password.current?.focus()
  })
  const title = `${say('approval.title')} · ${say(`approval.for.${state.command.do}`)}`
  return (
    <Dialog title={title} testId="approval" isQuestion>
      <p>{say('approval.what', { name, right })}</p>
      <FormField
        label={say('approval.operator')}
        testId="input-approver"
        value={state.operatorNumber}
        onChange={(text) => till.typeInto('operatorNumber', text)}
        onEnter={() => password.current?.focus()}
        autoFocus
      />
      <FormField
        label={say('approval.password')}
        testId="input-approver-password"
        value={state.password}
        onChange={(text) => till.typeInto('password', text)}
        field={password}
        isPassword
      />
      <KeyHints
        hints={[
          { keys: ['Escape'], label: 'key.noApproval', tone: 'main' },
          { keys: ['Enter'], label: 'key.approve' },
        ]}
      />
    </Dialog>
  )
}
