/** Steps of the self-test, in their order. */
export const SELF_TEST_STEPS = [
  'configuration',
  'database',
  'disk-space',
  'clock',
  'line',
  'sign-in',
  'device',
  'paper',
  'uploads',
  'settlements',
  'print-queue',
  'versions',
] as const
export type SelfTestTitle = (typeof SELF_TEST_STEPS)[number]

export const SELF_TEST_TITLES: Readonly<Record<SelfTestTitle, string>> = {
  configuration: '配置文件',
  database: '数据库检查',
  'disk-space': '磁盘空间',
  clock: '与医保中心的时间差',
  line: '医保线路',
  'sign-in': '签到状态',
  device: '设备',
  paper: '打印纸',
  uploads: '待上传',
  settlements: '未了结的医保结算',
  'print-queue': '打印队列',
  versions: '版本',
}

/** What a step may find. */
export const SELF_TEST_FINDINGS = [
  'configuration-good',
  'database-good',
  'database-damaged',
  'disk-good',
  'disk-low',
  'disk-full',
  'disk-unknown',
  'clock-good',
  'clock-off',
  'clock-unknown',
  'line-good',
  'line-slow',
  'line-down',
  'signed',
  'sign-waiting',
  'signed-out',
  'device-good',
  'device-opening',
  'device-faulted',
  'no-devices',
  'paper-good',
  'paper-near-end',
  'paper-out',
  'paper-unknown',
  'no-printer',
  'uploads-none',
  'uploads-waiting',
  'uploads-failing',
  'settlements-none',
  'settlements-open',
  'print-queue-empty',
  'print-queue-waiting',
  'print-queue-trouble',
  'versions',
  'step-failed',
] as const
export type SelfTestFinding = (typeof SELF_TEST_FINDINGS)[number]

type Words = {
  /** What was found; `{{name}}` is filled from the step's parameters. */
  readonly text: string
  /** What to do; empty when there is nothing to do. */
  readonly advice: string
}

/** A finding in words, with what to do about it. */
export const SELF_TEST_WORDS: Readonly<Record<SelfTestFinding, Words>> = {
  'configuration-good': { text: '机构 {{shop}}，收银台 {{till}}，地区 {{region}}', advice: '' },
  'database-good': { text: '检查通过，{{megabytes}} MB', advice: '' },
  'database-damaged': { text: '检查发现损坏', advice: '停止使用，用最近的备份恢复，联系技术支持' },
  'disk-good': { text: '剩余 {{gigabytes}} GB', advice: '' },
  'disk-low': { text: '只剩 {{gigabytes}} GB', advice: '清理磁盘，至少留出 2 GB' },
  'disk-full': { text: '只剩 {{gigabytes}} GB，随时可能写不进去', advice: '马上清理磁盘，再继续收银' },
  'disk-unknown': { text: '查不到剩余空间', advice: '检查数据目录所在的磁盘' },
  'clock-good': { text: '相差 {{seconds}} 秒（{{ageMinutes}} 分钟前的回答）', advice: '' },
  'clock-off': { text: '相差 {{seconds}} 秒（{{ageMinutes}} 分钟前的回答）', advice: '校准本机时间' },
  'clock-unknown': { text: '还没有医保中心的回答可比', advice: '签到后再做一次自检' },
  'line-good': { text: '能连上，{{milliseconds}} 毫秒', advice: '' },
  'line-slow': { text: '能连上，但用了 {{milliseconds}} 毫秒', advice: '检查专线或网络' },
  'line-down': { text: '连不上：{{reason}}', advice: '检查网线、专线和路由器，再联系医保信息部门' },
  signed: { text: '已签到', advice: '' },
  'sign-waiting': { text: '已开班，还没有向医保签到', advice: '线路恢复后会自动签到，也可以手动签到' },
  'signed-out': { text: '没有人签到', advice: '先签到' },
  'device-good': { text: '正常', advice: '' },
  'device-opening': { text: '正在打开', advice: '稍后再做一次自检' },
  'device-faulted': { text: '不能用：{{reason}}', advice: '检查插头、电源和设备设置' },
  'no-devices': { text: '没有设置任何设备', advice: '在设备设置里添加' },
  'paper-good': { text: '有纸', advice: '' },
  'paper-near-end': { text: '纸快用完', advice: '准备新的纸卷' },
  'paper-out': { text: '没有纸', advice: '装纸；等着的小票会自己打出来' },
  'paper-unknown': { text: '打印机不报告纸的情况', advice: '看一眼打印机' },
  'no-printer': { text: '没有设置小票打印机', advice: '需要小票时用系统打印机' },
  'uploads-none': { text: '没有待上传的', advice: '' },
  'uploads-waiting': { text: '{{waiting}} 笔等着上传', advice: '线路正常时会自动上传' },
  'uploads-failing': {
    text: '{{waiting}} 笔等着上传，其中 {{failing}} 笔多次失败',
    advice: '打开上传列表看原因',
  },
  'settlements-none': { text: '没有', advice: '' },
  'settlements-open': { text: '{{count}} 笔结果未知或有争议', advice: '按 F9 查询，不要重结' },
  'print-queue-empty': { text: '没有等着的', advice: '' },
  'print-queue-waiting': { text: '{{waiting}} 张等着打印', advice: '检查打印机' },
  'print-queue-trouble': { text: '{{waiting}} 张等着打印，{{trouble}} 张可能没打完整', advice: '核对后补打' },
  versions: {
    text: '程序 {{program}}，Node {{node}}，SQLite {{sqlite}}，数据库 {{schema}}，{{platform}}',
    advice: '',
  },
  'step-failed': { text: '这一步没有做成（{{causeId}}）', advice: '联系技术支持，并报上这个编号' },
}
