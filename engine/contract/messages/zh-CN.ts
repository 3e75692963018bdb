import type { RefusalCode } from '../../../core/refusal-codes.ts'

/**
 * One sentence for every refusal: what happened, and what to do next. `{{name}}` is filled from the refusal's parameters
 * (see `refusal-parameters.ts`); the code itself is appended where the sentence is made.
 */
export const REFUSAL_SENTENCES: Record<RefusalCode, string> = {
  // money
  AMOUNT_UNREADABLE: '看不懂金额“{{text}}”，请输入最多两位小数的数字，例如 12.50',
  AMOUNT_NEGATIVE: '金额不能是负数（{{amountFen}} 元），请重新输入',
  PRICE_UNREADABLE: '看不懂单价“{{text}}”，请输入最多六位小数的数字',
  QUANTITY_UNREADABLE: '看不懂数量“{{text}}”，请输入大于 0 的数字',

  // scanning and trace codes
  SCAN_UNKNOWN_SHAPE: '不认识这个码（{{text}}），没有做任何处理；请重扫，或按 F2 查药',
  SCAN_TOO_LONG: '扫到的内容太长（{{length}} 位，最多 {{limit}} 位），没有做任何处理；请对准一个码重扫',
  SCAN_BAD_CHECK_DIGIT: '条码 {{text}} 的校验位不对，可能没有扫全；请重扫，或按 F2 查药',
  SCAN_NOT_EXPECTED: '扫到的是{{what}}，这里用不上；请扫药品条码、追溯码或医保码',
  TRACE_ALREADY_IN_SALE: '追溯码 {{code}} 在这一单里已经扫过；请扫另一盒的追溯码',
  TRACE_ALREADY_SOLD:
    '追溯码 {{code}} 已经在单号 {{number}} 售出，不能再卖；请换一盒，并把这一盒交给药师核对',
  TRACE_GOODS_UNKNOWN: '认不出追溯码 {{code}} 是哪个药；请先扫该药的条码，再扫追溯码',
  TRACE_GOODS_MISMATCH: '追溯码 {{code}} 不属于当前这一行的药；请核对药盒，用 ↑ ↓ 选对行后重扫',
  TRACE_NOT_NEEDED: '这一行的追溯码已经扫够，不需要追溯码 {{code}}；多拿的请先扫条码加数量',
  TRACE_MISSING: '第 {{position}} 行 {{name}} 还缺 {{count}} 个追溯码，不能结算；请扫齐追溯码',
  TRACE_SPLIT_EXHAUSTED:
    '追溯码 {{code}} 的这一盒（{{packSize}} 拆零单位）已经拆完；请开新的一盒并扫它的追溯码',
  TRACE_NOT_FOUND: '这一行没有追溯码 {{code}}，什么也没有删；请核对后再删',

  // goods and sale
  GOODS_UNKNOWN: '商品档案里没有条码 {{barcode}}；请按 F2 用名称查找，或请店长建档',
  GOODS_EXPIRED: '{{name}} 的在库批次都已过期，不能销售；请下架并交给药师处理',
  GOODS_NOT_FOR_SALE: '{{name}} 不能销售：{{reason}}；请换一种药，或请店长处理',
  GOODS_SPLIT_NOT_ALLOWED: '{{name}} 没有拆零价，只能整盒销售；请改成整盒',
  SALE_NONE_OPEN: '现在没有打开的销售；请先扫一盒药',
  SALE_EMPTY: '这一单里没有药；请先扫一盒药',
  SALE_LOCKED: '单号 {{number}} 已经有钱款往来，不能再改明细；请先完成这一单',
  SALE_LINE_NOT_FOUND: '要改的那一行已经不在了；请重新选行',
  SALE_NOT_FOUND: '找不到这一单；请在近期销售里重新选择',
  SALE_TOO_MANY_LINES: '一单最多 {{limit}} 行，这一行没有加进来；请先结算这一单，再开下一单',
  SALE_TOTAL_TOO_LARGE: '总额 {{totalFen}} 元超过了上限 {{limitFen}} 元，没有改动；请核对数量，或分成几单',
  SALE_QUANTITY_INVALID: '{{name}} 不能卖这个数量；整盒请输入整数，拆零不能超过一盒',
  SALE_QUANTITY_BELOW_TRACE_CODES:
    '{{name}} 已经扫了 {{captured}} 个追溯码，数量不能更少；请先删掉多余的追溯码',
  SALE_DISCOUNT_TOO_LARGE: '折扣 {{discountFen}} 元超过了可折的金额 {{limitFen}} 元；请输入更小的折扣',
  SALE_ANOTHER_OPEN: '柜台上还有单号 {{number}}；请先结算、挂单或作废它，再取这一单',
  SALE_NOT_COVERED: '还差 {{outstandingFen}} 元没有收齐，不能完成；请继续收款',
  SALE_STATE_FORBIDS: '现在的状态不允许这样做（{{state}}）；请按屏幕下方的下一步操作',
  RIGHT_NEEDED: '这一步需要权限“{{right}}”；请有权限的同事输入工号和密码',

  // rights
  APPROVER_SAME_PERSON: '{{name}} 不能自己批准自己的操作；请另一位有权限的同事输入工号和密码',
  APPROVER_LACKS_RIGHT: '{{name}} 没有权限“{{right}}”，没有批准；请换一位有权限的同事',

  // returns
  RETURN_NOT_FOUND: '找不到这张退货单；请在未完成的退货里重新选择',
  RETURN_SALE_NOT_COMPLETED: '单号 {{number}} 还没有完成，不能退货；还在柜台上的请删行或作废',
  RETURN_ALREADY_OPEN: '单号 {{number}} 已经有一张没办完的退货单 {{returnNumber}}；请先办完或取消那一张',
  RETURN_SETTLEMENT_NOT_SETTLED:
    '单号 {{number}} 的医保结算是“{{state}}”，现在不能退货；请先把那笔结算处理清楚',
  RETURN_NOTHING_LEFT: '单号 {{number}} 已经没有可退的药；部分退货后重新结算的，请用新的单号来退',
  RETURN_QUANTITY_INVALID: '{{name}} 不能退这个数量；整盒请输入整数',
  RETURN_QUANTITY_TOO_LARGE: '{{name}} 最多还能退 {{left}}，没有登记；请核对数量',
  RETURN_CODES_MISSING: '{{name}} 要退的药盒应有 {{needed}} 个追溯码，现在有 {{given}} 个；请逐盒扫码或勾选',
  RETURN_CODE_NOT_SOLD: '追溯码 {{code}} 不在这一单的 {{name}} 里，或已经退过；请核对药盒，不要收下',
  RETURN_EXCEEDS_PAID:
    '单号 {{number}} 要退 {{amountFen}} 元，超过了还能退的收款 {{availableFen}} 元，没有登记；请店长核对这一单',
  RETURN_OTHER_PERSON: '这不是单号 {{number}} 结算时的参保人，不能撤销；请本人出示医保码或证件',
  RETURN_IDENTIFY_FIRST: '退单号 {{number}} 要先识别参保人；请扫医保码，或输入证件',
  RETURN_STEP_FORBIDS: '退货单 {{number}} 现在还轮不到这一步，没有改动；请按屏幕上的步骤顺序办理',
  RETURN_CANCEL_REFUSED:
    '医保没有受理撤销（2103）：{{message}}；原结算没有变，先不要退款，请按提示处理后再试',
  RETURN_CANCEL_NOT_SENT: '连不上医保（{{reason}}），撤销没有发出，原结算没有变；先不要退款，请稍后再试',
  RETURN_CANCEL_UNKNOWN:
    '退货单 {{number}} 的医保撤销没有收到回答，可能已经撤销；先不要退款，也不要重做，请查询结果',
  RETURN_REFUND_BY_HAND: '这一步要由人来退：{{kind}} {{amountFen}} 元；退给顾客后请按确认',
  RETURN_REFUND_UNKNOWN:
    '退货单 {{number}} 有一笔 {{amountFen}} 元的退款没有收到回答，可能已经退了；不要用现金再退，请查询结果',
  RETURN_REFERENCE_NEEDED: '{{kind}}退款要填 POS 小票上的参考号，没有登记；请看小票后输入',
  RETURN_MONEY_MOVED: '退货单 {{number}} 已经有钱款退回或可能已退回，不能取消；请把剩下的步骤办完',
  RETURN_CLOSED: '退货单 {{number}} 已经{{state}}，不能再办；请重新查找',
  RETURN_NOT_COMPLETED: '退货单 {{number}} 还没有办完，不能打印退货小票；请先办完',

  // tenders
  TENDER_TOO_LITTLE: '收到的钱不够，还应收 {{outstandingFen}} 元；请收足后再确认',
  TENDER_TOO_LARGE: '收款金额超过了上限 {{limitFen}} 元，像是输错了；请重新输入',
  TENDER_ACCOUNT_ALREADY_DEBITED: '个人账户已经扣了 {{accountPaidFen}} 元，不能再刷医保卡；其余请收现金',
  TENDER_KIND_NOT_ALLOWED: '这一单不能用“{{kind}}”收款；请换一种方式',
  TENDER_QR_NOT_OFFERED: '本店没有开通扫码收款；请改收现金或刷银行卡',
  TENDER_CODE_UNREADABLE: '这不是微信、支付宝或云闪付的付款码，没有收款；请顾客刷新付款码后重扫',
  TENDER_IN_FLIGHT: '有一笔 {{amountFen}} 元的扫码款还没有结果；请先等它的结果，或按“放弃这笔”关单后再收',
  TENDER_NOTHING_OWED: '这一单没有要收的钱；请按 Enter 完成',
  TENDER_MORE_THAN_OWED: '只差 {{outstandingFen}} 元，不能多收；请重新输入金额',
  TENDER_NOT_FOUND: '找不到这笔收款；请重新选择',
  TENDER_STATE_FORBIDS: '这笔收款现在{{state}}，不能这样做；请看这一笔的状态再操作',
  TENDER_REFUSED: '扫码付款没有成功（{{reason}}），没有收到钱；请顾客换一种方式，或刷新付款码重扫',
  TENDER_NOT_SENT: '连不上收单方（{{reason}}），请求没有发出，没有动钱；请稍后再试，或改收现金',
  TENDER_OUTCOME_UNKNOWN:
    '单号 {{number}} 的扫码款 {{amountFen}} 元还没有结果，可能已经收到；不要重收，本机会自动查询，也可以按“查询”',
  TENDER_REFUND_REFUSED: '收单方没有退款（{{reason}}），钱还在本店；请稍后再退，或请店长联系收单方',
  TENDER_REFUND_UNKNOWN: '退款 {{amountFen}} 元还没有结果，可能已经退了；不要用现金再退，本机会自动查询',
  TENDER_REFUND_BY_HAND: '这笔“{{kind}}”不能由本机自动退；请在柜台退给顾客后登记',

  // people, shift
  OPERATOR_WRONG: '工号或密码不对；请重新输入',
  OPERATOR_LOCKED_OUT: '密码错误次数太多，这个工号锁定 {{minutes}} 分钟；请稍后再试，或请店长处理',
  SESSION_NOT_SIGNED_IN: '还没有签到；请先签到',
  SESSION_ALREADY_SIGNED_IN: '{{name}} 还在这台机上当班；请先签退',
  SESSION_SALE_OPEN: '单号 {{number}} 还没有完成，不能签退；请先结算或作废这一单',

  // insured sale
  INSURANCE_NOT_SIGNED_IN: '还没有向医保签到，暂时不能医保结算；可以先收现金，线路恢复后会再签到',
  INSURANCE_NO_PERSON: '还没有识别参保人；请扫医保码，或按 F3 输入证件',
  INSURANCE_NONE_NORMAL:
    '这位参保人没有正常的参保（状态 {{statuses}}），不能医保结算；请改收现金，或请参保人问医保局',
  INSURANCE_CHOICE_NEEDED: '这位参保人有多个参保地；请按 F3 问清后选一个',
  INSURANCE_CHOICE_INVALID: '选的参保不能结算；请按 F3 重新选择',
  INSURANCE_CREDENTIAL_INVALID: '证件不能用：{{reason}}；请核对后重扫或重输',
  INSURANCE_NOTHING_INSURABLE: '这一单里没有医保目录内的药，不能医保结算；请按 F3 清除参保人后收现金',
  INSURANCE_QUOTE_OUTDATED: '试算之后明细变了，原来的结果作废；请按 F9 重新试算',
  INSURANCE_NOT_QUOTED: '还没有试算；请按 F9 试算，看过金额再结算',
  INSURANCE_OFFLINE: '连不上医保（{{infno}}，{{reason}}），请求没有发出，没有扣款；请稍后再试，或改收现金',
  INSURANCE_REFUSED: '医保没有受理（{{infno}}）：{{message}}；没有扣款，请按提示处理，或改收现金',
  INSURANCE_ANSWER_INVALID:
    '医保的回答不合规定（{{infno}} 的 {{where}} {{problem}}），没有采用；请再试一次，仍不行请联系医保',
  INSURANCE_ANSWER_DOES_NOT_ADD_UP:
    '医保的回答金额对不上（{{equation}}：{{leftFen}} 元对 {{rightFen}} 元），没有采用；请再试一次，仍不行请联系医保',
  INSURANCE_TRIAL_UNANSWERED: '医保没有回答（{{infno}}，{{reason}}），没有扣款；请再试一次，或改收现金',
  INSURANCE_SETTLEMENT_UNKNOWN:
    '单号 {{number}} 的医保结算没有收到回答，可能已经扣款；不要重结，请按 F9 查询结果',
  INSURANCE_SETTLEMENT_DISPUTED: '单号 {{number}} 的医保结算已受理但金额对不上；不要重结，请店长联系医保核对',
  INSURANCE_SETTLEMENT_LIVE: '单号 {{number}} 的医保结算还没有了结，不能再结一次；请按屏幕下方的下一步操作',
  INSURANCE_REQUEST_INVALID:
    '要发给医保的内容不合规定（{{infno}} 的 {{where}} {{problem}}），没有发出；请核对商品和参保资料',
  INSURANCE_NOT_OFFERED_HERE: '本地医保没有开通这项交易（{{infno}}）；请改用其他办法',
  INSURANCE_PERSON_BUSY: '这位参保人在单号 {{number}} 还有一笔医保结算没有了结；请先查清那一笔，再给他结算',

  // resolving and cases
  INSURANCE_REPEAT_WARNING:
    '同一位参保人 {{minutes}} 分钟前刚结算过同样的金额（单号 {{number}}，{{amountFen}} 元），可能是重复；问清后再确认结算',
  SETTLEMENT_NOT_FOUND: '找不到这一笔医保结算；请刷新后重新选择',
  SETTLEMENT_ASK_FIRST: '单号 {{number}} 还没有向医保查询过，不能先冲正；请先查询结果',
  SETTLEMENT_NOT_REVERSIBLE: '本地医保不允许冲正这项交易（{{infno}}）；请等查询结果，或请店长联系医保核对',
  SALE_HAS_CASE:
    '单号 {{number}} 有一笔迟到的结算或付款还没有处理，现在不能结算、收款或退货；请店长先处理待办，开着的单可以先挂单',
  CASE_NOT_FOUND: '找不到这件待办，可能已经处理；请刷新后再看',

  // devices, printing, self-test
  DEVICE_SLOT_UNKNOWN: '没有“{{slot}}”这个设备位置；请在设备列表里重新选择',
  DEVICE_SETTING_INVALID: '设备设置的“{{where}}”不对（{{problem}}），没有改动；请改正后再保存',
  DEVICE_NOT_SET_UP: '还没有设置{{kind}}；请店长在设备设置里添加',
  DEVICE_NOT_READY: '{{name}}现在不能用（{{reason}}）；请检查插头和电源，会自己重新连接',
  DEVICE_BUSY: '{{name}}正在忙；请等它做完再试',
  DEVICE_TEST_NOT_OFFERED: '{{name}}不能做这种测试；请选别的测试',
  DEVICE_TEST_TIMED_OUT: '{{seconds}} 秒内{{name}}没有读到东西；请检查设备后再测试一次',
  DEVICE_READ_NOT_NOW: '读到了{{what}}，但现在不能认人，没有使用；请先做完手上这一步',
  CARD_NOT_READ: '卡没有读出来（{{reason}}）；请把卡放好再读一次',
  CARD_READER_REFUSED: '读卡器没有读卡（{{code}}）：{{message}}；请按提示处理后再读一次',
  INSURANCE_CODE_EXPIRED: '医保码已经过期，没有使用；请顾客刷新医保码后再扫',
  DRAWER_NOT_OPENED: '钱箱没有打开（{{reason}}）；请检查打印机和钱箱的连线，必要时用钥匙',
  PRINT_JOB_NOT_FOUND: '打印队列里没有这一张；请刷新列表',
  PRINT_JOB_MAY_BE_ON_PAPER: '这一张可能已经打出来，不会自动再打；请看一眼纸，需要时补打',
  PRINT_JOB_PRINTING: '这一张正在打印，停不下来；请等它打完',
  PRINT_JOB_DONE: '这一张已经{{state}}，不用再处理；需要时请补打',
  SELF_TEST_RUNNING: '自检正在进行；请等它做完',
  SELF_TEST_NONE: '还没有做过自检；请先做一次再导出',

  // configuration, storage, contract
  CONFIG_UNREADABLE: '读不了配置文件 {{file}}（{{problem}}）；请检查文件是否存在、是否为 UTF-8 的 JSON',
  CONFIG_INVALID: '配置文件 {{file}} 的“{{where}}”不对（{{problem}}）；请改正后重新启动',
  CONFIG_PROFILE_INVALID: '地区配置 {{file}} 的“{{where}}”不对（{{problem}}）；请改正后重新启动',
  DATABASE_NEWER: '数据库是更新的版本写的（{{found}}，本程序认识到 {{known}}）；请升级程序，数据没有改动',
  DATABASE_OLDER: '数据库还是旧版本的（{{found}}，本程序用 {{known}}）；请先启动一次收银程序完成升级，再核对',
  DATABASE_CORRUPT: '数据库 {{file}} 已经损坏；请不要继续使用，用最近的备份恢复',
  DATABASE_LOCKED: '数据库 {{file}} 正被另一个程序使用；请先关掉另一个收银程序',
  DATABASE_MIGRATION_FAILED: '数据库升级在第 {{number}} 步失败（{{reason}}）；数据保持原样，请联系技术支持',
  DATABASE_UNAVAILABLE: '打不开数据库 {{file}}（{{reason}}）；请检查磁盘空间和文件夹权限',
  INPUT_FILE_INVALID: '输入文件 {{file}} 的“{{where}}”不对（{{problem}}），没有开始销售；请改正后重试',
  CALL_UNKNOWN: '收银程序没有“{{method}}”这项功能；请把画面和程序更新到同一版本',
  CALL_INVALID: '发给收银程序的内容不对（{{method}} {{where}}），没有执行；请重做一次，仍不行请联系技术支持',
  CALL_NOT_ALLOWED: '这个窗口没有权限做“{{method}}”；请到收银台操作',
  INTERNAL_ERROR: '收银程序出了意外（{{method}}），这一步没有完成；请重做一次，仍不行请联系技术支持',
}
