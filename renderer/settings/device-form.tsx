import { Form, Input, Select, Switch } from 'antd'
import type { JSX, ReactNode } from 'react'
import { say } from '../text/say.ts'
import type { Field } from './fields.ts'
import { choiceName, driverName, optionName } from './option-words.ts'
import { deviceOf, fieldsFor, SPECIAL_DRIVERS, type Edit, type SettingsState } from './settings-state.ts'
import { kindOf, slotName } from './slots.ts'

const LABEL = { flex: '136px' } as const

/** Driver, name and options of the selected place. The fields come from the engine's own list of drivers. */
export function DeviceForm(props: {
  readonly state: SettingsState
  readonly onDriver: (driver: string) => void
  readonly onChange: (change: Partial<Edit>) => void
}): JSX.Element {
  const { state, onDriver, onChange } = props
  const { slot, edit } = state
  const device = deviceOf(state, slot)
  const note = state.drivers.find((one) => one.kind === kindOf(slot) && one.driver === edit.driver)?.note
  const source = device === undefined ? 'settings.notSetUp' : sourceOf(device.source)
  return (
    <section
      className="device-form"
      aria-label={say('settings.form')}
      data-testid="device-form"
      data-changed={edit.changed}
    >
      <h2>
        {slotName(slot)} <span className="chip">{say(source)}</span>
      </h2>
      <Form labelCol={LABEL} labelAlign="left" colon={false} component="div">
        <Row label={say('settings.driver')}>
          <Select
            data-testid="driver"
            aria-label={say('settings.driver')}
            value={edit.driver === '' ? null : edit.driver}
            onChange={onDriver}
            placeholder={say('settings.pickDriver')}
            options={driverChoices(state, device?.source === 'till', device !== undefined)}
          />
        </Row>
        {note != null && <p className="device-note">{note}</p>}
        <Row label={say('settings.name')}>
          <Input
            aria-label={say('settings.name')}
            maxLength={40}
            value={edit.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Row>
        {fieldsFor(state, slot, edit.driver).map((field) => (
          <Row key={field.name} label={optionName(field.name)} required={field.required}>
            <FieldInput
              field={field}
              profiles={state.profiles}
              value={edit.draft[field.name] ?? ''}
              onChange={(value) => onChange({ draft: { ...edit.draft, [field.name]: value } })}
            />
          </Row>
        ))}
        <Row label={say('settings.reason')}>
          <Input
            aria-label={say('settings.reason')}
            maxLength={200}
            value={edit.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        </Row>
      </Form>
      {device?.note != null && (
        <p className="device-note">
          {device.note.what} × {device.note.count}
        </p>
      )}
    </section>
  )
}

const sourceOf = (source: 'file' | 'till'): 'settings.fromFile' | 'settings.fromTill' =>
  source === 'file' ? 'settings.fromFile' : 'settings.fromTill'

function driverChoices(
  state: SettingsState,
  isFromTill: boolean,
  isSetUp: boolean,
): { value: string; label: string }[] {
  const own = state.drivers.filter((one) => one.kind === kindOf(state.slot)).map((one) => one.driver)
  const special = SPECIAL_DRIVERS.filter((name) => (name === 'file' ? isFromTill : isSetUp))
  return [...own, ...special].map((driver) => ({ value: driver, label: driverName(driver) }))
}

function Row(props: {
  readonly label: string
  readonly required?: boolean
  readonly children: ReactNode
}): JSX.Element {
  return (
    <Form.Item label={props.label} required={props.required === true}>
      {props.children}
    </Form.Item>
  )
}

function FieldInput(props: {
  readonly field: Field
  readonly profiles: SettingsState['profiles']
  readonly value: string | boolean
  readonly onChange: (value: string | boolean) => void
}): JSX.Element {
  const { field, profiles, value, onChange } = props
  const label = optionName(field.name)
  if (field.form === 'switch') {
    return (
      <Switch
        aria-label={label}
        checked={value === true}
        onChange={onChange}
        checkedChildren={say('settings.yes')}
        unCheckedChildren={say('settings.no')}
      />
    )
  }
  const text = String(value)
  const choices = choicesFor(field, profiles)
  if (choices.length > 0) {
    return <Select aria-label={label} value={text} onChange={onChange} options={choices} />
  }
  if (field.form === 'pairs') {
    return (
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={2_000}
        placeholder={say('settings.advanced')}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Input
      aria-label={label}
      maxLength={field.longest}
      autoComplete="off"
      spellCheck={false}
      placeholder={field.nullable ? say('settings.unset') : ''}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function choicesFor(field: Field, profiles: SettingsState['profiles']): { value: string; label: string }[] {
  if (field.name === 'profile') return profiles.map(({ id, name }) => ({ value: id, label: name }))
  const choices = field.choices.map((choice) => ({
    value: String(choice),
    label: choiceName(field.name, choice),
  }))
  return field.nullable && choices.length > 0
    ? [{ value: '', label: say('settings.unset') }, ...choices]
    : choices
}
