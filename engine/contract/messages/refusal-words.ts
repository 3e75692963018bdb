import type { RefusalCode } from '../../../core/refusal-codes.ts'
import type { Right } from '../../../core/rights/rights.ts'
import type { SettlementState } from '../../../core/settlement/state.ts'
import type { TenderState } from '../../../core/tender/state.ts'
import type { TenderKind } from '../../../core/tender/tender.ts'
import type { DeviceKind } from '../device-kinds.ts'

type Words = Readonly<Record<string, string>>

/** Where an insurance settlement stands, in words. */
export const SETTLEMENT_STATE_NAMES: Readonly<Record<SettlementState, string>> = {
  draft: '待试算',
  quoted: '已试算',
  prepared: '准备发送',
  sent: '结算中',
  settled: '已结算',
  refused: '未受理',
  unknown: '结果未知',
  cancelling: '撤销中',
  'cancel-unknown': '撤销结果未知',
  cancelled: '已撤销',
  reversing: '冲正中',
  'reverse-unknown': '冲正结果未知',
  reversed: '已冲正',
  disputed: '有争议',
}

/** Where one payment stands, in words. */
export const TENDER_STATE_NAMES: Readonly<Record<TenderState, string>> = {
  prepared: '准备发送',
  sent: '收款中',
  paying: '等顾客确认',
  unknown: '结果未知',
  taken: '已收',
  refused: '未收',
  refunding: '退款中',
  'refund-unknown': '退款结果未知',
  refunded: '已退',
}

/** The ways to pay, in words. */
export const TENDER_KIND_NAMES: Readonly<Record<TenderKind, string>> = {
  cash: '现金',
  'bank-card': '银行卡',
  qr: '扫码支付',
  'account-card': '个人账户刷卡',
}

/** What the acquirer may refuse with. Its own words come through as they are. */
const ACQUIRER_WORDS: Words = {
  'code-unknown': '付款码无效',
  'code-expired': '付款码已过期',
  'balance-too-low': '余额不足',
  'customer-cancelled': '顾客取消了付款',
  'customer-too-late': '顾客没有及时确认',
  'order-closed': '订单已关闭',
  'order-number-used': '订单号重复',
  'order-unknown': '没有这个订单',
  'refund-too-large': '退款超过原款',
  'not-paid': '原款没有付成',
  'bad-signature': '密钥不对',
  'bad-request': '请求读不懂',
}

const SALE_STATE_WORDS: Words = {
  open: '未完成',
  held: '已挂单',
  completed: '已完成',
  voided: '已作废',
  none: '没有医保结算',
  identified: '已识别参保人，还没有结算',
}

/** Why a call to the centre got no answer, or never left: the reasons of `insurance/gateway`. */
const LINE_WORDS: Words = {
  'host-not-found': '找不到地址',
  'connection-refused': '对方拒绝连接',
  'host-unreachable': '网络不通',
  'connect-timeout': '连接超时',
  'tls-failed': '加密连接失败',
  'connect-failed': '连接失败',
  'no-address': '地区配置里没有这项交易的地址',
  'no-signature-keys': '没有配置签名密钥',
  aborted: '程序正在关闭',
  busy: '线路正忙',
  'headers-timeout': '等待超时',
  'body-timeout': '回答没有收完',
  'connection-lost': '连接中断',
  'body-incomplete': '回答只收到一半',
  'body-too-large': '回答过大',
  'bad-http': '回答读不懂',
  'empty-body': '回答是空的',
  'not-utf8': '回答不是 UTF-8',
  'not-json': '回答不是 JSON',
  'repeated-name': '回答自相矛盾',
  'too-deep': '回答读不懂',
  'no-envelope': '回答不是医保的报文',
  'no-infcode': '回答没有状态码',
  encrypted: '回答是加密的',
  'output-unreadable': '回答内容读不懂',
  'other-message': '回答对不上号',
  'other-amount': '回答的金额对不上',
  'no-acquirer-answer': '回答读不懂',
  'no-settlement-id': '回答没有结算号',
  contradiction: '回答自相矛盾',
}

/** What is wrong with a field of a request or an answer: the problems of `insurance/catalogue` and `insurance/mapping`. */
const FIELD_WORDS: Words = {
  missing: '缺少',
  type: '类型不对',
  length: '太长',
  decimals: '小数位太多',
  date: '日期不对',
  'unexpected-shape': '结构不对',
  'unexpected-field': '多余',
  'unknown-transaction': '没有这项交易',
  unreadable: '读不懂',
  negative: '是负数',
  sum: '与明细合计不等',
  product: '乘数量不等于金额',
  repeated: '重复',
  'not-reversible': '本地不能冲正',
  file: '是文件下载，不支持',
}

const CONFIG_WORDS: Words = {
  'unrecognized-key': '不认识的项',
  invalid_type: '类型不对或缺少',
  invalid_value: '值不在允许范围',
  invalid_format: '格式不对',
  'unknown-profile': '没有这个地区',
  'unknown-id': '没有这个型号',
  missing: '缺少',
  'invalid-value': '值不对',
  'not-an-object': '结构不对',
  'not-in-catalogue': '接口目录里没有这个字段',
}

/** The equations of `insurance/checks`. */
const EQUATION_WORDS: Words = {
  'total = fund + personal + institution': '总额 = 基金 + 个人 + 机构负担',
  'personal = account + cash': '个人 = 账户 + 现金',
  'fund = sum of funds': '基金 = 各项基金之和',
  'family account ≤ account': '共济账户不大于账户支出',
  'total = asked': '总额 = 请求的总额',
  'account unused → account = 0': '不使用账户则账户支出为零',
  'own account ≤ balance': '账户支出不大于余额',
}

/** What a person may be allowed to do, in words. */
const RIGHT_NAMES: Readonly<Record<Right, string>> = {
  return: '退货',
  discount: '折扣',
  price: '改价',
  'remove-line': '删行',
  'void-sale': '整单作废',
  'undo-tender': '退还已收的款',
  case: '处理异常结算',
  drawer: '钱箱',
  devices: '设备设置',
}
/** Words of a right that came as text. */
export const RIGHT_WORDS: Words = RIGHT_NAMES
/** Kinds of devices, in words. */
export const DEVICE_KIND_NAMES: Readonly<Record<DeviceKind, string>> = {
  scanner: '扫码枪',
  'code-box': '医保扫码墩',
  'identity-reader': '身份证阅读器',
  'card-reader': '社保卡读卡器',
  'safety-control': '医保安全控件',
  printer: '小票打印机',
  drawer: '钱箱',
  display: '顾客显示屏',
}

/** What is wrong with a device: the faults and obstacles of `native-bridge`. */
export const DEVICE_TROUBLE: Words = {
  'not-found': '没有找到',
  'not-permitted': '系统不允许打开',
  'in-use': '被占用',
  unplugged: '被拔掉',
  silent: '没有反应',
  failed: '出错',
  'paper-out': '没有纸',
  'cover-open': '盖子开着',
  cutter: '切刀卡住',
  error: '报告故障',
  offline: '脱机',
  'no-drawer': '打印机型号不带钱箱',
  closed: '没有打开',
  opening: '正在打开',
  uncertain: '不知道有没有打开',
}

/** Words for parameters whose value is a stable token. A value that is not listed is shown as it is. */
export const REFUSAL_WORDS: Readonly<Partial<Record<RefusalCode, Readonly<Record<string, Words>>>>> = {
  SCAN_NOT_EXPECTED: {
    what: {
      alipay: '支付宝付款码',
      wechat: '微信付款码',
      unionpay: '云闪付付款码',
      gs1: '没有商品条码的 GS1 码',
      'operator-badge': '工牌',
      'prescription-code': '电子处方二维码',
    },
  },
  RIGHT_NEEDED: { right: RIGHT_NAMES },
  APPROVER_LACKS_RIGHT: { right: RIGHT_NAMES },
  RETURN_SETTLEMENT_NOT_SETTLED: { state: SETTLEMENT_STATE_NAMES },
  RETURN_CANCEL_NOT_SENT: { reason: LINE_WORDS },
  RETURN_REFUND_BY_HAND: { kind: TENDER_KIND_NAMES },
  RETURN_REFERENCE_NEEDED: { kind: TENDER_KIND_NAMES },
  RETURN_CLOSED: { state: { completed: '办完', abandoned: '取消' } },
  GOODS_NOT_FOR_SALE: { reason: { 'no-batch': '没有可售的批次', inactive: '已停售' } },
  INSURANCE_CREDENTIAL_INVALID: {
    reason: {
      'token-unreadable': '医保码读不懂',
      'number-unreadable': '证件号码的位数或字符不对',
      'birth-day': '证件号码里的出生日期不对',
      'check-digit': '证件号码的校验位不对',
      'document-kind-needed': '这种号码要选证件类型',
      'document-kind-mismatch': '号码与所选的证件类型不符',
      'card-number-unreadable': '社保卡号读不懂',
      'card-serial-missing': '缺少社保卡识别码',
      'card-serial-unreadable': '社保卡识别码读不懂',
    },
  },
  INSURANCE_OFFLINE: { reason: LINE_WORDS },
  INSURANCE_ANSWER_INVALID: { problem: FIELD_WORDS },
  INSURANCE_REQUEST_INVALID: { problem: FIELD_WORDS },
  INSURANCE_ANSWER_DOES_NOT_ADD_UP: { equation: EQUATION_WORDS },
  INSURANCE_TRIAL_UNANSWERED: { reason: LINE_WORDS },
  TENDER_KIND_NOT_ALLOWED: { kind: TENDER_KIND_NAMES },
  TENDER_STATE_FORBIDS: { state: { ...TENDER_STATE_NAMES, planned: '待退', done: '已退' } },
  TENDER_REFUSED: { reason: ACQUIRER_WORDS },
  TENDER_NOT_SENT: { reason: LINE_WORDS },
  TENDER_REFUND_REFUSED: { reason: ACQUIRER_WORDS },
  TENDER_REFUND_BY_HAND: { kind: TENDER_KIND_NAMES },
  SALE_STATE_FORBIDS: { state: { ...SALE_STATE_WORDS, ...TENDER_STATE_NAMES, ...SETTLEMENT_STATE_NAMES } },
  DEVICE_SETTING_INVALID: { problem: CONFIG_WORDS },
  DEVICE_NOT_SET_UP: { kind: DEVICE_KIND_NAMES },
  DEVICE_NOT_READY: { reason: DEVICE_TROUBLE },
  DEVICE_READ_NOT_NOW: {
    what: { 'identity-card': '身份证', 'social-card': '社保卡', 'insurance-code': '医保码' },
  },
  CARD_NOT_READ: {
    reason: {
      unreadable: '卡上的内容读不懂',
      'left-too-early': '卡拿得太早',
      'no-card': '没有卡',
      refused: '卡和读卡器不匹配',
      'timed-out': '超时',
      crashed: '读卡程序中断',
      overflow: '读卡程序出错',
      'bad-input': '不支持这种读法',
    },
  },
  DRAWER_NOT_OPENED: { reason: DEVICE_TROUBLE },
  PRINT_JOB_DONE: { state: { printed: '打印完', cancelled: '取消' } },
  CONFIG_INVALID: { problem: CONFIG_WORDS },
  CONFIG_PROFILE_INVALID: { problem: CONFIG_WORDS },
  CONFIG_UNREADABLE: {
    problem: { ENOENT: '文件不存在', EACCES: '没有权限', JSON: '不是 UTF-8 的 JSON', unreadable: '读取失败' },
  },
  DATABASE_UNAVAILABLE: {
    reason: {
      ENOENT: '文件夹不存在',
      SQLITE_CANTOPEN: '不能打开',
      SQLITE_FULL: '磁盘已满',
      SQLITE_READONLY: '只读',
    },
  },
}
