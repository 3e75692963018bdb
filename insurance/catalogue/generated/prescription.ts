// Made by insurance/catalogue/generate.ts from data/: do not edit.
import type { WireValue } from '../exact-json.ts'

/** 7101 电子处方上传预核验 input */
export type Request7101 = {
  readonly data: {
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrtCertType: string
    /** 就诊凭证编号 string(50) */
    readonly mdtrtCertNo?: string
    /** 卡识别码 string(32) 条件必填 */
    readonly cardSn?: string
    /** 业务类型代码 string(3) 代码 biz_type_code 必填 */
    readonly bizTypeCode: string
    /** 处方附加属性代码 string(3) 代码 rx_exra_attr_code */
    readonly rxExraAttrCode?: string
    /** 电子凭证令牌 string(64) 条件必填 */
    readonly ecToken?: string
    /** 电子凭证线上身份核验流水号 string(100) 条件必填 */
    readonly authNo?: string
    /** 参保地编号 string(6) 代码 admdvs */
    readonly insuPlcNo?: string
    /** 就医地编号 string(6) 代码 admdvs */
    readonly mdtrtareaNo?: string
    /** 定点医疗机构处方编号 string(40) 必填 */
    readonly hospRxno: string
    /** 续方的原处方编号 string(40) */
    readonly initRxno?: string
    /** 处方类别代码 string(3) 代码 rx_type_code 必填 */
    readonly rxTypeCode: string
    /** 开方时间 datetime 必填 */
    readonly prscTime: string
    /** 药品类目数(剂数) decimal(16,4) 必填 */
    readonly rxDrugCnt: string
    /** 处方整剂用法编号 string(20) 代码 drug_medc_way_code */
    readonly rxUsedWayCodg?: string
    /** 处方整剂用法名称 string(40) */
    readonly rxUsedWayName?: string
    /** 处方整剂频次编号 string(20) 代码 used_frqu */
    readonly rxFrquCodg?: string
    /** 处方整剂频次名称 string(40) */
    readonly rxFrquName?: string
    /** 处方整剂剂量单位 string(20) */
    readonly rxDosunt?: string
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rxDoscnt?: string
    /** 处方整剂医嘱说明 string(400) */
    readonly rxDrordDscr?: string
    /** 处方有效天数 decimal(10) 必填 */
    readonly valiDays: string
    /** 有效截止时间 datetime 必填 */
    readonly valiEndTime: string
    /** 复用(多次)使用标志 string(3) 代码 rept_flag */
    readonly reptFlag?: string
    /** 最大使用次数 decimal(3,0) */
    readonly maxReptCnt?: string
    /** 使用最小间隔(天数) decimal(3,0) */
    readonly minInrvDays?: string
    /** 续方标志 string(3) 代码 rx_cotn_flag */
    readonly rxCotnFlag?: string
    /** 长期处方标志 string(3) 代码 long_rx_flag */
    readonly longRxFlag?: string
  }
  readonly rxdrugdetail: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly medListCodg: string
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedinsHilistId?: string
    /** 医疗机构制剂标志 string(3) 代码 hosp_prep_flag */
    readonly hospPrepFlag?: string
    /** 处方项目分类代码 string(30) 代码 rx_item_type_code 必填 */
    readonly rxItemTypeCode: string
    /** 处方项目分类名称 string(100) */
    readonly rxItemTypeName?: string
    /** 中药类别代码 string(30) 代码 tcmdrug_type_code */
    readonly tcmdrugTypeCode?: string
    /** 中药类别名称 string(20) */
    readonly tcmdrugTypeName?: string
    /** 草药脚注 string(200) */
    readonly tcmherbFoote?: string
    /** 药物类型代码 string(100) 代码 medn_type_code */
    readonly mednTypeCode?: string
    /** 药物类型名称 string(100) */
    readonly mednTypeName?: string
    /** 主要用药标志 string(3) */
    readonly mainMedcFlag?: string
    /** 加急标志 string(3) */
    readonly urgtFlag?: string
    /** 基本药物标志 string(3) */
    readonly basMednFlag?: string
    /** 是否进口药品 string(3) */
    readonly impDrugFlag?: string
    /** 是否OTC药品 string(3) */
    readonly otcFlag?: string
    /** 药品通用名 string(100) 必填 */
    readonly drugGenname: string
    /** 药品剂型 string(30) 必填 */
    readonly drugDosform: string
    /** 药品规格 string(40) 必填 */
    readonly drugSpec: string
    /** 药品商品名 string(255) */
    readonly drugProdname?: string
    /** 生产厂家 string(100) */
    readonly prdrName?: string
    /** 用药途径代码 string(10) 代码 drug_medc_way_code 必填 */
    readonly medcWayCodg: string
    /** 用药途径描述 string(100) 必填 */
    readonly medcWayDscr: string
    /** 用药开始时间 datetime 必填 */
    readonly medcBegntime: string
    /** 用药结束时间 datetime 必填 */
    readonly medcEndtime: string
    /** 用药天数 decimal(8,2) 必填 */
    readonly medcDays: string
    /** 单次剂量单位 string(20) 必填 */
    readonly sinDosunt: string
    /** 单次用量 decimal(16,4) 必填 */
    readonly sinDoscnt: string
    /** 使用频次编码 string(10) 代码 used_frqu 必填 */
    readonly usedFrquCodg: string
    /** 使用频次名称 string(30) 必填 */
    readonly usedFrquName: string
    /** 药品总用药量单位 string(20) 必填 */
    readonly drugDosunt: string
    /** 药品总用药量 decimal(16,4) 必填 */
    readonly drugCnt: string
    /** 药品单价 decimal(16,6) */
    readonly drugPric?: string
    /** 药品总金额 decimal(16,2) */
    readonly drugSumamt?: string
    /** 医院审批标志 string(3) 代码 hosp_appr_flag 必填 */
    readonly hospApprFlag: string
    /** 自费原因类型 string(6) 代码 self_pay_rea 条件必填 */
    readonly selfPayRea?: string
    /** 自费原因描述 string(1000) 条件必填 */
    readonly realDscr?: string
    /** 扩展数据 string(4000) */
    readonly extras?: string
  })[]
  readonly mdtrtinfo: {
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly medType: string
    /** 门诊/住院号 string(30) 必填 */
    readonly iptOtpNo: string
    /** 门诊住院标识 string(3) 代码 yes (table not named) */
    readonly otpIptFlag?: string
    /** 医保人员编号 string(30) 必填 */
    readonly psnNo: string
    /** 患者姓名 string(40) 必填 */
    readonly patnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
    /** 年龄 decimal(4,1) 必填 */
    readonly patnAge: string
    /** 患者身高 decimal(6,2) */
    readonly patnHgt?: string
    /** 患者体重 decimal(6,2) */
    readonly patnWt?: string
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend: string
    /** 计划生育手术类别 string(6) 代码 yes (table not named) */
    readonly birctrlType?: string
    /** 计划生育手术或生育日期 date */
    readonly birctrlMatnDate?: string
    /** 生育类别 string(6) */
    readonly matnType?: string
    /** 妊娠(孕周) decimal(2) */
    readonly gesoVal?: string
    /** 新生儿标志 string(3) 代码 yes (table not named) */
    readonly nwbFlag?: string
    /** 新生儿日、月龄 string(20) */
    readonly nwbAge?: string
    /** 哺乳期标志 decimal(3) 代码 yes (table not named) */
    readonly suckPrdFlag?: string
    /** 过敏史 string(1000) */
    readonly algsHis?: string
    /** 开方科室名称 string(50) 必填 */
    readonly prscDeptName: string
    /** 开方科室编号 string(30) 代码 yes (table not named) 必填 */
    readonly prscDeptCode: string
    /** 开方医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prscDrName: string
    /** 开方医师证件类型 string(6) 代码 psn_cert_type */
    readonly prscDrCertType?: string
    /** 开方医师证件号码 string(50) */
    readonly prscDrCertno?: string
    /** 医生职称编码 string(20) 代码 drord_dr_profttl 必填 */
    readonly drProfttlCodg: string
    /** 医生职称名称 string(20) 必填 */
    readonly drProfttlName: string
    /** 医生科室编码 string(30) 必填 */
    readonly drDeptCode: string
    /** 医生科室名称 string(50) 必填 */
    readonly drDeptName: string
    /** 科别 string(10) 代码 dept */
    readonly caty?: string
    /** 就诊时间 datetime 必填 */
    readonly mdtrtTime: string
    /** 病种编码 string(30) */
    readonly diseCodg?: string
    /** 病种名称 string(500) */
    readonly diseName?: string
    /** 特殊病种标志 string(3) 代码 yes (table not named) 必填 */
    readonly spDiseFlag: string
    /** 主诊断代码 string(30) 必填 */
    readonly maindiagCode: string
    /** 主诊断名称 string(100) 必填 */
    readonly maindiagName: string
    /** 疾病病情描述 string(2000) */
    readonly diseCondDscr?: string
    /** 医保费用结算类型 string(6) 代码 hi_feesetl_type */
    readonly hiFeesetlType?: string
    /** 医保费用类别名称 string(20) */
    readonly hiFeesetlName?: string
    /** 挂号费 decimal(16,2) */
    readonly rgstFee?: string
    /** 医疗费总额 decimal(16,2) */
    readonly medfeeSumamt?: string
    /** 是否初诊 string(3) */
    readonly fstdiagFlag?: string
    /** 扩展数据 unconfirmed */
    readonly extras?: string
  }
  readonly diseinfo: readonly ({
    /** 诊断类别 string(3) 代码 diag_type 必填 */
    readonly diagType: string
    /** 主诊断标志 string(3) 代码 yes (table not named) 必填 */
    readonly maindiagFlag: string
    /** 诊断排序号 decimal(2) 必填 */
    readonly diagSrtNo: string
    /** 诊断代码 string(30) 代码 yes (table not named) 必填 */
    readonly diagCode: string
    /** 诊断名称 string(100) 必填 */
    readonly diagName: string
    /** 诊断科室名称 string(50) 必填 */
    readonly diagDept: string
    /** 诊断科室代码 string(20) */
    readonly diagDeptCode?: string
    /** 诊断医生编码 string(30) 必填 */
    readonly diagDrNo: string
    /** 诊断医生姓名 string(50) 必填 */
    readonly diagDrName: string
    /** 诊断时间 datetime 必填 */
    readonly diagTime: string
    /** 中医病名代码 string(30) */
    readonly tcmDiseCode?: string
    /** 中医病名 string(300) */
    readonly tcmDiseName?: string
    /** 中医证候代码 string(30) */
    readonly tcmsympCode?: string
    /** 中医证候 string(300) */
    readonly tcmsymp?: string
  })[]
}

/** 7101 电子处方上传预核验 output */
export type Answer7101 = {
  readonly data?: {
    /** 处方追溯码 string(20) 必填 */
    readonly rxTraceCode?: WireValue
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
  }
}

/** 7102 电子处方医保电子签名 input */
export type Request7102 = {
  readonly data: {
    /** 定点机构代码 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 原始待签名处方信息 text 必填 */
    readonly originalValue: string
    /** 原始待签名处方文件 text 必填 */
    readonly originalRxFile: string
    /** 扩展字段 string(4000) */
    readonly extras?: string
  }
}

/** 7102 电子处方医保电子签名 output */
export type Answer7102 = {
  readonly data?: {
    /** 处方文件(签名后) text */
    readonly rxFile?: WireValue
    /** 签名摘要值 string(4000) */
    readonly signDigest?: WireValue
    /** 签名机构证书SN string */
    readonly signCertSn?: WireValue
    /** 签名机构证书DN string */
    readonly signCertDn?: WireValue
  }
}

/** 7103 电子处方上传 input */
export type Request7103 = {
  readonly data: {
    /** 处方追溯码 string(20) 必填 */
    readonly rxTraceCode: string
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 医院就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 患者姓名 string(40) 必填 */
    readonly patnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 开方医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prscDrName: string
    /** 审方药师科室名称 string(50) 必填 */
    readonly pharDeptName: string
    /** 审方药师科室编号 string(30) 必填 */
    readonly pharDeptCode: string
    /** 审方药师职称编码 string(20) 代码 phar_pro_tech_duty */
    readonly pharProfttlCodg?: string
    /** 审方药师职称名称 string(20) */
    readonly pharProfttlName?: string
    /** 审方医保药师代码 string(20) 必填 */
    readonly pharCode: string
    /** 审方药师证件类型 string(6) 代码 psn_cert_type */
    readonly pharCertType?: string
    /** 审方药师证件号码 string(50) */
    readonly pharCertno?: string
    /** 审方药师姓名 string(50) 必填 */
    readonly pharName: string
    /** 审方药师执业资格证号 string(50) */
    readonly pharPracCertNo?: string
    /** 医疗机构药师审方时间 datetime 必填 */
    readonly pharChkTime: string
    /** 处方原件 text 必填 */
    readonly rxFile: string
    /** 处方信息签名值 string(4000) 必填 */
    readonly signDigest: string
    /** 扩展字段 string(4000) */
    readonly extras?: string
  }
}

/** 7103 电子处方上传 output */
export type Answer7103 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** 7104 电子处方撤销 input */
export type Request7104 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 撤销医师的医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 撤销医师姓名 string(50) 必填 */
    readonly undoDrName: string
    /** 撤销医师证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly undoDrCertType: string
    /** 撤销医师证件号码 string(50) 必填 */
    readonly undoDrCertno: string
    /** 撤销原因描述 string(200) 必填 */
    readonly undoRea: string
    /** 撤销时间 datetime 必填 */
    readonly undoTime: string
  }
}

/** 7104 电子处方撤销 output */
export type Answer7104 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** 7105 电子处方信息查询 input */
export type Request7105 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** 7105 电子处方信息查询 output */
export type Answer7105 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 定点医疗机构编号 string(12) 必填 */
    readonly fixmedinsCode?: WireValue
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
    /** 医保处方使用状态编码 string(3) 代码 rx_used_stas_codg */
    readonly rxUsedStasCodg?: WireValue
    /** 医保处方使用状态名称 string(20) */
    readonly rxUsedStasName?: WireValue
    /** 开方时间 datetime */
    readonly prscTime?: WireValue
    /** 药品总用量(剂数) decimal(16,2) */
    readonly rxDrugCnt?: WireValue
    /** 处方整剂用法编码 string(20) */
    readonly rxUsedWayCodg?: WireValue
    /** 处方整剂用法名称 string(40) */
    readonly rxUsedWayName?: WireValue
    /** 处方整剂频次编号 string(20) */
    readonly rxFrquCodg?: WireValue
    /** 处方整剂频次名称 string(40) */
    readonly rxFrquName?: WireValue
    /** 处方整剂剂量单位 string(20) */
    readonly rxDosunt?: WireValue
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rxDoscnt?: WireValue
    /** 处方整剂医嘱说明 string(500) */
    readonly rxDrordDscr?: WireValue
    /** 处方有效天数 decimal(10) */
    readonly valiDays?: WireValue
    /** 有效截止时间 datetime */
    readonly valiEndTime?: WireValue
    /** 复用(多次)使用标志 string(3) */
    readonly reptFlag?: WireValue
    /** 最大复用次数 decimal(3) */
    readonly maxReptCnt?: WireValue
    /** 已复用次数 decimal(3) */
    readonly reptdCnt?: WireValue
    /** 使用最小间隔(天数) decimal(3) */
    readonly minInrvDays?: WireValue
    /** 处方类别编码 string(3) 代码 rx_type_code */
    readonly rxTypeCode?: WireValue
    /** 处方类别名称 string(20) */
    readonly rxTypeName?: WireValue
    /** 长期处方标志 string(3) */
    readonly longRxFlag?: WireValue
    /** 业务类型代码 string(3) */
    readonly bizTypeCode?: WireValue
    /** 业务类型名称 string(20) */
    readonly bizTypeName?: WireValue
    /** 处方附加属性代码 string(3) */
    readonly rxExraAttrCode?: WireValue
    /** 处方附加属性名称 string(20) */
    readonly rxExraAttrName?: WireValue
    /** 处方循环限制标志 string */
    readonly rxCircLimitFlag?: WireValue
  }
  readonly rxDetlList?: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly medListCodg?: WireValue
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedinsHilistId?: WireValue
    /** 院内制剂标志 string(3) */
    readonly hospPrepFlag?: WireValue
    /** 处方项目分类代码 string(30) 代码 rx_item_type_code */
    readonly rxItemTypeCode?: WireValue
    /** 处方项目分类名称 string(100) */
    readonly rxItemTypeName?: WireValue
    /** 中药类别名称 string(20) */
    readonly tcmdrugTypeName?: WireValue
    /** 中药类别代码 string(30) */
    readonly tcmdrugTypeCode?: WireValue
    /** 草药脚注 string(200) */
    readonly tcmherbFoote?: WireValue
    /** 药物类型代码 string(100) */
    readonly mednTypeCode?: WireValue
    /** 药物类型 string(100) */
    readonly mednTypeName?: WireValue
    /** 主要用药标志 string(30) */
    readonly mainMedcFlag?: WireValue
    /** 加急标志 string(30) */
    readonly urgtFlag?: WireValue
    /** 基本药物标志 string(3) */
    readonly basMednFlag?: WireValue
    /** 是否进口药品 string(3) */
    readonly impDrugFlag?: WireValue
    /** 药品商品名 string(255) 必填 */
    readonly drugProdname?: WireValue
    /** 药品通用名 string(500) 必填 */
    readonly drugGenname?: WireValue
    /** 药品剂型 string(30) 必填 */
    readonly drugDosform?: WireValue
    /** 药品规格 string(40) 必填 */
    readonly drugSpec?: WireValue
    /** 生产厂家 string(100) */
    readonly prdrName?: WireValue
    /** 用药途径代码 string(10) 代码 drug_medc_way_code 必填 */
    readonly medcWayCodg?: WireValue
    /** 用药途径描述 string(100) 必填 */
    readonly medcWayDscr?: WireValue
    /** 用药开始时间 datetime 必填 */
    readonly medcBegntime?: WireValue
    /** 用药结束时间 datetime 必填 */
    readonly medcEndtime?: WireValue
    /** 用药天数 decimal(8,2) 必填 */
    readonly medcDays?: WireValue
    /** 药品总用药量 decimal(16,4) 必填 */
    readonly drugCnt?: WireValue
    /** 药品总用药量单位 string(20) */
    readonly drugDosunt?: WireValue
    /** 单次用量 decimal(16,4) */
    readonly sinDoscnt?: WireValue
    /** 单次剂量单位 string(20) */
    readonly sinDosunt?: WireValue
    /** 使用频次编码 string(10) 代码 used_frqu */
    readonly usedFrquCodg?: WireValue
    /** 使用频次名称 string(30) */
    readonly usedFrquName?: WireValue
    /** 医院审批标志 string(3) */
    readonly hospApprFlag?: WireValue
    /** 取药标志位 string(3) 必填 */
    readonly takeDrugFlag?: WireValue
    /** 是否OTC药品 string(3) */
    readonly otcFlag?: WireValue
    /** 自费原因类型 string(6) */
    readonly selfPayRea?: WireValue
    /** 自费原因描述 string(1000) */
    readonly realDscr?: WireValue
    /** 所需药品库存数量 decimal(16) */
    readonly drugTotlcnt?: WireValue
    /** 所需药品库存单位 string(40) */
    readonly drugTotlcntEmp?: WireValue
  })[]
  readonly rxOtpinfo?: {
    /** 医疗类别 string(6) 代码 med_type */
    readonly medType?: WireValue
    /** 门诊/住院号 string(30) */
    readonly iptOtpNo?: WireValue
    /** 门诊住院标志 string(3) */
    readonly otpIptFlag?: WireValue
    /** 患者姓名 string(40) */
    readonly patnName?: WireValue
    /** 年龄 decimal(4,1) */
    readonly patnAge?: WireValue
    /** 患者身高 decimal(6,2) */
    readonly patnHgt?: WireValue
    /** 患者体重 decimal(6,2) */
    readonly patnWt?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 妊娠(孕周) decimal(2) */
    readonly gesoVal?: WireValue
    /** 新生儿标志 string(3) */
    readonly nwbFlag?: WireValue
    /** 新生儿日、月龄 string(20) */
    readonly nwbAge?: WireValue
    /** 哺乳期标志 decimal(3) */
    readonly suckPrdFlag?: WireValue
    /** 过敏史 string(1000) */
    readonly algsHis?: WireValue
    /** 险种类型 string(6) 代码 insutype */
    readonly insutype?: WireValue
    /** 开方科室名称 string(50) */
    readonly prscDeptName?: WireValue
    /** 开方医师姓名 string(50) */
    readonly prscDrName?: WireValue
    /** 药师姓名 string(50) */
    readonly pharName?: WireValue
    /** 医疗机构药师审方时间 datetime */
    readonly pharChkTime?: WireValue
    /** 就诊时间 datetime */
    readonly mdtrtTime?: WireValue
    /** 病种编码 string(30) */
    readonly diseCodg?: WireValue
    /** 病种名称 string(500) */
    readonly diseName?: WireValue
    /** 是否特殊病种 string(1) */
    readonly spDiseFlag?: WireValue
    /** 主诊断代码 string(30) */
    readonly maindiagCode?: WireValue
    /** 主诊断名称 string(100) */
    readonly maindiagName?: WireValue
    /** 疾病病情描述 string(2000) */
    readonly diseCondDscr?: WireValue
    /** 是否初诊 string(3) */
    readonly fstdiagFlag?: WireValue
  }
  readonly rxDiseList?: readonly ({
    /** 诊断类别 string(3) 代码 diag_type */
    readonly diagType?: WireValue
    /** 主诊断标志 string(3) */
    readonly maindiagFlag?: WireValue
    /** 诊断排序号 decimal(2) */
    readonly diagSrtNo?: WireValue
    /** 诊断代码 string(30) */
    readonly diagCode?: WireValue
    /** 诊断名称 string(100) */
    readonly diagName?: WireValue
    /** 诊断科室名称 string(50) */
    readonly diagDept?: WireValue
    /** 诊断科室代码 string(20) */
    readonly diagDeptCode?: WireValue
    /** 诊断医生编码 string(30) */
    readonly diagDrNo?: WireValue
    /** 诊断医生姓名 string(50) */
    readonly diagDrName?: WireValue
    /** 诊断时间 datetime */
    readonly diagTime?: WireValue
    /** 中医病名代码 string(30) */
    readonly tcmDiseCode?: WireValue
    /** 中医病名 string(300) */
    readonly tcmDiseName?: WireValue
    /** 中医证候代码 string(30) */
    readonly tcmsympCode?: WireValue
    /** 中医证候 string(300) */
    readonly tcmsymp?: WireValue
  })[]
}

/** 7106 电子处方审核结果查询 input */
export type Request7106 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** 7106 电子处方审核结果查询 output */
export type Answer7106 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 审方药师姓名 string 必填 */
    readonly pharName?: WireValue
    /** 审方医保药师代码 string(20) 必填 */
    readonly pharCode?: WireValue
    /** 处方审核状态代码 string(3) 代码 rx_chk_stas_codg 必填 */
    readonly rxChkStasCodg?: WireValue
    /** 处方审核状态名称 string(10) */
    readonly rxChkStasName?: WireValue
    /** 处方审核意见 text 必填 */
    readonly rxChkOpnn?: WireValue
    /** 处方审核时间 datetime 必填 */
    readonly rxChkTime?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** 7107 电子处方取药结果查询 input */
export type Request7107 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** 7107 电子处方取药结果查询 output */
export type Answer7107 = {
  readonly data?: {
    /** 医保处方编号 string(30) */
    readonly hiRxno?: WireValue
    /** 医保结算时间 datetime */
    readonly setlTime?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
    /** 处方使用状态编号 string(3) 代码 rx_used_stas_codg */
    readonly rxUsedStasCodg?: WireValue
    /** 处方使用状态名称 string(20) */
    readonly rxUsedStasName?: WireValue
  }
  readonly seltdelts?: readonly ({
    /** 医疗目录编码 string(20) */
    readonly medListCodg?: WireValue
    /** 药品通用名 string(50) */
    readonly drugGenname?: WireValue
    /** 药品商品名 string(50) */
    readonly drugProdname?: WireValue
    /** 药品剂型 string(20) */
    readonly drugDosform?: WireValue
    /** 药品规格 string */
    readonly drugSpec?: WireValue
    /** 数量 decimal(16,3) */
    readonly cnt?: WireValue
    /** 批准文号 string(20) */
    readonly aprvno?: WireValue
    /** 批次号 string(20) */
    readonly bchno?: WireValue
    /** 生产批号 string(20) */
    readonly manuLotnum?: WireValue
    /** 生产厂家 string(20) */
    readonly prdrName?: WireValue
    /** 取药标志位 string(3) */
    readonly takeDrugFlag?: WireValue
  })[]
}

/** 7201 电子处方线下流转授权 input */
export type Request7201 = {
  readonly data?: {
    /** 身份登记流水号 string(40) */
    readonly regSn?: string
  }
}

/** 7204 电子处方下载 output */
export type Answer7204 = {
  readonly rxDiseList?: readonly ({
    /** 诊断类别 string(3) 代码 diag_type */
    readonly diagType?: WireValue
    /** 主诊断标志 string(3) */
    readonly maindiagFlag?: WireValue
    /** 诊断排序号 decimal(2) */
    readonly diagSrtNo?: WireValue
    /** 诊断代码 string(30) */
    readonly diagCode?: WireValue
    /** 诊断名称 string(100) */
    readonly diagName?: WireValue
    /** 诊断科室名称 string(50) */
    readonly diagDept?: WireValue
    /** 诊断科室代码 string(20) */
    readonly diagDeptCode?: WireValue
    /** 诊断医生编码 string(30) */
    readonly diagDrNo?: WireValue
    /** 诊断医生姓名 string(50) */
    readonly diagDrName?: WireValue
    /** 诊断时间 datetime */
    readonly diagTime?: WireValue
    /** 中医病名代码 string(30) */
    readonly tcmDiseCode?: WireValue
    /** 中医病名 string(300) */
    readonly tcmDiseName?: WireValue
    /** 中医证候代码 string(30) */
    readonly tcmsympCode?: WireValue
    /** 中医证候 string(300) */
    readonly tcmsymp?: WireValue
  })[]
}

/** 7206 电子处方审方信息上传 input */
export type Request7206 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 电子处方令牌 string(100) 必填 */
    readonly epcToken: string
    /** 审方药师电子凭证令牌 string(64) 必填 */
    readonly ecToken: string
    /** 定点医药机构编码 string(30) 必填 */
    readonly fixmedinsCode: string
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedinsName: string
    /** 审方药师证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly pharCertType: string
    /** 审方药师证件号码 string(50) 必填 */
    readonly pharCertno: string
    /** 审方医保药师代码 string(50) 必填 */
    readonly pharCode: string
    /** 审方药师姓名 string(50) 必填 */
    readonly pharName: string
    /** 处方审核理由 string(2000) 必填 */
    readonly rxChkOpnn: string
    /** 审核时间 datetime 必填 */
    readonly rxChkTime: string
    /** 处方审核状态代码 string(10) 代码 rx_chk_stas_codg 必填 */
    readonly rxChkStasCodg: string
    /** 处方签名验签流水号 string(40) 必填 */
    readonly rxSignVerifySn: string
  }
}

/** 7206 电子处方审方信息上传 output */
export type Answer7206 = {
  readonly data?: {
    /** 成功标志 string(6) 必填 */
    readonly msgCode?: WireValue
    /** 结果说明 string(200) */
    readonly flag?: WireValue
    /** 处方审核业务流水号 string(30) */
    readonly rxChkBizSn?: WireValue
  }
}

/** 7211 电子处方药品目录查询 input */
export type Request7211 = {
  readonly data?: {
    /** 药品名称 string */
    readonly drugName?: string
    /** 双通道标志 string */
    readonly dualchnlFlag?: string
    /** 门诊统筹标志 string */
    readonly oppoolFlag?: string
  }
}

/** CFYYJG106 电子处方药师审方信息上传 input */
export type RequestCFYYJG106 = {
  readonly rx_chk_up_info: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 电子处方令牌 string(100) 必填 */
    readonly epc_token: string
    /** 审方药师电子凭证令牌 string(64) 必填 */
    readonly ec_token: string
    /** 定点医药机构编码 string(30) 必填 */
    readonly fixmedins_code: string
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name: string
    /** 审方药师证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly phar_cert_type: string
    /** 审方药师证件号码 string(50) 必填 */
    readonly phar_certno: string
    /** 审方医保药师代码 string(50) 必填 */
    readonly phar_code: string
    /** 审方药师姓名 string(50) 必填 */
    readonly phar_name: string
    /** 处方审核理由 string(2000) 必填 */
    readonly rx_chk_opnn: string
    /** 审核时间 datetime 必填 */
    readonly rx_chk_time: string
    /** 处方审核状态代码 string(10) 代码 rx_chk_stas_codg 必填 */
    readonly rx_chk_stas_codg: string
    /** 处方签名验签流水号 string(40) 必填 */
    readonly rx_sign_verify_sn: string
  }
}

/** CFYYJG106 电子处方药师审方信息上传 output */
export type AnswerCFYYJG106 = {
  readonly output?: {
    /** 成功标志 string(6) 必填 */
    readonly msg_code?: WireValue
    /** 结果说明 string(200) */
    readonly flag?: WireValue
    /** 处方审核业务流水号 string(30) */
    readonly rx_chk_biz_sn?: WireValue
  }
}

/** CFYYJG101 电子处方线下流转授权 input */
export type RequestCFYYJG101 = {
  readonly data?: {
    /** 身份登记流水号 string(40) */
    readonly reg_sn?: string
  }
}

/** RX-STOCK-QUERY 取药机构库存查询 (Jiangsu, /pcs-manage/pcs/fixmedins/rxSetlStockQuery) input */
export type RequestRXSTOCKQUERY = {
  readonly drugList: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly medListCodg: string
    /** 药品总用药量 decimal(16,4) 必填 */
    readonly drugCnt: string
    /** 药品总用药量单位 string(20) 必填 */
    readonly drugDosunt: string
    /** 单次用量 decimal(16,4) */
    readonly sinDoscnt?: string
    /** 单次剂量单位 string(20) */
    readonly sinDosunt?: string
  })[]
}

/** RX-STOCK-QUERY 取药机构库存查询 (Jiangsu, /pcs-manage/pcs/fixmedins/rxSetlStockQuery) output */
export type AnswerRXSTOCKQUERY = {
  readonly data?: readonly ({
    /** 可否满足 string */
    readonly accept?: WireValue
  })[]
}

/** D001 电子处方上传预核验 input */
export type RequestD001 = {
  readonly data: {
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrtCertType: string
    /** 就诊凭证编号 string(50) */
    readonly mdtrtCertNo?: string
    /** 卡识别码 string(32) 条件必填 */
    readonly cardSn?: string
    /** 业务类型代码 string(3) 代码 biz_type_code 必填 */
    readonly bizTypeCode: string
    /** 处方附加属性代码 string(3) 代码 rx_exra_attr_code */
    readonly rxExraAttrCode?: string
    /** 电子凭证令牌 string(64) 条件必填 */
    readonly ecToken?: string
    /** 电子凭证线上身份核验流水号 string(100) 条件必填 */
    readonly authNo?: string
    /** 参保地编号 string(6) 代码 admdvs */
    readonly insuPlcNo?: string
    /** 就医地编号 string(6) 代码 admdvs */
    readonly mdtrtareaNo?: string
    /** 定点医疗机构处方编号 string(40) 必填 */
    readonly hospRxno: string
    /** 续方的原处方编号 string(40) */
    readonly initRxno?: string
    /** 处方类别代码 string(3) 代码 rx_type_code 必填 */
    readonly rxTypeCode: string
    /** 开方时间 datetime 必填 */
    readonly prscTime: string
    /** 药品类目数(剂数) decimal(16,4) 必填 */
    readonly rxDrugCnt: string
    /** 处方整剂用法编号 string(20) 代码 drug_medc_way_code */
    readonly rxUsedWayCodg?: string
    /** 处方整剂用法名称 string(40) */
    readonly rxUsedWayName?: string
    /** 处方整剂频次编号 string(20) 代码 used_frqu */
    readonly rxFrquCodg?: string
    /** 处方整剂频次名称 string(40) */
    readonly rxFrquName?: string
    /** 处方整剂剂量单位 string(20) */
    readonly rxDosunt?: string
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rxDoscnt?: string
    /** 处方整剂医嘱说明 string(400) */
    readonly rxDrordDscr?: string
    /** 处方有效天数 decimal(10) 必填 */
    readonly valiDays: string
    /** 有效截止时间 datetime 必填 */
    readonly valiEndTime: string
    /** 复用(多次)使用标志 string(3) 代码 rept_flag */
    readonly reptFlag?: string
    /** 最大使用次数 decimal(3,0) */
    readonly maxReptCnt?: string
    /** 使用最小间隔(天数) decimal(3,0) */
    readonly minInrvDays?: string
    /** 续方标志 string(3) 代码 rx_cotn_flag */
    readonly rxCotnFlag?: string
    /** 长期处方标志 string(3) 代码 long_rx_flag */
    readonly longRxFlag?: string
  }
  readonly rxdrugdetail: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly medListCodg: string
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedinsHilistId?: string
    /** 医疗机构制剂标志 string(3) 代码 hosp_prep_flag */
    readonly hospPrepFlag?: string
    /** 处方项目分类代码 string(30) 代码 rx_item_type_code 必填 */
    readonly rxItemTypeCode: string
    /** 处方项目分类名称 string(100) */
    readonly rxItemTypeName?: string
    /** 中药类别代码 string(30) 代码 tcmdrug_type_code */
    readonly tcmdrugTypeCode?: string
    /** 中药类别名称 string(20) */
    readonly tcmdrugTypeName?: string
    /** 草药脚注 string(200) */
    readonly tcmherbFoote?: string
    /** 药物类型代码 string(100) 代码 medn_type_code */
    readonly mednTypeCode?: string
    /** 药物类型名称 string(100) */
    readonly mednTypeName?: string
    /** 主要用药标志 string(3) */
    readonly mainMedcFlag?: string
    /** 加急标志 string(3) */
    readonly urgtFlag?: string
    /** 基本药物标志 string(3) */
    readonly basMednFlag?: string
    /** 是否进口药品 string(3) */
    readonly impDrugFlag?: string
    /** 是否OTC药品 string(3) */
    readonly otcFlag?: string
    /** 药品通用名 string(100) 必填 */
    readonly drugGenname: string
    /** 药品剂型 string(30) 必填 */
    readonly drugDosform: string
    /** 药品规格 string(40) 必填 */
    readonly drugSpec: string
    /** 药品商品名 string(255) */
    readonly drugProdname?: string
    /** 生产厂家 string(100) */
    readonly prdrName?: string
    /** 用药途径代码 string(10) 代码 drug_medc_way_code 必填 */
    readonly medcWayCodg: string
    /** 用药途径描述 string(100) 必填 */
    readonly medcWayDscr: string
    /** 用药开始时间 datetime 必填 */
    readonly medcBegntime: string
    /** 用药结束时间 datetime 必填 */
    readonly medcEndtime: string
    /** 用药天数 decimal(8,2) 必填 */
    readonly medcDays: string
    /** 单次剂量单位 string(20) 必填 */
    readonly sinDosunt: string
    /** 单次用量 decimal(16,4) 必填 */
    readonly sinDoscnt: string
    /** 使用频次编码 string(10) 代码 used_frqu 必填 */
    readonly usedFrquCodg: string
    /** 使用频次名称 string(30) 必填 */
    readonly usedFrquName: string
    /** 药品总用药量单位 string(20) 必填 */
    readonly drugDosunt: string
    /** 药品总用药量 decimal(16,4) 必填 */
    readonly drugCnt: string
    /** 药品单价 decimal(16,6) */
    readonly drugPric?: string
    /** 药品总金额 decimal(16,2) */
    readonly drugSumamt?: string
    /** 医院审批标志 string(3) 代码 hosp_appr_flag 必填 */
    readonly hospApprFlag: string
    /** 自费原因类型 string(6) 代码 self_pay_rea 条件必填 */
    readonly selfPayRea?: string
    /** 自费原因描述 string(1000) 条件必填 */
    readonly realDscr?: string
    /** 扩展数据 string(4000) */
    readonly extras?: string
  })[]
  readonly mdtrtinfo: {
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly medType: string
    /** 门诊/住院号 string(30) 必填 */
    readonly iptOtpNo: string
    /** 门诊住院标识 string(3) 代码 yes (table not named) */
    readonly otpIptFlag?: string
    /** 医保人员编号 string(30) 必填 */
    readonly psnNo: string
    /** 患者姓名 string(40) 必填 */
    readonly patnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
    /** 年龄 decimal(4,1) 必填 */
    readonly patnAge: string
    /** 患者身高 decimal(6,2) */
    readonly patnHgt?: string
    /** 患者体重 decimal(6,2) */
    readonly patnWt?: string
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend: string
    /** 计划生育手术类别 string(6) 代码 yes (table not named) */
    readonly birctrlType?: string
    /** 计划生育手术或生育日期 date */
    readonly birctrlMatnDate?: string
    /** 生育类别 string(6) */
    readonly matnType?: string
    /** 妊娠(孕周) decimal(2) */
    readonly gesoVal?: string
    /** 新生儿标志 string(3) 代码 yes (table not named) */
    readonly nwbFlag?: string
    /** 新生儿日、月龄 string(20) */
    readonly nwbAge?: string
    /** 哺乳期标志 decimal(3) 代码 yes (table not named) */
    readonly suckPrdFlag?: string
    /** 过敏史 string(1000) */
    readonly algsHis?: string
    /** 开方科室名称 string(50) 必填 */
    readonly prscDeptName: string
    /** 开方科室编号 string(30) 代码 yes (table not named) 必填 */
    readonly prscDeptCode: string
    /** 开方医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prscDrName: string
    /** 开方医师证件类型 string(6) 代码 psn_cert_type */
    readonly prscDrCertType?: string
    /** 开方医师证件号码 string(50) */
    readonly prscDrCertno?: string
    /** 医生职称编码 string(20) 代码 drord_dr_profttl 必填 */
    readonly drProfttlCodg: string
    /** 医生职称名称 string(20) 必填 */
    readonly drProfttlName: string
    /** 医生科室编码 string(30) 必填 */
    readonly drDeptCode: string
    /** 医生科室名称 string(50) 必填 */
    readonly drDeptName: string
    /** 科别 string(10) 代码 dept */
    readonly caty?: string
    /** 就诊时间 datetime 必填 */
    readonly mdtrtTime: string
    /** 病种编码 string(30) */
    readonly diseCodg?: string
    /** 病种名称 string(500) */
    readonly diseName?: string
    /** 特殊病种标志 string(3) 代码 yes (table not named) 必填 */
    readonly spDiseFlag: string
    /** 主诊断代码 string(30) 必填 */
    readonly maindiagCode: string
    /** 主诊断名称 string(100) 必填 */
    readonly maindiagName: string
    /** 疾病病情描述 string(2000) */
    readonly diseCondDscr?: string
    /** 医保费用结算类型 string(6) 代码 hi_feesetl_type */
    readonly hiFeesetlType?: string
    /** 医保费用类别名称 string(20) */
    readonly hiFeesetlName?: string
    /** 挂号费 decimal(16,2) */
    readonly rgstFee?: string
    /** 医疗费总额 decimal(16,2) */
    readonly medfeeSumamt?: string
    /** 是否初诊 string(3) */
    readonly fstdiagFlag?: string
    /** 扩展数据 unconfirmed */
    readonly extras?: string
  }
  readonly diseinfo: readonly ({
    /** 诊断类别 string(3) 代码 diag_type 必填 */
    readonly diagType: string
    /** 主诊断标志 string(3) 代码 yes (table not named) 必填 */
    readonly maindiagFlag: string
    /** 诊断排序号 decimal(2) 必填 */
    readonly diagSrtNo: string
    /** 诊断代码 string(30) 代码 yes (table not named) 必填 */
    readonly diagCode: string
    /** 诊断名称 string(100) 必填 */
    readonly diagName: string
    /** 诊断科室名称 string(50) 必填 */
    readonly diagDept: string
    /** 诊断科室代码 string(20) */
    readonly diagDeptCode?: string
    /** 诊断医生编码 string(30) 必填 */
    readonly diagDrNo: string
    /** 诊断医生姓名 string(50) 必填 */
    readonly diagDrName: string
    /** 诊断时间 datetime 必填 */
    readonly diagTime: string
    /** 中医病名代码 string(30) */
    readonly tcmDiseCode?: string
    /** 中医病名 string(300) */
    readonly tcmDiseName?: string
    /** 中医证候代码 string(30) */
    readonly tcmsympCode?: string
    /** 中医证候 string(300) */
    readonly tcmsymp?: string
  })[]
}

/** D001 电子处方上传预核验 output */
export type AnswerD001 = {
  readonly data?: {
    /** 处方追溯码 string(20) 必填 */
    readonly rxTraceCode?: WireValue
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
  }
}

/** D002 电子处方医保电子签名 input */
export type RequestD002 = {
  readonly data: {
    /** 定点机构代码 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 原始待签名处方信息 text 必填 */
    readonly originalValue: string
    /** 原始待签名处方文件 text 必填 */
    readonly originalRxFile: string
    /** 扩展字段 string(4000) */
    readonly extras?: string
  }
}

/** D002 电子处方医保电子签名 output */
export type AnswerD002 = {
  readonly data?: {
    /** 处方文件(签名后) text */
    readonly rxFile?: WireValue
    /** 签名摘要值 string(4000) */
    readonly signDigest?: WireValue
    /** 签名机构证书SN string */
    readonly signCertSn?: WireValue
    /** 签名机构证书DN string */
    readonly signCertDn?: WireValue
  }
}

/** D003 电子处方上传 input */
export type RequestD003 = {
  readonly data: {
    /** 处方追溯码 string(20) 必填 */
    readonly rxTraceCode: string
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 医院就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 患者姓名 string(40) 必填 */
    readonly patnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 开方医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prscDrName: string
    /** 审方药师科室名称 string(50) 必填 */
    readonly pharDeptName: string
    /** 审方药师科室编号 string(30) 必填 */
    readonly pharDeptCode: string
    /** 审方药师职称编码 string(20) 代码 phar_pro_tech_duty */
    readonly pharProfttlCodg?: string
    /** 审方药师职称名称 string(20) */
    readonly pharProfttlName?: string
    /** 审方医保药师代码 string(20) 必填 */
    readonly pharCode: string
    /** 审方药师证件类型 string(6) 代码 psn_cert_type */
    readonly pharCertType?: string
    /** 审方药师证件号码 string(50) */
    readonly pharCertno?: string
    /** 审方药师姓名 string(50) 必填 */
    readonly pharName: string
    /** 审方药师执业资格证号 string(50) */
    readonly pharPracCertNo?: string
    /** 医疗机构药师审方时间 datetime 必填 */
    readonly pharChkTime: string
    /** 处方原件 text 必填 */
    readonly rxFile: string
    /** 处方信息签名值 string(4000) 必填 */
    readonly signDigest: string
    /** 扩展字段 string(4000) */
    readonly extras?: string
  }
}

/** D003 电子处方上传 output */
export type AnswerD003 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** D004 电子处方撤销 input */
export type RequestD004 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 撤销医师的医保医师代码 string(20) 必填 */
    readonly drCode: string
    /** 撤销医师姓名 string(50) 必填 */
    readonly undoDrName: string
    /** 撤销医师证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly undoDrCertType: string
    /** 撤销医师证件号码 string(50) 必填 */
    readonly undoDrCertno: string
    /** 撤销原因描述 string(200) 必填 */
    readonly undoRea: string
    /** 撤销时间 datetime 必填 */
    readonly undoTime: string
  }
}

/** D004 电子处方撤销 output */
export type AnswerD004 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** D005 电子处方信息查询 input */
export type RequestD005 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** D005 电子处方信息查询 output */
export type AnswerD005 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 定点医疗机构编号 string(12) 必填 */
    readonly fixmedinsCode?: WireValue
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedinsName?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
    /** 医保处方使用状态编码 string(3) 代码 rx_used_stas_codg */
    readonly rxUsedStasCodg?: WireValue
    /** 医保处方使用状态名称 string(20) */
    readonly rxUsedStasName?: WireValue
    /** 开方时间 datetime */
    readonly prscTime?: WireValue
    /** 药品总用量(剂数) decimal(16,2) */
    readonly rxDrugCnt?: WireValue
    /** 处方整剂用法编码 string(20) */
    readonly rxUsedWayCodg?: WireValue
    /** 处方整剂用法名称 string(40) */
    readonly rxUsedWayName?: WireValue
    /** 处方整剂频次编号 string(20) */
    readonly rxFrquCodg?: WireValue
    /** 处方整剂频次名称 string(40) */
    readonly rxFrquName?: WireValue
    /** 处方整剂剂量单位 string(20) */
    readonly rxDosunt?: WireValue
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rxDoscnt?: WireValue
    /** 处方整剂医嘱说明 string(500) */
    readonly rxDrordDscr?: WireValue
    /** 处方有效天数 decimal(10) */
    readonly valiDays?: WireValue
    /** 有效截止时间 datetime */
    readonly valiEndTime?: WireValue
    /** 复用(多次)使用标志 string(3) */
    readonly reptFlag?: WireValue
    /** 最大复用次数 decimal(3) */
    readonly maxReptCnt?: WireValue
    /** 已复用次数 decimal(3) */
    readonly reptdCnt?: WireValue
    /** 使用最小间隔(天数) decimal(3) */
    readonly minInrvDays?: WireValue
    /** 处方类别编码 string(3) 代码 rx_type_code */
    readonly rxTypeCode?: WireValue
    /** 处方类别名称 string(20) */
    readonly rxTypeName?: WireValue
    /** 长期处方标志 string(3) */
    readonly longRxFlag?: WireValue
    /** 业务类型代码 string(3) */
    readonly bizTypeCode?: WireValue
    /** 业务类型名称 string(20) */
    readonly bizTypeName?: WireValue
    /** 处方附加属性代码 string(3) */
    readonly rxExraAttrCode?: WireValue
    /** 处方附加属性名称 string(20) */
    readonly rxExraAttrName?: WireValue
    /** 处方循环限制标志 string */
    readonly rxCircLimitFlag?: WireValue
  }
  readonly rxDetlList?: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly medListCodg?: WireValue
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedinsHilistId?: WireValue
    /** 院内制剂标志 string(3) */
    readonly hospPrepFlag?: WireValue
    /** 处方项目分类代码 string(30) 代码 rx_item_type_code */
    readonly rxItemTypeCode?: WireValue
    /** 处方项目分类名称 string(100) */
    readonly rxItemTypeName?: WireValue
    /** 中药类别名称 string(20) */
    readonly tcmdrugTypeName?: WireValue
    /** 中药类别代码 string(30) */
    readonly tcmdrugTypeCode?: WireValue
    /** 草药脚注 string(200) */
    readonly tcmherbFoote?: WireValue
    /** 药物类型代码 string(100) */
    readonly mednTypeCode?: WireValue
    /** 药物类型 string(100) */
    readonly mednTypeName?: WireValue
    /** 主要用药标志 string(30) */
    readonly mainMedcFlag?: WireValue
    /** 加急标志 string(30) */
    readonly urgtFlag?: WireValue
    /** 基本药物标志 string(3) */
    readonly basMednFlag?: WireValue
    /** 是否进口药品 string(3) */
    readonly impDrugFlag?: WireValue
    /** 药品商品名 string(255) 必填 */
    readonly drugProdname?: WireValue
    /** 药品通用名 string(500) 必填 */
    readonly drugGenname?: WireValue
    /** 药品剂型 string(30) 必填 */
    readonly drugDosform?: WireValue
    /** 药品规格 string(40) 必填 */
    readonly drugSpec?: WireValue
    /** 生产厂家 string(100) */
    readonly prdrName?: WireValue
    /** 用药途径代码 string(10) 代码 drug_medc_way_code 必填 */
    readonly medcWayCodg?: WireValue
    /** 用药途径描述 string(100) 必填 */
    readonly medcWayDscr?: WireValue
    /** 用药开始时间 datetime 必填 */
    readonly medcBegntime?: WireValue
    /** 用药结束时间 datetime 必填 */
    readonly medcEndtime?: WireValue
    /** 用药天数 decimal(8,2) 必填 */
    readonly medcDays?: WireValue
    /** 药品总用药量 decimal(16,4) 必填 */
    readonly drugCnt?: WireValue
    /** 药品总用药量单位 string(20) */
    readonly drugDosunt?: WireValue
    /** 单次用量 decimal(16,4) */
    readonly sinDoscnt?: WireValue
    /** 单次剂量单位 string(20) */
    readonly sinDosunt?: WireValue
    /** 使用频次编码 string(10) 代码 used_frqu */
    readonly usedFrquCodg?: WireValue
    /** 使用频次名称 string(30) */
    readonly usedFrquName?: WireValue
    /** 医院审批标志 string(3) */
    readonly hospApprFlag?: WireValue
    /** 取药标志位 string(3) 必填 */
    readonly takeDrugFlag?: WireValue
    /** 是否OTC药品 string(3) */
    readonly otcFlag?: WireValue
    /** 自费原因类型 string(6) */
    readonly selfPayRea?: WireValue
    /** 自费原因描述 string(1000) */
    readonly realDscr?: WireValue
    /** 所需药品库存数量 decimal(16) */
    readonly drugTotlcnt?: WireValue
    /** 所需药品库存单位 string(40) */
    readonly drugTotlcntEmp?: WireValue
  })[]
  readonly rxOtpinfo?: {
    /** 医疗类别 string(6) 代码 med_type */
    readonly medType?: WireValue
    /** 门诊/住院号 string(30) */
    readonly iptOtpNo?: WireValue
    /** 门诊住院标志 string(3) */
    readonly otpIptFlag?: WireValue
    /** 患者姓名 string(40) */
    readonly patnName?: WireValue
    /** 年龄 decimal(4,1) */
    readonly patnAge?: WireValue
    /** 患者身高 decimal(6,2) */
    readonly patnHgt?: WireValue
    /** 患者体重 decimal(6,2) */
    readonly patnWt?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 妊娠(孕周) decimal(2) */
    readonly gesoVal?: WireValue
    /** 新生儿标志 string(3) */
    readonly nwbFlag?: WireValue
    /** 新生儿日、月龄 string(20) */
    readonly nwbAge?: WireValue
    /** 哺乳期标志 decimal(3) */
    readonly suckPrdFlag?: WireValue
    /** 过敏史 string(1000) */
    readonly algsHis?: WireValue
    /** 险种类型 string(6) 代码 insutype */
    readonly insutype?: WireValue
    /** 开方科室名称 string(50) */
    readonly prscDeptName?: WireValue
    /** 开方医师姓名 string(50) */
    readonly prscDrName?: WireValue
    /** 药师姓名 string(50) */
    readonly pharName?: WireValue
    /** 医疗机构药师审方时间 datetime */
    readonly pharChkTime?: WireValue
    /** 就诊时间 datetime */
    readonly mdtrtTime?: WireValue
    /** 病种编码 string(30) */
    readonly diseCodg?: WireValue
    /** 病种名称 string(500) */
    readonly diseName?: WireValue
    /** 是否特殊病种 string(1) */
    readonly spDiseFlag?: WireValue
    /** 主诊断代码 string(30) */
    readonly maindiagCode?: WireValue
    /** 主诊断名称 string(100) */
    readonly maindiagName?: WireValue
    /** 疾病病情描述 string(2000) */
    readonly diseCondDscr?: WireValue
    /** 是否初诊 string(3) */
    readonly fstdiagFlag?: WireValue
  }
  readonly rxDiseList?: readonly ({
    /** 诊断类别 string(3) 代码 diag_type 必填 */
    readonly diagType?: WireValue
    /** 主诊断标志 string(3) 代码 yes (table not named) 必填 */
    readonly maindiagFlag?: WireValue
    /** 诊断排序号 decimal(2) 必填 */
    readonly diagSrtNo?: WireValue
    /** 诊断代码 string(30) 代码 yes (table not named) 必填 */
    readonly diagCode?: WireValue
    /** 诊断名称 string(100) 必填 */
    readonly diagName?: WireValue
    /** 诊断科室名称 string(50) 必填 */
    readonly diagDept?: WireValue
    /** 诊断科室代码 string(20) */
    readonly diagDeptCode?: WireValue
    /** 诊断医生编码 string(30) 必填 */
    readonly diagDrNo?: WireValue
    /** 诊断医生姓名 string(50) 必填 */
    readonly diagDrName?: WireValue
    /** 诊断时间 datetime 必填 */
    readonly diagTime?: WireValue
    /** 中医病名代码 string(30) */
    readonly tcmDiseCode?: WireValue
    /** 中医病名 string(300) */
    readonly tcmDiseName?: WireValue
    /** 中医证候代码 string(30) */
    readonly tcmsympCode?: WireValue
    /** 中医证候 string(300) */
    readonly tcmsymp?: WireValue
  })[]
}

/** D006 电子处方审核结果查询 input */
export type RequestD006 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** D006 电子处方审核结果查询 output */
export type AnswerD006 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno?: WireValue
    /** 审方药师姓名 string 必填 */
    readonly pharName?: WireValue
    /** 审方医保药师代码 string(20) 必填 */
    readonly pharCode?: WireValue
    /** 处方审核状态代码 string(3) 代码 rx_chk_stas_codg 必填 */
    readonly rxChkStasCodg?: WireValue
    /** 处方审核状态名称 string(10) */
    readonly rxChkStasName?: WireValue
    /** 处方审核意见 text 必填 */
    readonly rxChkOpnn?: WireValue
    /** 处方审核时间 datetime 必填 */
    readonly rxChkTime?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg 必填 */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
  }
}

/** D007 电子处方取药结果查询 input */
export type RequestD007 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hiRxno: string
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedinsCode: string
    /** 医保就诊ID string(30) 必填 */
    readonly mdtrtId: string
    /** 人员名称 string(50) 必填 */
    readonly psnName: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psnCertType: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
  }
}

/** D007 电子处方取药结果查询 output */
export type AnswerD007 = {
  readonly data?: {
    /** 医保处方编号 string(30) */
    readonly hiRxno?: WireValue
    /** 医保结算时间 datetime */
    readonly setlTime?: WireValue
    /** 医保处方状态编码 string(3) 代码 rx_stas_codg */
    readonly rxStasCodg?: WireValue
    /** 医保处方状态名称 string(20) */
    readonly rxStasName?: WireValue
    /** 处方使用状态编号 string(3) 代码 rx_used_stas_codg */
    readonly rxUsedStasCodg?: WireValue
    /** 处方使用状态名称 string(20) */
    readonly rxUsedStasName?: WireValue
  }
  readonly seltdelts?: readonly ({
    /** 医疗目录编码 string(20) */
    readonly medListCodg?: WireValue
    /** 药品通用名 string(50) */
    readonly drugGenname?: WireValue
    /** 药品商品名 string(50) */
    readonly drugProdname?: WireValue
    /** 药品剂型 string(20) */
    readonly drugDosform?: WireValue
    /** 药品规格 string */
    readonly drugSpec?: WireValue
    /** 数量 decimal(16,3) */
    readonly cnt?: WireValue
    /** 批准文号 string(20) */
    readonly aprvno?: WireValue
    /** 批次号 string(20) */
    readonly bchno?: WireValue
    /** 生产批号 string(20) */
    readonly manuLotnum?: WireValue
    /** 生产厂家 string(20) */
    readonly prdrName?: WireValue
    /** 取药标志位 string(3) */
    readonly takeDrugFlag?: WireValue
  })[]
}

/** draft-7101 电子处方上传 (draft) input */
export type RequestDraft7101 = {
  readonly data: {
    /** 定点医疗机构处方编号 string(40) 必填 */
    readonly hosp_rxno: string
    /** 续方的原处方编号 string(40) */
    readonly init_rxno?: string
    /** 处方类别代码 string(3) 代码 yes (table not named) 必填 */
    readonly rx_type_code: string
    /** 开方时间 datetime 必填 */
    readonly prsc_time: string
    /** 药品数量（剂数） decimal(16,4) 必填 */
    readonly rx_drug_nums: string
    /** 处方整剂用法编号 string(20) 代码 yes (table not named) */
    readonly rx_way_codg?: string
    /** 处方整剂用法名称 string(40) */
    readonly rx_way_name?: string
    /** 处方整剂频次编号 string(20) 代码 yes (table not named) */
    readonly rx_freq_codg?: string
    /** 处方整剂频次名称 string(40) */
    readonly rx_freq_name?: string
    /** 处方整剂剂量单位 string(20) */
    readonly rx_dosunt?: string
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rx_doscnt?: string
    /** 处方整剂医嘱说明 string(400) */
    readonly rx_drord_dscr?: string
    /** 处方有效天数 decimal(10) 必填 */
    readonly valid_days: string
    /** 有效截止时间 datetime 必填 */
    readonly valid_end_time: string
    /** 复用（多次）使用标志 string(3) 代码 yes (table not named) */
    readonly rept_flag?: string
    /** 最大使用次数 decimal(3,0) */
    readonly max_rept_cnt?: string
    /** 已使用次数 decimal(3,0) */
    readonly reptd_cnt?: string
    /** 使用最小间隔（天数） decimal(3,0) */
    readonly min_inrv_days?: string
    /** 开方医生电子签名信息 string(2000) */
    readonly dr_sign_info?: string
    /** 审方药师电子签名信息 string(2000) */
    readonly phar_sign_info?: string
    /** 定点医疗机构签章信息 string(2000) */
    readonly fixmedins_sign_info?: string
    /** 续方标志 string(1) 代码 yes (table not named) 必填 */
    readonly rx_cotn_flag: string
    /** 处方原件 text 必填 */
    readonly rx_file: string
    /** 外购处方标志 string(3) 代码 yes (table not named) 必填 */
    readonly rx_circ_flag: string
  }
  readonly rxdrugdetail: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedins_hilist_id?: string
    /** 医疗机构制剂标志 string(3) 代码 yes (table not named) */
    readonly hosp_prep_flag?: string
    /** 处方项目分类代码 string(30) 代码 yes (table not named) */
    readonly rx_item_type_code?: string
    /** 处方项目分类名称 string(100) */
    readonly rx_item_type_name?: string
    /** 中药类别名称 string(20) */
    readonly tcmdrug_type_name?: string
    /** 中药类别代码 string(30) 代码 yes (table not named) */
    readonly tcmdrug_type_code?: string
    /** 草药脚注 string(200) */
    readonly tcmherb_foote?: string
    /** 药物类型代码 string(100) 代码 yes (table not named) */
    readonly medn_type_code?: string
    /** 药物类型 string(100) */
    readonly medn_type_name?: string
    /** 主要用药标志 string(30) */
    readonly main_medc_flag?: string
    /** 加急标志 string(30) */
    readonly urgt_flag?: string
    /** 基本药物标志 string(3) 代码 yes (table not named) */
    readonly bas_medn_flag?: string
    /** 是否进口药品 string(3) 代码 yes (table not named) */
    readonly imp_drug_flag?: string
    /** 药品条形编码 string(40) */
    readonly prod_barc?: string
    /** 药品商品名 string(255) */
    readonly drug_prodname?: string
    /** 通用名编码 string(50) */
    readonly genname_codg?: string
    /** 药品通用名 string(500) 必填 */
    readonly drug_genname: string
    /** 化学名称 string(100) */
    readonly chemname?: string
    /** 药品本位码 string(50) */
    readonly drugstdcode?: string
    /** 药品剂型 string(30) 必填 */
    readonly drug_dosform: string
    /** 药品规格 string(40) 必填 */
    readonly drug_spec: string
    /** 生产厂家 string(100) */
    readonly prdr_name?: string
    /** 药品单价 decimal(16,6) */
    readonly drug_pric?: string
    /** 药品数量 decimal(16,4) 必填 */
    readonly drug_cnt: string
    /** 药品数量单位 string(20) 必填 */
    readonly drug_cnt_unit: string
    /** 药品总金额 decimal(16,2) */
    readonly drug_sumamt?: string
    /** 用药途径代码 string(10) 代码 yes (table not named) 必填 */
    readonly medc_way_codg: string
    /** 用药途径描述 string(100) 必填 */
    readonly medc_way_dscr: string
    /** 用药开始时间 datetime 必填 */
    readonly medc_starttime: string
    /** 用药结束时间 datetime 必填 */
    readonly medc_endtime: string
    /** 用药天数 decimal(8,2) 必填 */
    readonly medc_days: string
    /** 药品剂量单位 string(20) */
    readonly drug_dosunt?: string
    /** 单次用量 decimal(16,2) */
    readonly sin_doscnt?: string
    /** 单次剂量单位 string(20) */
    readonly sin_dosunt?: string
    /** 使用频次编码 string(10) 代码 yes (table not named) */
    readonly used_frqu_codg?: string
    /** 使用频次名称 string(30) */
    readonly used_frqu_name?: string
    /** 用药总量 string(40) */
    readonly drug_totlnt?: string
    /** 用药总量单位 string(40) */
    readonly drug_totlnt_emp?: string
    /** 病种编码 string(30) 代码 yes (table not named) */
    readonly dise_codg?: string
  })[]
  readonly mdtrtinfo: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id: string
    /** 医疗类别 string(6) 代码 yes (table not named) 必填 */
    readonly med_type: string
    /** 住院/门诊号 string(30) 必填 */
    readonly ipt_op_no: string
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 患者姓名 string(40) 必填 */
    readonly patn_name: string
    /** 年龄 decimal(4,1) 必填 */
    readonly age: string
    /** 患者身高 decimal(6,2) */
    readonly patn_ht?: string
    /** 患者体重 decimal(6,2) */
    readonly patn_wt?: string
    /** 性别 string(6) 代码 yes (table not named) 必填 */
    readonly gend: string
    /** 妊娠(孕周) decimal(2) */
    readonly geso_val?: string
    /** 新生儿标志 string(3) 代码 yes (table not named) */
    readonly nwb_flag?: string
    /** 新生儿日、月龄 string(20) */
    readonly nwb_age?: string
    /** 哺乳期标志 decimal(3) 代码 yes (table not named) */
    readonly suck_prd_flag?: string
    /** 过敏史 string(1000) */
    readonly algs_his?: string
    /** 参保地医保区划 string(6) 必填 */
    readonly insuplc_admdvs: string
    /** 人员证件类型 string(6) 代码 yes (table not named) 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(50) 必填 */
    readonly certno: string
    /** 险种类型 string(6) 代码 yes (table not named) 必填 */
    readonly insutype: string
    /** 开方科室名称 string(50) 必填 */
    readonly prsc_dept_name: string
    /** 开方科室编号 string(30) 必填 */
    readonly prsc_dept_code: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prsc_dr_name: string
    /** 开方医师证件类型 string(6) 代码 yes (table not named) */
    readonly prsc_dr_cert_type?: string
    /** 开方医师证件号码 string(50) */
    readonly prsc_dr_certno?: string
    /** 医生职称编码 string(20) 代码 yes (table not named) */
    readonly dr_profttl_codg?: string
    /** 医生职称名称 string(20) */
    readonly dr_profttl_name?: string
    /** 药师证件类型 string(6) 代码 yes (table not named) */
    readonly phar_cert_type?: string
    /** 药师证件号码 string(50) */
    readonly phar_certno?: string
    /** 药师姓名 string(50) 必填 */
    readonly phar_name: string
    /** 药师执业资格证号 string(50) */
    readonly phar_prac_cert_no?: string
    /** 医疗机构药师审方时间 datetime 必填 */
    readonly phar_chk_time: string
    /** 就诊时间 datetime 必填 */
    readonly mdtrt_time: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 特殊病种标志 string(3) 代码 yes (table not named) 必填 */
    readonly sp_dise_flag: string
    /** 主诊断代码 string(20) 必填 */
    readonly diag_code: string
    /** 主诊断名称 string(40) 必填 */
    readonly diag_name: string
    /** 疾病病情描述 string(2000) */
    readonly dise_cond_dscr?: string
    /** 医保费用结算类型 string(6) 代码 yes (table not named) */
    readonly hi_feesetl_type?: string
    /** 医保费用类别名称 string(20) */
    readonly hi_feesetl_name?: string
    /** 挂号费 decimal(16,2) 必填 */
    readonly rgst_fee: string
    /** 医疗费总额 decimal(16,2) */
    readonly medfee_sumamt?: string
    /** 是否初诊 string(3) */
    readonly fstdiag?: string
  }
  readonly diseinfo: readonly ({
    /** 诊断类别 string(3) 代码 yes (table not named) 必填 */
    readonly diag_type: string
    /** 主诊断标志 string(3) 代码 yes (table not named) 必填 */
    readonly maindiag_flag: string
    /** 诊断排序号 decimal(2) 必填 */
    readonly diag_srt_no: string
    /** 诊断代码 string(20) 代码 yes (table not named) 必填 */
    readonly diag_code: string
    /** 诊断名称 string(100) 必填 */
    readonly diag_name: string
    /** 诊断科室 string(50) 必填 */
    readonly diag_dept: string
    /** 诊断医生编码 string(30) 必填 */
    readonly dise_dor_no: string
    /** 诊断医生姓名 string(50) 必填 */
    readonly dise_dor_name: string
    /** 诊断时间 datetime 必填 */
    readonly diag_time: string
  })[]
}

/** draft-7101 电子处方上传 (draft) output */
export type AnswerDraft7101 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno?: WireValue
  }
}

/** draft-7102 处方审核结果反馈 (draft) input */
export type RequestDraft7102 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 医药机构名称（审方） string(200) 必填 */
    readonly fixmedins_name: string
    /** 医药机构编号（审方） string(20) 必填 */
    readonly fixmedins_code: string
    /** 药师证件类型 string(6) 代码 yes (table not named) */
    readonly phar_cert_type?: string
    /** 药师证件号码 string(50) */
    readonly phar_certno?: string
    /** 药师姓名 string(50) 必填 */
    readonly phar_name: string
    /** 药师执业资格证号 string(50) */
    readonly phar_prac_cert_no?: string
    /** 复核药师证件类型 string(6) 代码 yes (table not named) */
    readonly rchk_phar_cert_type?: string
    /** 复核药师证件编号 string(50) 必填 */
    readonly rchk_phar_certno: string
    /** 复核药师姓名 string(40) 必填 */
    readonly rchk_phar_name: string
    /** 处方审核状态代码 string(10) 代码 yes (table not named) 必填 */
    readonly rx_chk_stas_codg: string
    /** 处方审核意见 string(2000) */
    readonly rx_chk_opnn?: string
    /** 处方审核时间 datetime 必填 */
    readonly rx_chk_time: string
  }
}

/** draft-7103 处方购药结果反馈 (draft) input */
export type RequestDraft7103 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt: string
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt: string
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay: string
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay: string
    /** 结算时间 datetime 必填 */
    readonly setl_time: string
  }
  readonly seltdelts: readonly ({
    /** 医药机构药品编号 string(36) */
    readonly medins_drug_no?: string
    /** 通用名 string(100) */
    readonly drug_genname?: string
    /** 药品商品名 string(100) */
    readonly drug_prodname?: string
    /** 剂型 string(50) 必填 */
    readonly drug_dosform: string
    /** 规格 string(50) 必填 */
    readonly drug_spec: string
    /** 数量 decimal(16,4) 必填 */
    readonly drug_totlcnt: string
    /** 批准文号 string(30) */
    readonly aprvno?: string
    /** 批次号 string(30) */
    readonly bchno?: string
    /** 定点医药机构编号(结算) string(50) 必填 */
    readonly fixmedins_code: string
    /** 定点医药机构名称(结算) string(50) 必填 */
    readonly fixmedins_name: string
    /** 生产批号 string(30) */
    readonly manu_lot_num?: string
    /** 生产厂家 string(100) 必填 */
    readonly prdr_name: string
    /** 单价 decimal(16,4) 必填 */
    readonly pric: string
    /** 总计单位 string(20) 必填 */
    readonly total_unit: string
    /** 合计金额 decimal(16,2) 必填 */
    readonly sumamt: string
  })[]
}

/** draft-7104 电子处方撤销 (draft) input */
export type RequestDraft7104 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 撤销医师姓名 string(50) 必填 */
    readonly prsc_dr_name: string
    /** 撤销医师证件类型 string(6) 代码 yes (table not named) */
    readonly undo_dr_cert_type?: string
    /** 撤销医师证件号码 string(50) 必填 */
    readonly undo_dr_certno: string
    /** 撤销原因描述 string(200) 必填 */
    readonly undo_rea: string
    /** 撤销时间 datetime 必填 */
    readonly undo_time: string
  }
}

/** draft-7105 处方支付状态同步 (draft) input */
export type RequestDraft7105 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 定点医疗机构处方编号 string(40) 必填 */
    readonly hosp_rxno: string
    /** 处方支付状态 string(6) 代码 yes (table not named) 必填 */
    readonly rx_pay_status_code: string
    /** 支付时间 datetime 必填 */
    readonly pay_time: string
  }
}

/** draft-7201 电子处方二维码解码 (draft; now 7203/CFYYJG103) input */
export type RequestDraft7201 = {
  readonly data: {
    /** 应用渠道ID string(40) 必填 */
    readonly app_chnl_id: string
    /** 应用渠道用户ID string(40) 必填 */
    readonly app_chnl_user_id: string
    /** 授权码 string(40) */
    readonly auth_code?: string
    /** 终端信息 string(255) 必填 */
    readonly dev_info: string
    /** 电子处方二维码值 string(27) 必填 */
    readonly epc_qrcd: string
    /** 终端IP string(64) 必填 */
    readonly ip_info: string
    /** 操作人ID string(20) 必填 */
    readonly opter: string
    /** 操作人姓名 string(50) 必填 */
    readonly opter_name: string
    /** 操作机构 string(20) 必填 */
    readonly optins: string
  }
}

/** draft-7201 电子处方二维码解码 (draft; now 7203/CFYYJG103) output */
export type AnswerDraft7201 = {
  readonly data?: {
    /** 电子处方令牌 string(64) 必填 */
    readonly epc_token?: WireValue
    /** 证件类型 string(6) 代码 yes (table not named) 必填 */
    readonly cert_type?: WireValue
    /** 用户姓名 string(50) 必填 */
    readonly name?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 参保地医保区划 string(6) 代码 yes (table not named) 必填 */
    readonly insuplc_admdvs?: WireValue
  }
}

/** draft-7202 电子处方查询 (draft; now 7201/7202) input */
export type RequestDraft7202 = {
  readonly data: {
    /** 就诊凭证类型 string(3) 代码 yes (table not named) 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 卡识别码 string(32) */
    readonly card_sn?: string
    /** 参保地医保区划 string(6) 代码 yes (table not named) 必填 */
    readonly insuplc_admdvs: string
    /** 终端IP string(64) 必填 */
    readonly ip_info: string
    /** 操作人ID string(20) 必填 */
    readonly opter: string
    /** 操作人姓名 string(50) 必填 */
    readonly opter_name: string
    /** 操作机构 string(20) 必填 */
    readonly optins: string
  }
}

/** draft-7202 电子处方查询 (draft; now 7201/7202) output */
export type AnswerDraft7202 = {
  readonly data?: readonly ({
    /** 医保处方授权编号 string(30) 必填 */
    readonly auth_rxno?: WireValue
    /** 主诊断名称 string(40) 必填 */
    readonly diag_name?: WireValue
    /** 定点医疗机构编号 string(20) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 开方时间 datetime 必填 */
    readonly prsc_time?: WireValue
    /** 科室名称 string(50) 必填 */
    readonly dept_name?: WireValue
    /** 有效截止时间 datetime 必填 */
    readonly valid_end_time?: WireValue
  })[]
}

/** draft-7203 电子处方下载 (draft; now 7204/CFYYJG104) input */
export type RequestDraft7203 = {
  readonly data: {
    /** 电子处方令牌 string(64) */
    readonly epc_token?: string
    /** 医保处方授权编号 string(30) */
    readonly auth_rxno?: string
    /** 参保地医保区划 string(6) 代码 yes (table not named) 必填 */
    readonly insuplc_admdvs: string
  }
}

/** draft-7203 电子处方下载 (draft; now 7204/CFYYJG104) output */
export type AnswerDraft7203 = {
  readonly data?: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno?: WireValue
    /** 定点医疗机构编号 string(12) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医疗机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 开方时间 datetime 必填 */
    readonly prsc_time?: WireValue
    /** 药品数量（剂数） decimal(16,2) 必填 */
    readonly rx_drug_nums?: WireValue
    /** 处方整剂用法编号 string(20) 代码 yes (table not named) */
    readonly rx_way_codg?: WireValue
    /** 处方整剂用法名称 string(40) */
    readonly rx_way_name?: WireValue
    /** 处方整剂频次编号 string(20) 代码 yes (table not named) */
    readonly rx_freq_codg?: WireValue
    /** 处方整剂频次名称 string(40) */
    readonly rx_freq_name?: WireValue
    /** 处方整剂剂量单位 string(20) */
    readonly rx_dosunt?: WireValue
    /** 处方整剂单次剂量数 decimal(16,2) */
    readonly rx_doscnt?: WireValue
    /** 处方整剂医嘱说明 string(500) */
    readonly rx_drord_dscr?: WireValue
    /** 处方有效天数 decimal(10) 必填 */
    readonly valid_days?: WireValue
    /** 有效截止时间 datetime 必填 */
    readonly valid_end_time?: WireValue
    /** 复用（多次）使用标志 string(3) 代码 yes (table not named) 必填 */
    readonly rept_flag?: WireValue
    /** 最大复用次数 decimal(3,0) */
    readonly max_rept_cnt?: WireValue
    /** 已复用次数 decimal(3,0) */
    readonly reptd_cnt?: WireValue
    /** 使用最小间隔（天数） decimal(3,0) */
    readonly min_inrv_days?: WireValue
    /** 处方原件 text 必填 */
    readonly rx_file?: WireValue
  }
  readonly rxdrugdetail?: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg?: WireValue
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedins_hilist_id?: WireValue
    /** 院内制剂标志 string(3) 代码 yes (table not named) */
    readonly hosp_prep_flag?: WireValue
    /** 处方项目分类代码 string(30) 代码 yes (table not named) */
    readonly rx_item_type_code?: WireValue
    /** 处方项目分类名称 string(100) */
    readonly rx_item_type_name?: WireValue
    /** 中药类别名称 string(20) */
    readonly tcmdrug_type_name?: WireValue
    /** 中药类别代码 string(30) 代码 yes (table not named) */
    readonly tcmdrug_type_code?: WireValue
    /** 草药脚注 string(200) */
    readonly tcmherb_foote?: WireValue
    /** 药物类型代码 string(100) 代码 yes (table not named) */
    readonly medn_type_code?: WireValue
    /** 药物类型 string(100) */
    readonly medn_type_name?: WireValue
    /** 主要用药标志 string(30) */
    readonly main_medc_flag?: WireValue
    /** 加急标志 string(30) */
    readonly urgt_flag?: WireValue
    /** 基本药物标志 string(3) 代码 yes (table not named) */
    readonly bas_medn_flag?: WireValue
    /** 是否进口药品 string(3) 代码 yes (table not named) */
    readonly imp_drug_flag?: WireValue
    /** 药品条形编码 string(40) */
    readonly prod_barc?: WireValue
    /** 药品商品名 string(255) 必填 */
    readonly drug_prodname?: WireValue
    /** 通用名编码 string(50) */
    readonly genname_codg?: WireValue
    /** 药品通用名 string(500) 必填 */
    readonly drug_genname?: WireValue
    /** 化学名称 string(100) */
    readonly chemname?: WireValue
    /** 药品本位码 string(50) */
    readonly drugstdcode?: WireValue
    /** 药品剂型 string(30) 必填 */
    readonly drug_dosform?: WireValue
    /** 药品规格 string(40) 必填 */
    readonly drug_spec?: WireValue
    /** 生产厂家 string(100) */
    readonly prdr_name?: WireValue
    /** 药品单价 decimal(16,6) */
    readonly drug_pric?: WireValue
    /** 药品数量 decimal(16,4) 必填 */
    readonly drug_cnt?: WireValue
    /** 药品数量单位 string(20) 必填 */
    readonly drug_cnt_unit?: WireValue
    /** 药品总金额 decimal(16,2) */
    readonly drug_sumamt?: WireValue
    /** 用药途径代码 string(10) 必填 */
    readonly medc_way_codg?: WireValue
    /** 用药途径描述 string(100) 必填 */
    readonly medc_way_dscr?: WireValue
    /** 用药开始时间 datetime 必填 */
    readonly medc_starttime?: WireValue
    /** 用药结束时间 datetime 必填 */
    readonly medc_endtime?: WireValue
    /** 用药天数 decimal(8,2) 必填 */
    readonly medc_days?: WireValue
    /** 药品剂量单位 string(20) */
    readonly drug_dosunt?: WireValue
    /** 单次用量 decimal(16,2) */
    readonly sin_doscnt?: WireValue
    /** 单次剂量单位 string(20) */
    readonly sin_dosunt?: WireValue
    /** 使用频次编码 string(10) */
    readonly used_frqu_codg?: WireValue
    /** 使用频次名称 string(30) */
    readonly used_frqu_name?: WireValue
    /** 用药总量 string(40) */
    readonly drug_totlnt?: WireValue
    /** 用药总量单位 string(40) */
    readonly drug_totlnt_emp?: WireValue
    /** 病种编码 string(30) */
    readonly dise_codg?: WireValue
  })[]
  readonly mdtrtinfo?: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 医疗类别 string(6) 代码 yes (table not named) 必填 */
    readonly med_type?: WireValue
    /** 住院/门诊号 string(30) 必填 */
    readonly ipt_op_no?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 患者姓名 string(40) 必填 */
    readonly patn_name?: WireValue
    /** 年龄 decimal(4,1) 必填 */
    readonly age?: WireValue
    /** 患者身高 decimal(6,2) */
    readonly patn_ht?: WireValue
    /** 患者体重 decimal(6,2) */
    readonly patn_wt?: WireValue
    /** 性别 string(6) 代码 yes (table not named) 必填 */
    readonly gend?: WireValue
    /** 妊娠(孕周) decimal(2) */
    readonly geso_val?: WireValue
    /** 新生儿标志 string(3) 代码 yes (table not named) */
    readonly nwb_flag?: WireValue
    /** 新生儿日、月龄 string(20) */
    readonly nwb_age?: WireValue
    /** 哺乳期标志 decimal(3) 代码 yes (table not named) */
    readonly suck_prd_flag?: WireValue
    /** 过敏史 string(1000) */
    readonly algs_his?: WireValue
    /** 参保地医保区划 string(6) 必填 */
    readonly insuplc_admdvs?: WireValue
    /** 人员证件类型 string(6) 代码 yes (table not named) 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 险种类型 string(6) 代码 yes (table not named) 必填 */
    readonly insutype?: WireValue
    /** 开方科室名称 string(50) 必填 */
    readonly prsc_dept_name?: WireValue
    /** 开方科室编号 string(30) 必填 */
    readonly prsc_dept_code?: WireValue
    /** 开方医师姓名 string(50) 必填 */
    readonly prsc_dr_name?: WireValue
    /** 药师姓名 string(50) 必填 */
    readonly phar_name?: WireValue
    /** 医疗机构药师审方时间 datetime 必填 */
    readonly phar_chk_time?: WireValue
    /** 就诊时间 datetime 必填 */
    readonly mdtrt_time?: WireValue
    /** 病种编码 string(30) */
    readonly dise_codg?: WireValue
    /** 病种名称 string(500) */
    readonly dise_name?: WireValue
    /** 是否特殊病种 string(1) 必填 */
    readonly sp_dise_flag?: WireValue
    /** 主诊断代码 string(20) 必填 */
    readonly diag_code?: WireValue
    /** 主诊断名称 string(40) 必填 */
    readonly diag_name?: WireValue
    /** 疾病病情描述 string(2000) */
    readonly dise_cond_dscr?: WireValue
    /** 是否初诊 string(3) */
    readonly fstdiag?: WireValue
  }
  readonly diseinfo?: readonly ({
    /** 诊断类别 string(3) 代码 yes (table not named) 必填 */
    readonly diag_type?: WireValue
    /** 主诊断标志 string(3) 代码 yes (table not named) 必填 */
    readonly maindiag_flag?: WireValue
    /** 诊断排序号 decimal(2) 必填 */
    readonly diag_srt_no?: WireValue
    /** 诊断代码 string(20) 必填 */
    readonly diag_code?: WireValue
    /** 诊断名称 string(100) 必填 */
    readonly diag_name?: WireValue
    /** 诊断科室 string(50) 必填 */
    readonly diag_dept?: WireValue
    /** 诊断医生编码 string(30) 必填 */
    readonly dise_dor_no?: WireValue
    /** 诊断医生姓名 string(50) 必填 */
    readonly dise_dor_name?: WireValue
    /** 诊断时间 datetime 必填 */
    readonly diag_time?: WireValue
  })[]
}

/** draft-7204 处方审核上传 (draft; now 7206/CFYYJG106) input */
export type RequestDraft7204 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 药师证件类型 string(6) 代码 yes (table not named) 必填 */
    readonly phar_cert_type: string
    /** 药师证件号码 string(50) 必填 */
    readonly phar_certno: string
    /** 药师姓名 string(50) 必填 */
    readonly phar_name: string
    /** 药师执业资格证号 string(50) */
    readonly phar_prac_cert_no?: string
    /** 执业药师签名 string(2000) */
    readonly phar_sign_info?: string
    /** 复核药师证件类型 string(6) 代码 yes (table not named) */
    readonly rchk_phar_cert_type?: string
    /** 复核药师证件编号 string(50) 必填 */
    readonly rchk_phar_certno: string
    /** 复核药师姓名 string(40) 必填 */
    readonly rchk_phar_name: string
    /** 处方审核意见 string(2000) 必填 */
    readonly rx_chk_opnn: string
    /** 处方审核状态代码 string(10) 代码 yes (table not named) 必填 */
    readonly rx_chk_stas_codg: string
    /** 处方审核时间 datetime 必填 */
    readonly rx_chk_time: string
    /** 审方附件 text */
    readonly rx_chk_file?: string
  }
}

/** draft-7205 配送信息同步 (draft; now 7209/CFYYJG109) input */
export type RequestDraft7205 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 配送业务编号 string(30) */
    readonly delv_no?: string
    /** 配送地址 string(200) */
    readonly delv_addr?: string
    /** 配送距离 decimal(10,2) */
    readonly delv_dist?: string
    /** 配送企业编码 string(30) */
    readonly delv_entp_no?: string
    /** 配送企业名称 string(50) 必填 */
    readonly delv_entp_name: string
    /** 配送员证件类型 string(6) 代码 yes (table not named) */
    readonly delver_cert_type?: string
    /** 配送员证件编号 string(50) */
    readonly delver_certno?: string
    /** 配送员姓名 string(10) */
    readonly delver_name?: string
    /** 配送员电话 string(20) */
    readonly delver_tel?: string
    /** 状态编码 string(6) 代码 yes (table not named) 必填 */
    readonly delv_stas_codg: string
    /** 状态名称 string(20) 必填 */
    readonly delv_stas_name: string
    /** 状态描述 string(20) */
    readonly delv_stas_dscr?: string
    /** 状态描述变更时间 datetime */
    readonly delv_stas_time?: string
    /** 配送员当前经度 string(30) */
    readonly delver_lng?: string
    /** 配送员当前纬度 string(30) */
    readonly delver_lat?: string
    /** 配送员经纬度编码类型 string(3) 代码 yes (table not named) */
    readonly delver_geo_type?: string
  }
}

/** draft-7206 药品销售出库明细/核销 (draft; now 7207/CFYYJG107) input */
export type RequestDraft7206 = {
  readonly data: {
    /** 医保处方编号 string(30) 必填 */
    readonly hi_rxno: string
    /** 审核药师证件类型 string(6) 代码 yes (table not named) */
    readonly phar_cert_type?: string
    /** 审核药师证件号码 string(50) */
    readonly phar_certno?: string
    /** 审核药师姓名 string(50) 必填 */
    readonly phar_name: string
    /** 审核药师执业资格证号 string(50) 必填 */
    readonly phar_prac_cert_no: string
    /** 配药人证件类型 string(6) 代码 yes (table not named) */
    readonly dspeer_cert_type?: string
    /** 配药人证件编号 string(50) */
    readonly dspeer_certno?: string
    /** 配药人姓名 string(40) 必填 */
    readonly dspeer_name: string
    /** 核对、发药人证件类型 string(6) 代码 yes (table not named) */
    readonly pro_cert_type?: string
    /** 核对、发药人证件编码 string(50) */
    readonly pro_certno?: string
    /** 核对、发药人姓名 string(40) 必填 */
    readonly pro_name: string
    /** 医保费用结算类型 string(6) 代码 yes (table not named) */
    readonly hi_feesetl_type?: string
    /** 结算ID string(30) */
    readonly setl_id?: string
    /** 销售时间 datetime 必填 */
    readonly sel_retn_time: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 下载处方时的识别码 string(50) 必填 */
    readonly download_ide_code: string
    /** 支付方式 string(3) */
    readonly payMode?: string
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt: string
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt: string
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay: string
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay: string
    /** 结算时间 datetime 必填 */
    readonly setl_time: string
  }
  readonly selinfo: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 通用名 string(100) */
    readonly drug_genname?: string
    /** 药品商品名 string(100) */
    readonly drug_prodname?: string
    /** 剂型 string(50) 必填 */
    readonly drug_dosform: string
    /** 规格 string(50) 必填 */
    readonly drug_spec: string
    /** 批准文号 string(30) */
    readonly aprvno?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产厂家 string(100) 必填 */
    readonly prdr_name: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 处方药标志 string(3) 代码 yes (table not named) 必填 */
    readonly rx_flag: string
    /** 拆零标志 string(3) 代码 yes (table not named) 必填 */
    readonly trdn_flag: string
    /** 最终成交单价 decimal(16,6) 必填 */
    readonly finl_trns_pric: string
    /** 批次号 string(30) */
    readonly bchno?: string
    /** 药品追溯码 string(30) */
    readonly drug_trac_codg?: string
    /** 药品条形码 string(30) */
    readonly drug_prod_barc?: string
    /** 货架位 string(20) */
    readonly shelf_posi?: string
    /** 销售数量 decimal(16,4) 必填 */
    readonly sel_retn_cnt: string
    /** 药品数量单位 string(20) 必填 */
    readonly drug_cnt_unit: string
    /** 合计金额 decimal(16,2) 必填 */
    readonly sumamt: string
  })[]
}
