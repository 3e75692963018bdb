// Made by insurance/catalogue/generate.ts from data/: do not edit.
import type { WireValue } from '../exact-json.ts'

/** 3501 商品盘存上传 input */
export type Request3501 = {
  readonly invinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 盘存日期 date 必填 */
    readonly invdate: string
    /** 库存数量 decimal(16,2) 必填 */
    readonly inv_cnt: string
    /** 生产批号 string(30) */
    readonly manu_lotnum?: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
    })[]
  }
}

/** 3501 商品盘存上传 output */
export type Answer3501 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3502 商品库存变更 input */
export type Request3502 = {
  readonly invinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 库存变更类型 string(6) 代码 inv_chg_type 必填 */
    readonly inv_chg_type: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 库存变更时间 datetime 必填 */
    readonly inv_chg_time: string
    /** 库存变更经办人姓名 string(50) */
    readonly inv_chg_opter_name?: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 拆零标志 string(2) 代码 trdn_flag 条件必填 */
    readonly trdn_flag?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
    })[]
  }
}

/** 3502 商品库存变更 output */
export type Answer3502 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3503 商品采购 input */
export type Request3503 = {
  readonly purcinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 随货单号 string(50) */
    readonly dynt_no?: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 供应商名称 string(200) 必填 */
    readonly spler_name: string
    /** 供应商许可证号 string(50) */
    readonly spler_pmtno?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产厂家名称 string(200) 必填 */
    readonly prodentp_name: string
    /** 批准文号 string(100) 必填 */
    readonly aprvno: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 采购/退货数量 decimal(16,4) 必填 */
    readonly purc_retn_cnt: string
    /** 采购发票编码 string(50) */
    readonly purc_invo_codg?: string
    /** 采购发票号 string(50) */
    readonly purc_invo_no?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 采购/退货入库时间 datetime 必填 */
    readonly purc_retn_stoin_time: string
    /** 采购/退货经办人姓名 string(50) 必填 */
    readonly purc_retn_opter_name: string
    /** 商品赠送标志 string(3) 代码 prod_geay_flag 条件必填 */
    readonly prod_geay_flag?: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
  }
}

/** 3503 商品采购 output */
export type Answer3503 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3504 商品采购退货 input */
export type Request3504 = {
  readonly purcinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 供应商名称 string(200) 必填 */
    readonly spler_name: string
    /** 供应商许可证号 string(50) */
    readonly spler_pmtno?: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 采购/退货数量 decimal(16,4) 必填 */
    readonly purc_retn_cnt: string
    /** 采购发票编码 string(50) */
    readonly purc_invo_codg?: string
    /** 采购发票号 string(50) 必填 */
    readonly purc_invo_no: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 采购/退货入库时间 datetime 必填 */
    readonly purc_retn_stoin_time: string
    /** 采购/退货经办人姓名 string(50) 必填 */
    readonly purc_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 商品采购流水号 string(50) */
    readonly medins_prod_purc_no?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
  }
}

/** 3504 商品采购退货 output */
export type Answer3504 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3505 商品销售 input */
export type Request3505 = {
  readonly selinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 开方医师证件类型 string(6) 代码 psn_cert_type */
    readonly prsc_dr_cert_type?: string
    /** 开方医师证件号码 string(50) */
    readonly prsc_dr_certno?: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prsc_dr_name: string
    /** 药师证件类型 string(6) 代码 psn_cert_type */
    readonly phar_cert_type?: string
    /** 药师证件号码 string(50) */
    readonly phar_certno?: string
    /** 药师姓名 string(50) */
    readonly phar_name?: string
    /** 药师执业资格证号 string(50) */
    readonly phar_prac_cert_no?: string
    /** 医保费用结算类型 string(6) 代码 hi_feesetl_type 必填 */
    readonly hi_feesetl_type: string
    /** 结算ID string(30) 条件必填 */
    readonly setl_id?: string
    /** 就医流水号 string(30) 必填 */
    readonly mdtrt_sn: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(50) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 拆零标志 string(3) 代码 trdn_flag 必填 */
    readonly trdn_flag: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 处方号 string(40) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag */
    readonly rx_circ_flag?: string
    /** 零售单据号 string(40) 必填 */
    readonly rtal_docno: string
    /** 销售出库单据号 string(40) */
    readonly stoout_no?: string
    /** 批次号 string(30) */
    readonly bchno?: string
    /** 药品追溯码(旧平铺字段) string(30) */
    readonly drug_trac_codg?: string
    /** 药品条形码 string(30) */
    readonly drug_prod_barc?: string
    /** 货架位 string(20) */
    readonly shelf_posi?: string
    /** 销售/退货数量 decimal(16,4) 必填 */
    readonly sel_retn_cnt: string
    /** 销售/退货时间 datetime 必填 */
    readonly sel_retn_time: string
    /** 销售/退货经办人姓名 string(50) 必填 */
    readonly sel_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 就诊结算类型 string(6) 代码 mdtrt_setl_type 必填 */
    readonly mdtrt_setl_type: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) */
      readonly drug_trac_codg?: string
    })[]
  }
}

/** 3505 商品销售 output */
export type Answer3505 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  }
}

/** 3506 商品销售退货 input */
export type Request3506 = {
  readonly selinfo: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 结算ID string(30) */
    readonly setl_id?: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(50) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产日期 date */
    readonly manu_date?: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 拆零标志 string(3) 代码 trdn_flag 必填 */
    readonly trdn_flag: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 销售/退货数量 decimal(16,4) 必填 */
    readonly sel_retn_cnt: string
    /** 销售/退货时间 datetime 必填 */
    readonly sel_retn_time: string
    /** 销售/退货经办人姓名 string(50) 必填 */
    readonly sel_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 商品销售流水号 string(50) */
    readonly medins_prod_sel_no?: string
    /** 就医流水号 string(30) 必填 */
    readonly mdtrt_sn: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) */
      readonly drug_trac_codg?: string
    })[]
  }
}

/** 3506 商品销售退货 output */
export type Answer3506 = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  }
}

/** 3507 商品信息删除 input */
export type Request3507 = {
  readonly data: {
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 进销存数据类型 string(30) 代码 inv_data_type 必填 */
    readonly inv_data_type: string
  }
}

/** 3508 定点医药机构商品库存信息查询 input */
export type Request3508 = {
  readonly data: {
    /** 定点医药机构编号 string 必填 */
    readonly fixmedins_code: string
    /** 医药机构目录编码 string 条件必填 */
    readonly medins_list_codg?: string
    /** 定点医药机构批次流水号 string 条件必填 */
    readonly fixmedins_bchno?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 结束日期 date */
    readonly enddate?: string
    /** 定点医药机构商品库存流水号 string */
    readonly medins_prod_inv_no?: string
    /** 医疗目录编码 string */
    readonly med_list_codg?: string
    /** 医药机构目录名称 string */
    readonly medins_list_name?: string
    /** 处方药标志 string 代码 rx_flag */
    readonly rx_flag?: string
    /** 目录特项标志 string */
    readonly list_sp_item_flag?: string
    /** 拆零标志 string 代码 trdn_flag */
    readonly trdn_flag?: string
    /** 库存日期 date */
    readonly invdate?: string
    /** 生产批号 string */
    readonly manu_lotnum?: string
    /** 生产日期 date */
    readonly manu_date?: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 备注 string */
    readonly memo?: string
    /** 有效标志 string 代码 vali_flag */
    readonly vali_flag?: string
    /** 数据唯一记录号 string */
    readonly rid?: string
  }
}

/** 3508 定点医药机构商品库存信息查询 output */
export type Answer3508 = {
  readonly output?: readonly ({
    /** 定点医药机构编号 string */
    readonly fixmedinsCode?: WireValue
    /** 定点医药机构商品库存流水号 string */
    readonly medinsProdInvNo?: WireValue
    /** 医疗目录编码 string */
    readonly medListCodg?: WireValue
    /** 医药机构目录编码 string */
    readonly medinsListCodg?: WireValue
    /** 医药机构目录名称 string */
    readonly medinsListName?: WireValue
    /** 定点医药机构批次流水号 string */
    readonly fixmedinsBchno?: WireValue
    /** 库存数量 decimal */
    readonly invCnt?: WireValue
    /** 库存日期 date */
    readonly invdate?: WireValue
    /** 生产批号 string */
    readonly manuLotnum?: WireValue
    /** 生产日期 date */
    readonly manuDate?: WireValue
    /** 有效期止 date */
    readonly expyEnd?: WireValue
    /** 处方药标志 string 代码 rx_flag */
    readonly rxFlag?: WireValue
    /** 拆零标志 string 代码 trdn_flag */
    readonly trdnFlag?: WireValue
    /** 目录特项标志 string */
    readonly listSpItemFlag?: WireValue
    /** 有效标志 string */
    readonly valiFlag?: WireValue
    /** 备注 string */
    readonly memo?: WireValue
    /** 数据唯一记录号 string */
    readonly rid?: WireValue
    /** 数据更新时间 datetime */
    readonly updtTime?: WireValue
    /** 数据创建时间 datetime */
    readonly crteTime?: WireValue
    /** 经办时间 datetime */
    readonly optTime?: WireValue
    /** 经办人ID string */
    readonly opterId?: WireValue
    /** 经办人姓名 string */
    readonly opterName?: WireValue
    /** 经办机构编号 string */
    readonly optinsNo?: WireValue
    /** 创建人ID string */
    readonly crterId?: WireValue
    /** 创建人姓名 string */
    readonly crterName?: WireValue
    /** 创建机构编号 string */
    readonly crteOptinsNo?: WireValue
    /** 统筹区编号 string */
    readonly poolareaNo?: WireValue
  })[]
}

/** 3511 定点医药机构商品销售信息查询 input */
export type Request3511 = {
  readonly data: {
    /** 定点医药机构编号 string(30) 必填 */
    readonly fixmedins_code: string
    /** 医药机构目录编码 string(150) 条件必填 */
    readonly medins_list_codg?: string
    /** 定点医药机构批次流水号 string(30) 条件必填 */
    readonly fixmedins_bchno?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 结束日期 date */
    readonly enddate?: string
    /** 商品销售流水号 string(30) */
    readonly medins_prod_sel_no?: string
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 医药机构目录名称 string(100) */
    readonly medins_list_name?: string
    /** 开方医师证件类型 string(3) 代码 psn_cert_type */
    readonly prsc_dr_cert_type?: string
    /** 开方医师证件号码 string(50) */
    readonly prsc_dr_certno?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 医保费用结算类型 string(6) 代码 hi_feesetl_type */
    readonly hi_feesetl_type?: string
    /** 结算ID string(30) */
    readonly setl_id?: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type */
    readonly psn_cert_type?: string
    /** 证件号码 string(600) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 生产批号 string(30) */
    readonly manu_lotnum?: string
    /** 生产日期 date */
    readonly manu_date?: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 电子监管编码 string(20) */
    readonly elec_supn_codg?: string
    /** 处方药标志 string 代码 rx_flag */
    readonly rx_flag?: string
    /** 目录特项标志 string */
    readonly list_sp_item_flag?: string
    /** 拆零标志 string 代码 trdn_flag */
    readonly trdn_flag?: string
    /** 销售/退货时间 datetime */
    readonly sel_retn_time?: string
    /** 销售/退货经办人姓名 string */
    readonly sel_retn_opter_name?: string
    /** 备注 string */
    readonly memo?: string
    /** 有效标志 string */
    readonly vali_flag?: string
    /** 数据唯一记录号 string(40) */
    readonly rid?: string
    /** 创建人ID string(20) */
    readonly crter_id?: string
    /** 创建人姓名 string(50) */
    readonly crter_name?: string
    /** 创建机构编号 string(20) */
    readonly crte_optins_no?: string
    /** 经办人ID string */
    readonly opter_id?: string
    /** 经办人姓名 string */
    readonly opter_name?: string
    /** 经办机构编号 string */
    readonly optins_no?: string
    /** 统筹区编号 string(6) */
    readonly poolarea_no?: string
  }
}

/** 3512 入库药品追溯信息查询 output */
export type Answer3512 = {
  readonly output?: readonly ({
    /** 定点医药机构编号 string(30) */
    readonly fixmedinsCode?: WireValue
    /** 医药机构目录编码 string(150) */
    readonly medinsListCodg?: WireValue
    /** 定点医药机构批次流水号 string(30) */
    readonly fixmedinsBchno?: WireValue
    /** 医疗目录编码 string(50) */
    readonly medListCodg?: WireValue
    /** 医药机构目录名称 string(150) */
    readonly medinsListName?: WireValue
    /** 药品追溯码 string(30) */
    readonly drugTracCodg?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly valiFlag?: WireValue
    /** 经办人ID string(20) */
    readonly opterId?: WireValue
    /** 创建人姓名 string(50) */
    readonly crterName?: WireValue
    /** 创建人ID string(20) */
    readonly crterId?: WireValue
    /** 经办机构编号 string(20) */
    readonly optinsNo?: WireValue
  })[]
}

/** 3513 销售药品追溯信息查询 input */
export type Request3513 = {
  readonly data: {
    /** 定点医药机构编号 string(30) 必填 */
    readonly fixmedins_code: string
    /** 医药机构目录编码 string(150) */
    readonly medins_list_codg?: string
    /** 定点医药机构批次流水号 string(30) */
    readonly fixmedins_bchno?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 结束日期 date */
    readonly enddate?: string
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 就诊ID string(30) */
    readonly mdtrt_id?: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(600) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 药品追溯码 string(30) */
    readonly drug_trac_codg?: string
  }
}

/** 3513 销售药品追溯信息查询 output */
export type Answer3513 = {
  readonly output?: readonly ({
    /** 定点医药机构编号 string(50) */
    readonly fixmedinsCode?: WireValue
    /** 医疗目录编码 string(6) */
    readonly medListCodg?: WireValue
    /** 医药机构目录编码 string(30) */
    readonly medinsListCodg?: WireValue
    /** 医药机构目录名称 string(20) */
    readonly medinsListName?: WireValue
    /** 定点医药机构批次流水号 string(150) */
    readonly fixmedinsBchno?: WireValue
    /** 就诊ID string(30) */
    readonly mdtrtId?: WireValue
    /** 就诊结算类型 string 代码 mdtrt_setl_type */
    readonly mdtrtSetlType?: WireValue
    /** 记账流水号 string(100) */
    readonly bkkpSn?: WireValue
    /** 药品追溯码 string(30) */
    readonly drugTracCodg?: WireValue
    /** 人员编号 string(30) */
    readonly psnNo?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type */
    readonly psnCertType?: WireValue
    /** 证件号码 string(30) */
    readonly certno?: WireValue
    /** 人员姓名 string(50) */
    readonly psnName?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 拆零标志 string(3) 代码 trdn_flag */
    readonly trdnFlag?: WireValue
    /** 数据更新时间 datetime */
    readonly updtTime?: WireValue
    /** 经办人姓名 string(50) */
    readonly opterName?: WireValue
    /** 数据唯一记录号 string(40) */
    readonly rid?: WireValue
    /** 数据创建时间 datetime */
    readonly crteTime?: WireValue
    /** 经办时间 datetime */
    readonly optTime?: WireValue
    /** 经办人ID string(20) */
    readonly opterId?: WireValue
    /** 创建人姓名 string(50) */
    readonly crterName?: WireValue
    /** 创建人ID string(20) */
    readonly crterId?: WireValue
    /** 经办机构编号 string(20) */
    readonly optinsNo?: WireValue
    /** 最小计价单位类型 string 代码 min_prcunt_type */
    readonly minPrcuntType?: WireValue
    /** 结算ID string */
    readonly setlId?: WireValue
  })[]
}

/** 3501A 商品盘存上传A input */
export type Request3501A = {
  readonly invinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 盘存日期 date 必填 */
    readonly invdate: string
    /** 库存数量 decimal(16,2) 必填 */
    readonly inv_cnt: string
    /** 生产批号 string(30) */
    readonly manu_lotnum?: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
    })[]
  })[]
}

/** 3501A 商品盘存上传A output */
export type Answer3501A = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3502A 商品库存变更A input */
export type Request3502A = {
  readonly invinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 库存变更类型 string(6) 代码 inv_chg_type 必填 */
    readonly inv_chg_type: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 库存变更时间 datetime 必填 */
    readonly inv_chg_time: string
    /** 库存变更经办人姓名 string(50) */
    readonly inv_chg_opter_name?: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 拆零标志 string(2) 代码 trdn_flag 条件必填 */
    readonly trdn_flag?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
    })[]
  })[]
}

/** 3502A 商品库存变更A output */
export type Answer3502A = {
  readonly invinfoErrDetail?: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg?: WireValue
    /** 库存变更类型 string(6) 代码 inv_chg_type 必填 */
    readonly inv_chg_type?: WireValue
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id?: WireValue
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name?: WireValue
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno?: WireValue
    /** 返回结果 string(6) */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3503A 商品采购A input */
export type Request3503A = {
  readonly purcinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 随货单号 string(50) */
    readonly dynt_no?: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 供应商名称 string(200) 必填 */
    readonly spler_name: string
    /** 供应商许可证号 string(50) */
    readonly spler_pmtno?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产厂家名称 string(200) 必填 */
    readonly prodentp_name: string
    /** 批准文号 string(100) 必填 */
    readonly aprvno: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 采购/退货数量 decimal(16,4) 必填 */
    readonly purc_retn_cnt: string
    /** 采购发票编码 string(50) */
    readonly purc_invo_codg?: string
    /** 采购发票号 string(50) */
    readonly purc_invo_no?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 采购/退货入库时间 datetime 必填 */
    readonly purc_retn_stoin_time: string
    /** 采购/退货经办人姓名 string(50) 必填 */
    readonly purc_retn_opter_name: string
    /** 商品赠送标志 string(3) 代码 prod_geay_flag 条件必填 */
    readonly prod_geay_flag?: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
  })[]
}

/** 3503A 商品采购A output */
export type Answer3503A = {
  readonly purcinfoErrDetail?: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: WireValue
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedins_hilist_id?: WireValue
    /** 定点医药机构目录名称 string(200) */
    readonly fixmedins_hilist_name?: WireValue
    /** 定点医药机构批次流水号 string(30) */
    readonly fixmedins_bchno?: WireValue
    /** 商品采购流水号 string(50) */
    readonly medins_prod_purc_no?: WireValue
    /** 返回结果 string(6) */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3504A 商品采购退货A input */
export type Request3504A = {
  readonly purcinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 供应商名称 string(200) 必填 */
    readonly spler_name: string
    /** 供应商许可证号 string(50) */
    readonly spler_pmtno?: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date 必填 */
    readonly expy_end: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 采购/退货数量 decimal(16,4) 必填 */
    readonly purc_retn_cnt: string
    /** 采购发票编码 string(50) */
    readonly purc_invo_codg?: string
    /** 采购发票号 string(50) 必填 */
    readonly purc_invo_no: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 采购/退货入库时间 datetime 必填 */
    readonly purc_retn_stoin_time: string
    /** 采购/退货经办人姓名 string(50) 必填 */
    readonly purc_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 商品采购流水号 string(50) */
    readonly medins_prod_purc_no?: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
  })[]
}

/** 3504A 商品采购退货A output */
export type Answer3504A = {
  readonly purcinfoErrDetail?: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: WireValue
    /** 定点医药机构目录编号 string(30) */
    readonly fixmedins_hilist_id?: WireValue
    /** 定点医药机构目录名称 string(200) */
    readonly fixmedins_hilist_name?: WireValue
    /** 定点医药机构批次流水号 string(30) */
    readonly fixmedins_bchno?: WireValue
    /** 商品采购流水号 string(50) */
    readonly medins_prod_purc_no?: WireValue
    /** 返回结果 string(6) */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息/原因 string */
    readonly msgRslt?: WireValue
  }
}

/** 3505A 商品销售A input */
export type Request3505A = {
  readonly selinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 开方医师证件类型 string(6) 代码 psn_cert_type */
    readonly prsc_dr_cert_type?: string
    /** 开方医师证件号码 string(50) */
    readonly prsc_dr_certno?: string
    /** 开方医师姓名 string(50) 必填 */
    readonly prsc_dr_name: string
    /** 药师证件类型 string(6) 代码 psn_cert_type */
    readonly phar_cert_type?: string
    /** 药师证件号码 string(50) */
    readonly phar_certno?: string
    /** 药师姓名 string(50) */
    readonly phar_name?: string
    /** 药师执业资格证号 string(50) */
    readonly phar_prac_cert_no?: string
    /** 医保费用结算类型 string(6) 代码 hi_feesetl_type 必填 */
    readonly hi_feesetl_type: string
    /** 结算ID string(30) 条件必填 */
    readonly setl_id?: string
    /** 就医流水号 string(30) 必填 */
    readonly mdtrt_sn: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(50) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产日期 date 必填 */
    readonly manu_date: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 拆零标志 string(3) 代码 trdn_flag 必填 */
    readonly trdn_flag: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 处方号 string(40) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag */
    readonly rx_circ_flag?: string
    /** 零售单据号 string(40) 必填 */
    readonly rtal_docno: string
    /** 销售出库单据号 string(40) */
    readonly stoout_no?: string
    /** 批次号 string(30) */
    readonly bchno?: string
    /** 药品追溯码(旧平铺字段) string(30) */
    readonly drug_trac_codg?: string
    /** 药品条形码 string(30) */
    readonly drug_prod_barc?: string
    /** 货架位 string(20) */
    readonly shelf_posi?: string
    /** 销售/退货数量 decimal(16,4) 必填 */
    readonly sel_retn_cnt: string
    /** 销售/退货时间 datetime 必填 */
    readonly sel_retn_time: string
    /** 销售/退货经办人姓名 string(50) 必填 */
    readonly sel_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 就诊结算类型 string(6) 代码 mdtrt_setl_type 必填 */
    readonly mdtrt_setl_type: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) */
      readonly drug_trac_codg?: string
    })[]
  })[]
}

/** 3505A 商品销售A output */
export type Answer3505A = {
  readonly result?: {
    /** 返回结果 string(6) 必填 */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  }
}

/** 3506A 商品销售退货A input */
export type Request3506A = {
  readonly selinfoDetail: readonly ({
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno: string
    /** 结算ID string(30) */
    readonly setl_id?: string
    /** 人员编号 string(30) */
    readonly psn_no?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type: string
    /** 证件号码 string(50) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
    /** 生产批号 string(30) 必填 */
    readonly manu_lotnum: string
    /** 生产日期 date */
    readonly manu_date?: string
    /** 有效期止 date */
    readonly expy_end?: string
    /** 处方药标志 string(3) 代码 rx_flag 必填 */
    readonly rx_flag: string
    /** 拆零标志 string(3) 代码 trdn_flag 必填 */
    readonly trdn_flag: string
    /** 最终成交单价 decimal(16,6) */
    readonly finl_trns_pric?: string
    /** 销售/退货数量 decimal(16,4) 必填 */
    readonly sel_retn_cnt: string
    /** 销售/退货时间 datetime 必填 */
    readonly sel_retn_time: string
    /** 销售/退货经办人姓名 string(50) 必填 */
    readonly sel_retn_opter_name: string
    /** 备注 string(500) */
    readonly memo?: string
    /** 商品销售流水号 string(50) */
    readonly medins_prod_sel_no?: string
    /** 就医流水号 string(30) 必填 */
    readonly mdtrt_sn: string
    /** 扩展字段 string(4000) */
    readonly exp_content?: string
    readonly drugtracinfo?: readonly ({
      /** 药品追溯码 string(100) */
      readonly drug_trac_codg?: string
    })[]
  })[]
}

/** 3506A 商品销售退货A output */
export type Answer3506A = {
  readonly selinfoErrDetail?: readonly ({
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg?: WireValue
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id?: WireValue
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name?: WireValue
    /** 定点医药机构批次流水号 string(30) 必填 */
    readonly fixmedins_bchno?: WireValue
    /** 商品销售流水号 string(50) */
    readonly medins_prod_sel_no?: WireValue
    /** 返回结果 string(6) */
    readonly retRslt?: WireValue
    /** 返回信息 string(2000) */
    readonly msgRslt?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  })[]
}
