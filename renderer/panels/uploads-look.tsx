import { Table, type TableColumnsType } from 'antd'
import type { JSX } from 'react'
import type { UploadView } from '../../engine/contract/status.ts'
import type { InputState } from '../input/input-state.ts'
import { say } from '../text/say.ts'
import { dayAndMinuteText } from '../text/time.ts'

const COLUMNS: TableColumnsType<UploadView> = [
  { title: say('uploads.infno'), dataIndex: 'infno', width: 80 },
  { title: say('uploads.sale'), dataIndex: 'saleNumber', width: 160 },
  {
    title: say('uploads.attempts'),
    dataIndex: 'attempts',
    width: 80,
    render: (attempts: number) => say('uploads.times', { count: attempts }),
  },
  {
    title: say('uploads.next'),
    dataIndex: 'nextAttemptAt',
    width: 120,
    render: (at: number | null) => (at === null ? '' : dayAndMinuteText(at)),
  },
  {
    title: say('uploads.problem'),
    dataIndex: 'lastProblem',
    render: (problem: string | null) => problem ?? say('uploads.problemNone'),
  },
]

/** What the centre has not acknowledged yet. */
export function UploadsLook(props: {
  readonly state: Extract<InputState, { kind: 'uploads' }>
}): JSX.Element {
  const { uploads } = props.state
  return (
    <section className="look" aria-label={say('uploads.title')} data-testid="uploads">
      <h2>{say('uploads.title')}</h2>
      <Table<UploadView>
        size="small"
        rowKey="id"
        columns={COLUMNS}
        dataSource={uploads === undefined ? [] : [...uploads]}
        pagination={false}
        locale={{ emptyText: uploads === undefined ? say('loading') : say('uploads.empty') }}
        sticky
      />
    </section>
  )
}
