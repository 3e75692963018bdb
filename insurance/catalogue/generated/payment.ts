// Made by insurance/catalogue/generate.ts from data/: do not edit.
import type { WireObject, WireValue } from '../exact-json.ts'

/** 6201 费用明细上传 input */
export type Request6201 = {
  readonly data: {
    /** 机构编码 string 必填 */
    readonly orgCodg: string
    /** 电子凭证机构号 string */
    readonly orgId?: string
    /** 人员编号 string 必填 */
    readonly psnNo: string
    /** 险种类型 string 代码 insutype 必填 */
    readonly insutype: string
    /** 医疗机构订单号 string 必填 */
    readonly medOrgOrd: string
    /** 要续方的原处方流水 string */
    readonly initRxOrd?: string
    /** 电子处方流转标志 string */
    readonly rxCircFlag?: string
    /** 开始时间 datetime 必填 */
    readonly begntime: string
    /** 证件号码 string 必填 */
    readonly idNo: string
    /** 用户姓名 string 必填 */
    readonly userName: string
    /** 证件类别 string 必填 */
    readonly idType: string
    /** 电子凭证授权令牌 string 条件必填 */
    readonly ecToken?: string
    /** 支付授权码 string 条件必填 */
    readonly payAuthNo?: string
    /** 经纬度 string */
    readonly uldLatlnt?: string
    /** 参保地 string 必填 */
    readonly insuCode: string
    /** 住院/门诊号 string 必填 */
    readonly iptOtpNo: string
    /** 医师编码 string */
    readonly atddrNo?: string
    /** 医师姓名 string */
    readonly drName?: string
    /** 科室编码 string 必填 */
    readonly deptCode: string
    /** 科室名称 string 必填 */
    readonly deptName: string
    /** 科别 string 必填 */
    readonly caty: string
    /** 就诊ID string 条件必填 */
    readonly mdtrtId?: string
    /** 就诊凭证类型 string 代码 mdtrt_cert_type */
    readonly mdtrtCertType?: string
    /** 医疗类别 string 代码 med_type 必填 */
    readonly medType: string
    /** 费用类别 string 必填 */
    readonly feeType: string
    /** 医疗费总额 decimal 必填 */
    readonly medfeeSumamt: string
    /** 个人账户使用标志 string 代码 acct_used_flag */
    readonly acctUsedFlag?: string
    /** 主要病情描述 string */
    readonly mainCondDscr?: string
    /** 病种编码 string */
    readonly diseCodg?: string
    /** 病种名称 string */
    readonly diseName?: string
    /** 个人结算方式 string 代码 psn_setlway 必填 */
    readonly psnSetlway: string
    /** 收费批次号 string 必填 */
    readonly chrgBchno: string
    /** 公立医院改革标志 string 必填 */
    readonly pubHospRfomFlag: string
    /** 发票号 string */
    readonly invono?: string
    /** 出院时间 datetime */
    readonly endtime?: string
    /** 全自费金额 decimal */
    readonly fulamtOwnpayAmt?: string
    /** 超限价金额 decimal */
    readonly overlmtSelfpay?: string
    /** 先行自付金额 decimal */
    readonly preselfpayAmt?: string
    /** 符合政策范围金额 decimal */
    readonly inscpScpAmt?: string
    /** 中途结算标志 string */
    readonly midSetlFlag?: string
    /** 扩展字段 object */
    readonly extData?: WireObject
    /** 诊断集合 object[] */
    readonly diseinfoList?: readonly WireObject[]
    readonly feedetailList: readonly ({
      /** 费用明细流水号 string */
      readonly feedetlSn?: string
      /** 就诊ID string */
      readonly mdtrtId?: string
      /** 人员编号 string */
      readonly psnNo?: string
      /** 收费批次号 string */
      readonly chrgBchno?: string
      /** 病种编码 string */
      readonly diseCodg?: string
      /** 处方号 string */
      readonly rxno?: string
      /** 外购处方标志 string 代码 rx_circ_flag */
      readonly rxCircFlag?: string
      /** 费用发生时间 datetime */
      readonly feeOcurTime?: string
      /** 医疗目录编码 string */
      readonly medListCodg?: string
      /** 医药机构目录编码 string */
      readonly medinsListCodg?: string
      /** 明细项目费用总额 decimal 必填 */
      readonly detItemFeeSumamt: string
      /** 数量 decimal */
      readonly cnt?: string
      /** 单价 decimal */
      readonly pric?: string
      /** 单次剂量描述 string */
      readonly sinDosDscr?: string
      /** 使用频次描述 string */
      readonly usedFrquDscr?: string
      /** 周期天数 decimal */
      readonly prdDays?: string
      /** 用药途径描述 string */
      readonly medcWayDscr?: string
      /** 开单科室编码 string */
      readonly bilgDeptCodg?: string
      /** 开单科室名称 string */
      readonly bilgDeptName?: string
      /** 开单医生编码 string */
      readonly bilgDrCodg?: string
      /** 开单医师姓名 string */
      readonly bilgDrName?: string
      /** 受单科室编码 string */
      readonly acordDeptCodg?: string
      /** 受单科室名称 string */
      readonly acordDeptName?: string
      /** 受单医生编码 string */
      readonly ordersDrCode?: string
      /** 受单医生姓名 string */
      readonly ordersDrName?: string
      /** 医院审批标志 string 代码 hosp_appr_flag */
      readonly hospApprFlag?: string
      /** 中药使用方式 string */
      readonly tcmdrugUsedWay?: string
      /** 外检标志 string */
      readonly etipFlag?: string
      /** 外检医院编码 string */
      readonly etipHospCode?: string
      /** 出院带药标志 string */
      readonly dscgTkdrugFlag?: string
      /** 生育费用标志 string */
      readonly matnFeeFlag?: string
      /** 原费用流水号 string */
      readonly initFeedetlSn?: string
      /** 医嘱号 string */
      readonly drordNo?: string
      /** 医疗类别 string 代码 med_type */
      readonly medType?: string
      /** 备注 string */
      readonly memo?: string
      /** 扩展字段 string */
      readonly extData?: string
    })[]
  }
}

/** 6201 费用明细上传 output */
export type Answer6201 = {
  readonly data?: {
    /** 支付订单号 string 必填 */
    readonly payOrdId?: WireValue
    /** 支付token string 必填 */
    readonly payToken?: WireValue
    /** 医保扩展数据(preSetl / result[]) object */
    readonly extData?: WireObject
  }
  readonly extData?: {
    readonly result?: readonly ({
      /** (医保返回)处方明细ID string */
      readonly rxSn?: WireValue
      /** 医院上传处方明细ID string */
      readonly hosRxDetlNo?: WireValue
      /** 金额 decimal */
      readonly amt?: WireValue
      /** 自理金额 decimal */
      readonly pfoAmt?: WireValue
      /** 自费金额 decimal */
      readonly ownpayAmt?: WireValue
      /** 超限价自付金额 decimal */
      readonly overlmtSelfpayAmt?: WireValue
      /** 收费项目等级 string */
      readonly chrgItemLv?: WireValue
      /** 全额自费标志 string */
      readonly fulamtOwnpayFlag?: WireValue
      /** 自费原因 string */
      readonly ownpayRea?: WireValue
      /** 医保限价 decimal */
      readonly hiLmtpric?: WireValue
      /** 自付比例 decimal */
      readonly selfpayProp?: WireValue
    })[]
  }
}

/** 6202 支付下单 input */
export type Request6202 = {
  readonly data: {
    /** 支付授权码 string 条件必填 */
    readonly payAuthNo?: string
    /** 支付订单号 string 必填 */
    readonly payOrdId: string
    /** 支付token string 必填 */
    readonly payToken: string
    /** 机构编码 string 必填 */
    readonly orgCodg: string
    /** 机构业务流水号 string 必填 */
    readonly orgBizSer: string
    /** 收费批次号 string 必填 */
    readonly chrgBchno: string
    /** 费用类别 string 必填 */
    readonly feeType: string
    /** 就诊ID string 条件必填 */
    readonly mdtrtId?: string
    /** 个人账户使用标志 string 代码 acct_used_flag 必填 */
    readonly acctUsedFlag: string
    /** 结算经纬度 string */
    readonly setlLatlnt?: string
  }
}

/** 6202 支付下单 output */
export type Answer6202 = {
  readonly data?: {
    /** 支付订单号 string */
    readonly payOrdId?: WireValue
    /** 订单状态 string 代码 ordStas */
    readonly ordStas?: WireValue
    /** 费用总额 decimal */
    readonly feeSumamt?: WireValue
    /** 现金支付 decimal */
    readonly ownPayAmt?: WireValue
    /** 个人账户支出 decimal */
    readonly psnAcctPay?: WireValue
    /** 医保基金支出 decimal */
    readonly fundPay?: WireValue
  }
}

/** 6203 医保退费 input */
export type Request6203 = {
  readonly data: {
    /** 支付订单号 string 必填 */
    readonly payOrdId: string
    /** 应用退款流水号 string 必填 */
    readonly appRefdSn: string
    /** 应用退费时间 string 必填 */
    readonly appRefdTime: string
    /** 总退费金额 decimal 必填 */
    readonly totlRefdAmt: string
    /** 医保个人账户退费 decimal 必填 */
    readonly psnAcctRefdAmt: string
    /** 基金退费 decimal 必填 */
    readonly fundRefdAmt: string
    /** 现金退费金额 decimal 必填 */
    readonly cashRefdAmt: string
    /** 电子凭证授权Token string 条件必填 */
    readonly ecToken?: string
    /** 支付授权码 string 条件必填 */
    readonly payAuthNo?: string
    /** 退费类型 string 代码 refdType 必填 */
    readonly refdType: string
    /** 应用渠道编号 string */
    readonly appId?: string
    /** 拓展内容 object */
    readonly extData?: WireObject
  }
}

/** 6203 医保退费 output */
export type Answer6203 = {
  readonly data?: {
    /** 退费状态 string */
    readonly refStatus?: WireValue
  }
}

/** 6301 医保订单结算结果查询 input */
export type Request6301 = {
  readonly data: {
    /** 支付订单号 string 必填 */
    readonly payOrdId: string
    /** 机构编码 string 必填 */
    readonly orgCodg: string
    /** 支付token string 必填 */
    readonly payToken: string
    /** 证件号码 string 必填 */
    readonly idNo: string
    /** 用户姓名 string 必填 */
    readonly userName: string
    /** 证件类别 string 必填 */
    readonly idType: string
    /** 拓展内容 object */
    readonly extData?: WireObject
  }
}

/** 6301 医保订单结算结果查询 output */
export type Answer6301 = {
  readonly data?: {
    /** 支付订单号 string */
    readonly payOrdId?: WireValue
    /** 订单状态 string 代码 ordStas */
    readonly ordStas?: WireValue
    /** 回调类型 string */
    readonly callType?: WireValue
    /** 医院订单号 string */
    readonly medOrgOrd?: WireValue
    /** 交易时间 string */
    readonly traceTime?: WireValue
    /** 费用总金额 decimal */
    readonly feeSumamt?: WireValue
    /** 个人现金自付 decimal */
    readonly ownPayAmt?: WireValue
    /** 个人账户支付 decimal */
    readonly psnAcctPay?: WireValue
    /** 基金支付 decimal */
    readonly fundPay?: WireValue
    /** 结算类型 string 代码 setlType */
    readonly setlType?: WireValue
    /** 院内结算失败时的冲正授权 string */
    readonly revsToken?: WireValue
    /** 医保收费时间 string */
    readonly hiChrgTime?: WireValue
    /** 医保交易流水号 string */
    readonly hiDocSn?: WireValue
    /** 医保挂号流水号 string */
    readonly hiRgstSn?: WireValue
    /** 机构名称 string */
    readonly orgName?: WireValue
    /** 机构编号 string */
    readonly orgCode?: WireValue
    /** 电子凭证码值 string */
    readonly ecCode?: WireValue
    /** 额外数据(setlinfo, setldetail) object */
    readonly extData?: WireObject
  }
}

/** 6302 医保结算结果通知 (platform -> institution) input */
export type Request6302 = {
  readonly data?: {
    /** 支付订单号 string */
    readonly payOrdId?: string
    /** 订单状态 string 代码 ordStas */
    readonly ordStas?: string
    /** 回调类型 string */
    readonly callType?: string
    /** 医院订单号 string */
    readonly medOrgOrd?: string
    /** 交易时间 string */
    readonly traceTime?: string
    /** 费用总金额 decimal */
    readonly feeSumamt?: string
    /** 个人现金自付 decimal */
    readonly ownPayAmt?: string
    /** 个人账户支付 decimal */
    readonly psnAcctPay?: string
    /** 基金支付 decimal */
    readonly fundPay?: string
    /** 结算类型 string 代码 setlType */
    readonly setlType?: string
    /** 院内结算失败时的冲正授权 string */
    readonly revsToken?: string
    /** 医保收费时间 string */
    readonly hiChrgTime?: string
    /** 医保交易流水号 string */
    readonly hiDocSn?: string
    /** 医保挂号流水号 string */
    readonly hiRgstSn?: string
    /** 机构名称 string */
    readonly orgName?: string
    /** 机构编号 string */
    readonly orgCode?: string
    /** 电子凭证码值 string */
    readonly ecCode?: string
    /** 额外数据(setlinfo, setldetail) object */
    readonly extData?: WireObject
  }
}

/** 6401 费用明细上传撤销 input */
export type Request6401 = {
  readonly data: {
    /** 支付订单号 string 必填 */
    readonly payOrdId: string
    /** 机构编码 string 必填 */
    readonly orgCodg: string
    /** 支付token string 必填 */
    readonly payToken: string
    /** 证件号码 string 必填 */
    readonly idNo: string
    /** 用户姓名 string 必填 */
    readonly userName: string
    /** 证件类别 string 必填 */
    readonly idType: string
    /** 拓展内容 object */
    readonly extData?: WireObject
  }
}

/** 6401 费用明细上传撤销 output */
export type Answer6401 = {
  readonly data?: {
    /** 成功标志 string */
    readonly success?: WireValue
    /** 返回信息 string */
    readonly message?: WireValue
  }
}

/** 90100 人员近一年缴费明细查询 input */
export type Request90100 = {
  readonly data?: {
    /** 人员编号 unconfirmed */
    readonly psn_no?: string
  }
}

/** 90100 人员近一年缴费明细查询 output */
export type Answer90100 = {
  readonly output?: readonly ({
    /** 统筹区代码 unconfirmed */
    readonly poolarea_no?: WireValue
    /** 统筹区名称 unconfirmed */
    readonly poolarea_no_name?: WireValue
    /** 险种类型代码 unconfirmed */
    readonly insutype?: WireValue
    /** 险种类型名称 unconfirmed */
    readonly insutype_name?: WireValue
    /** 缴费类型 unconfirmed */
    readonly clct_type?: WireValue
    /** 缴费类型名称 unconfirmed */
    readonly clct_type_name?: WireValue
    /** 到账类型 unconfirmed */
    readonly clct_flag?: WireValue
    /** 到账类型名称 unconfirmed */
    readonly clct_flag_name?: WireValue
    /** 费款所属期开始日期 unconfirmed */
    readonly accrym_begn?: WireValue
    /** 费款所属期结束日期 unconfirmed */
    readonly accrym_end?: WireValue
    /** 到账时间 unconfirmed */
    readonly clct_time?: WireValue
  })[]
}

/** 90502 月结对数查询 / 对数明细信息查询 input */
export type Request90502 = {
  readonly data?: {
    /** 结算日期 unconfirmed */
    readonly setl_time?: string
    /** 险种 unconfirmed */
    readonly insutype?: string
    /** 清算类别 unconfirmed */
    readonly clr_type?: string
    /** 医疗类别 unconfirmed */
    readonly med_type?: string
    /** 页码 unconfirmed */
    readonly pageNum?: string
  }
}

/** 90502 月结对数查询 / 对数明细信息查询 output */
export type Answer90502 = {
  readonly output?: {
    /** 总行数 unconfirmed */
    readonly totalRow?: WireValue
    /** 总页数 unconfirmed */
    readonly totalPage?: WireValue
  }
  readonly setlinfo?: readonly ({
    /** 顺序号 unconfirmed */
    readonly seqno?: WireValue
    /** 结算ID unconfirmed */
    readonly setl_id?: WireValue
    /** 就诊ID unconfirmed */
    readonly mdtrt_id?: WireValue
    /** 人员编号 unconfirmed */
    readonly psn_no?: WireValue
    /** 人员姓名 unconfirmed */
    readonly psn_name?: WireValue
    /** 人员证件类型 unconfirmed */
    readonly psn_cert_type?: WireValue
    /** 证件号码 unconfirmed */
    readonly certno?: WireValue
    /** 性别 unconfirmed */
    readonly gend?: WireValue
    /** 民族 unconfirmed */
    readonly naty?: WireValue
    /** 出生日期 unconfirmed */
    readonly brdy?: WireValue
    /** 年龄 unconfirmed */
    readonly age?: WireValue
    /** 险种类型 unconfirmed */
    readonly insutype?: WireValue
    /** 人员类别 unconfirmed */
    readonly psn_type?: WireValue
    /** 公务员标志 unconfirmed */
    readonly cvlserv_flag?: WireValue
    /** 灵活就业标志 unconfirmed */
    readonly flxempe_flag?: WireValue
    /** 新生儿标志 unconfirmed */
    readonly nwb_flag?: WireValue
    /** 参保机构医保区划 unconfirmed */
    readonly insu_optins?: WireValue
    /** 单位名称 unconfirmed */
    readonly emp_name?: WireValue
    /** 定点医药机构编号 unconfirmed */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 unconfirmed */
    readonly fixmedins_name?: WireValue
    /** 医院等级 unconfirmed */
    readonly hosp_lv?: WireValue
    /** 定点归属机构 unconfirmed */
    readonly fix_blng_admdvs?: WireValue
    /** 开始日期 unconfirmed */
    readonly begndate?: WireValue
    /** 结束日期 unconfirmed */
    readonly enddate?: WireValue
    /** 结算时间 unconfirmed */
    readonly setl_time?: WireValue
    /** 医疗类别 unconfirmed */
    readonly med_type?: WireValue
    /** 清算类别 unconfirmed */
    readonly clr_type?: WireValue
    /** 清算方式 unconfirmed */
    readonly clr_way?: WireValue
    /** 清算经办机构 unconfirmed */
    readonly clr_optins?: WireValue
    /** 二级清算类别 unconfirmed */
    readonly clr_type_lv2?: WireValue
    /** 医疗费总额 unconfirmed */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 unconfirmed */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 unconfirmed */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 unconfirmed */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 unconfirmed */
    readonly inscp_amt?: WireValue
    /** 实际支付起付线 unconfirmed */
    readonly act_pay_dedc?: WireValue
    /** 基金支付总额 unconfirmed */
    readonly fund_pay_sumamt?: WireValue
    /** 个人支付金额 unconfirmed */
    readonly psn_pay?: WireValue
    /** 个人账户支出 unconfirmed */
    readonly acct_pay?: WireValue
    /** 现金支付金额 unconfirmed */
    readonly cash_payamt?: WireValue
    /** 余额 unconfirmed */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 unconfirmed */
    readonly acct_mulaid_pay?: WireValue
    /** 年度 unconfirmed */
    readonly year?: WireValue
    /** 病种编码 unconfirmed */
    readonly dise_no?: WireValue
    /** 病种名称 unconfirmed */
    readonly dise_name?: WireValue
    /** 医疗机构对账标志 unconfirmed */
    readonly medins_stmt_flag?: WireValue
    /** 退费结算标志 unconfirmed */
    readonly refd_setl_flag?: WireValue
    /** 清算标志 unconfirmed */
    readonly clr_flag?: WireValue
    /** 身份认定行政区划 unconfirmed */
    readonly ide_admdvs?: WireValue
    /** 支付地点类别 unconfirmed */
    readonly pay_loc?: WireValue
    /** 发票号 unconfirmed */
    readonly invono?: WireValue
    /** 统筹基金支出 unconfirmed */
    readonly hifp_pay?: WireValue
    /** 公务员医疗补助资金支出 unconfirmed */
    readonly cvlserv_pay?: WireValue
    /** 补充医疗保险基金支出 unconfirmed */
    readonly hifes_pay?: WireValue
    /** 大病补充医疗保险基金支出 unconfirmed */
    readonly hifmi_pay?: WireValue
    /** 大额医疗补助基金支出 unconfirmed */
    readonly hifob_pay?: WireValue
    /** 伤残人员医疗保障基金支出 unconfirmed */
    readonly hifdm_pay?: WireValue
    /** 医疗救助基金支出 unconfirmed */
    readonly maf_pay?: WireValue
    /** 其它基金支付 unconfirmed */
    readonly othfund_pay?: WireValue
    /** 生育备案结束时间 unconfirmed */
    readonly matnEnddate?: WireValue
    /** 产检医院变更标志 unconfirmed */
    readonly birHospChangFlag?: WireValue
    /** 生育类型 unconfirmed */
    readonly birctrl_type?: WireValue
  })[]
  readonly setldetail?: readonly ({
    /** 结算ID unconfirmed */
    readonly setl_id?: WireValue
    /** 就诊ID unconfirmed */
    readonly mdtrt_id?: WireValue
    /** 基金支付类型 unconfirmed */
    readonly fund_pay_type?: WireValue
    /** 统筹区基金支付类型 unconfirmed */
    readonly poolarea_fund_pay_type?: WireValue
    /** 基金支付金额 unconfirmed */
    readonly fund_payamt?: WireValue
  })[]
}

/** cn.nhsa.auth.check 授权结果核验 input */
export type RequestCnNhsaAuthCheck = {
  readonly data?: {
    /** 授权编号 string */
    readonly authNo?: string
  }
}

/** cn.nhsa.auth.check 授权结果核验 output */
export type AnswerCnNhsaAuthCheck = {
  readonly data?: {
    /** 授权编号 string */
    readonly authNo?: WireValue
    /** 电子凭证索引号 string */
    readonly ecIndexNo?: WireValue
    /** 电子凭证码值 string */
    readonly ecQrCode?: WireValue
    /** 令牌 string */
    readonly ecToken?: WireValue
    /** 证件号码 string */
    readonly idNo?: WireValue
    /** 证件类型 string */
    readonly idType?: WireValue
    /** 参保地 string */
    readonly insuOrg?: WireValue
    /** 姓名 string */
    readonly userName?: WireValue
    /** 渠道 string */
    readonly chnlId?: WireValue
    /** 性别 string */
    readonly gender?: WireValue
    /** 出生日期 string */
    readonly birthday?: WireValue
  }
}

/** cn.nhsa.ec.auth 医保业务综合服务终端 刷脸/扫码授权 input */
export type RequestCnNhsaEcAuth = {
  readonly data: {
    /** 机构编号 string(40) 必填 */
    readonly orgId: string
    /** 业务流水号 string(64) 必填 */
    readonly outBizNo: string
    /** 用码业务类型 string(5) 代码 businessType 必填 */
    readonly businessType: string
    /** 操作员编号 string(20) 必填 */
    readonly operatorId: string
    /** 操作员姓名 string(30) 必填 */
    readonly operatorName: string
    /** 科室编号 string(20) 必填 */
    readonly officeId: string
    /** 科室名称 string(30) 必填 */
    readonly officeName: string
    /** 扩展数据 string */
    readonly extData?: string
  }
}

/** cn.nhsa.ec.auth 医保业务综合服务终端 刷脸/扫码授权 output */
export type AnswerCnNhsaEcAuth = {
  readonly data?: {
    /** 授权编号 string */
    readonly authNo?: WireValue
  }
}

/** ec.query 医保电子凭证二维码查询 (NationECCode.dll NationEcTrans) input */
export type RequestEcQuery = {
  /** 交易类型 string 必填 */
  readonly transType: string
  /** 机构编号 string(40) 必填 */
  readonly orgId: string
  readonly data: {
    /** 机构编号 string(40) 必填 */
    readonly orgId: string
    /** 用码业务类型 string(5) 代码 businessType 必填 */
    readonly businessType: string
    /** 收款员/操作员编号 string(64) 必填 */
    readonly operatorId: string
    /** 操作员姓名 string(64) 必填 */
    readonly operatorName: string
    /** 科室编号 string(20) 必填 */
    readonly officeId: string
    /** 科室名称 string(30) 必填 */
    readonly officeName: string
    /** 设备类型 string */
    readonly deviceType?: string
  }
}

/** ec.query 医保电子凭证二维码查询 (NationECCode.dll NationEcTrans) output */
export type AnswerEcQuery = {
  /** 返回码 decimal 必填 */
  readonly code?: WireValue
  /** 返回信息 string */
  readonly message?: WireValue
  /** 机构编号 string */
  readonly orgId?: WireValue
  readonly data?: {
    /** 证件号码 string */
    readonly idNo?: WireValue
    /** 姓名 string */
    readonly userName?: WireValue
    /** 证件类型 string 代码 idType */
    readonly idType?: WireValue
    /** 令牌 string */
    readonly ecToken?: WireValue
    /** 参保地行政区划 string */
    readonly insuOrg?: WireValue
    /** 电子凭证索引号 string */
    readonly ecIndexNo?: WireValue
    /** 性别 string 代码 gend */
    readonly gender?: WireValue
    /** 出生日期 string */
    readonly birthday?: WireValue
    /** 国籍 string */
    readonly nationality?: WireValue
    /** 邮箱 string */
    readonly email?: WireValue
    /** 扩展 string */
    readonly extra?: WireValue
  }
}
