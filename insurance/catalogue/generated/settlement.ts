// Made by insurance/catalogue/generate.ts from data/: do not edit.
import type { WireObject, WireValue } from '../exact-json.ts'

/** 1101 人员基本信息获取 input */
export type Request1101 = {
  readonly data: {
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 卡识别码 string(32) 条件必填 */
    readonly card_sn?: string
    /** 开始时间 date */
    readonly begntime?: string
    /** 人员证件类型 string(6) 代码 psn_cert_type */
    readonly psn_cert_type?: string
    /** 证件号码 string(50) */
    readonly certno?: string
    /** 人员姓名 string(50) */
    readonly psn_name?: string
  }
  readonly regSninfo?: {
    /** 人工核验标志 string(3) 必填 */
    readonly checkFlag: string
    /** 定点机构登记人姓名 string(50) 条件必填 */
    readonly regerName?: string
    /** 定点机构登记人证件号码 string(20) 条件必填 */
    readonly regerCertno?: string
    /** 终端IP string(64) 条件必填 */
    readonly ipInfo?: string
  }
}

/** 1101 人员基本信息获取 output */
export type Answer1101 = {
  readonly baseinfo?: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) 必填 */
    readonly age?: WireValue
    /** 人员管理码 string(50) */
    readonly psn_mgtcode?: WireValue
    /** 字段扩展 string(4000) */
    readonly exp_content?: WireValue
  }
  readonly insuinfo?: readonly ({
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 人员参保状态 string(6) 代码 psn_insu_stas */
    readonly psn_insu_stas?: WireValue
    /** 个人参保日期 date */
    readonly psn_insu_date?: WireValue
    /** 暂停参保日期 date */
    readonly paus_insu_date?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 参保地医保区划 string(6) 必填 */
    readonly insuplc_admdvs?: WireValue
    /** 单位名称 string(200) */
    readonly emp_name?: WireValue
  })[]
  readonly idetinfo?: readonly ({
    /** 人员身份类别 string(3) 代码 psn_idet_type 必填 */
    readonly psn_idet_type?: WireValue
    /** 人员类别等级 string(3) 代码 psn_type_lv */
    readonly psn_type_lv?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 开始时间 datetime 必填 */
    readonly begntime?: WireValue
    /** 结束时间 datetime */
    readonly endtime?: WireValue
  })[]
  readonly regSninfo?: {
    /** 身份登记流水号 string(40) */
    readonly regSn?: WireValue
  }
}

/** 1201 医药机构信息获取 input */
export type Request1201 = {
  readonly medinsinfo: {
    /** 定点医疗服务机构类型 string(6) 代码 fixmedins_type 必填 */
    readonly fixmedins_type: string
    /** 定点医药机构名称 string(200) 条件必填 */
    readonly fixmedins_name?: string
    /** 定点医药机构编号 string(12) 条件必填 */
    readonly fixmedins_code?: string
  }
}

/** 1201 医药机构信息获取 output */
export type Answer1201 = {
  readonly medinsinfo?: {
    /** 定点医药机构编号 string(12) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 统一社会信用代码 string(50) 必填 */
    readonly uscc?: WireValue
    /** 定点医疗服务机构类型 string(6) 代码 fixmedins_type 必填 */
    readonly fixmedins_type?: WireValue
    /** 医院等级 string(6) 代码 hosp_lv */
    readonly hosp_lv?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  }
}

/** 1301 西药中成药目录下载 input */
export type Request1301 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1301 西药中成药目录下载 output */
export type Answer1301 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1302 中药饮片目录下载 input */
export type Request1302 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1302 中药饮片目录下载 output */
export type Answer1302 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1303 医疗机构制剂目录下载 input */
export type Request1303 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1303 医疗机构制剂目录下载 output */
export type Answer1303 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1304 民族药品目录查询 input */
export type Request1304 = {
  readonly data: {
    /** 医疗目录编码 string(50) */
    readonly med_list_codg?: string
    /** 通用名编号 string(50) */
    readonly genname_codg?: string
    /** 药品通用名 string(500) */
    readonly drug_genname?: string
    /** 药品商品名 string(500) */
    readonly drug_prodname?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 唯一记录号 string(40) */
    readonly rid?: string
    /** 版本号 string(50) */
    readonly ver?: string
    /** 经办开始时间 datetime */
    readonly opt_begn_time?: string
    /** 经办结束时间 datetime */
    readonly opt_end_time?: string
    /** 更新时间 date */
    readonly updt_time?: string
    /** 当前页数 decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量 decimal(4) 必填 */
    readonly page_size: string
    /** 注册名称 string(500) */
    readonly reg_name?: string
    /** 中草药名称 string(30) */
    readonly tcmherb_name?: string
    /** 药材名称 string(255) */
    readonly mlms_name?: string
    /** 版本名称 string(30) */
    readonly ver_name?: string
  }
}

/** 1304 民族药品目录查询 output */
export type Answer1304 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
}

/** 1305 医疗服务项目目录下载 input */
export type Request1305 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1305 医疗服务项目目录下载 output */
export type Answer1305 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1306 医用耗材目录下载 input */
export type Request1306 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1306 医用耗材目录下载 output */
export type Answer1306 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1307 疾病与诊断目录下载 input */
export type Request1307 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1307 疾病与诊断目录下载 output */
export type Answer1307 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1308 手术操作目录下载 input */
export type Request1308 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1308 手术操作目录下载 output */
export type Answer1308 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1309 门诊慢特病种目录下载 input */
export type Request1309 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1309 门诊慢特病种目录下载 output */
export type Answer1309 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1310 按病种付费病种目录下载 input */
export type Request1310 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1310 按病种付费病种目录下载 output */
export type Answer1310 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1311 日间手术治疗病种目录下载 input */
export type Request1311 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1311 日间手术治疗病种目录下载 output */
export type Answer1311 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1312 医保目录信息查询 input */
export type Request1312 = {
  readonly data: {
    /** 查询时间点 date */
    readonly query_date?: string
    /** 医保目录编码 string(30) */
    readonly hilist_code?: string
    /** 参保机构医保区划 string(6) 代码 insu_admdvs */
    readonly insu_admdvs?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 医保目录名称 string(200) */
    readonly hilist_name?: string
    /** 五笔助记码 string(30) */
    readonly wubi?: string
    /** 拼音助记码 string(30) */
    readonly pinyin?: string
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type */
    readonly med_chrgitm_type?: string
    /** 收费项目等级 string(3) 代码 chrgitm_lv */
    readonly chrgitm_lv?: string
    /** 限制使用标志 string(3) 代码 lmt_used_flag */
    readonly lmt_used_flag?: string
    /** 目录类别 string(30) 代码 list_type */
    readonly list_type?: string
    /** 医疗使用标志 string(3) 代码 med_use_flag */
    readonly med_use_flag?: string
    /** 生育使用标志 string(3) 代码 matn_used_flag */
    readonly matn_used_flag?: string
    /** 医保目录使用类别 string(3) 代码 hilist_use_type */
    readonly hilist_use_type?: string
    /** 限复方使用类型 string(3) 代码 lmt_cpnd_type */
    readonly lmt_cpnd_type?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 更新时间 date 必填 */
    readonly updt_time: string
    /** 当前页数page_num decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量page_size decimal(4) 必填 */
    readonly page_size: string
  }
}

/** 1312 医保目录信息查询 output */
export type Answer1312 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
  readonly data?: readonly ({
    /** 医保目录编码 string(30) 必填 */
    readonly hilist_code?: WireValue
    /** 医保目录名称 string(200) 必填 */
    readonly hilist_name?: WireValue
    /** 参保机构医保区划 string(6) 代码 insu_admdvs 必填 */
    readonly insu_admdvs?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 限制使用标志 string(3) 代码 lmt_used_flag 必填 */
    readonly lmt_used_flag?: WireValue
    /** 目录类别 string(3) 代码 list_type 必填 */
    readonly list_type?: WireValue
    /** 医疗使用标志 string(3) 代码 med_use_flag 必填 */
    readonly med_use_flag?: WireValue
    /** 生育使用标志 string(3) 代码 matn_used_flag 必填 */
    readonly matn_used_flag?: WireValue
    /** 医保目录使用类别 string(3) 代码 hilist_use_type 必填 */
    readonly hilist_use_type?: WireValue
    /** 限复方使用类型 string(3) 代码 lmt_cpnd_type 必填 */
    readonly lmt_cpnd_type?: WireValue
    /** 五笔助记码 string(30) */
    readonly wubi?: WireValue
    /** 拼音助记码 string(30) */
    readonly pinyin?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly vali_flag?: WireValue
    /** 唯一记录号 string(40) 必填 */
    readonly rid?: WireValue
    /** 更新时间 date 必填 */
    readonly updt_time?: WireValue
    /** 创建人 string(20) */
    readonly crter_id?: WireValue
    /** 创建人姓名 string(50) */
    readonly crter_name?: WireValue
    /** 创建时间 date 必填 */
    readonly crte_time?: WireValue
    /** 创建机构 string(20) */
    readonly crte_optins_no?: WireValue
    /** 经办人 string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 date */
    readonly opt_time?: WireValue
    /** 经办机构 string(20) */
    readonly optins_no?: WireValue
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: WireValue
  })[]
}

/** 1313 肿瘤形态学目录下载 input */
export type Request1313 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1313 肿瘤形态学目录下载 output */
export type Answer1313 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1314 中医疾病目录下载 input */
export type Request1314 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1314 中医疾病目录下载 output */
export type Answer1314 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1315 中医证候目录下载 input */
export type Request1315 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1315 中医证候目录下载 output */
export type Answer1315 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1316 医疗目录与医保目录匹配信息查询 input */
export type Request1316 = {
  readonly data: {
    /** 查询时间点 date */
    readonly query_date?: string
    /** 定点医药机构目录编号 string(30) */
    readonly medins_list_codg?: string
    /** 医保目录编码 string(30) */
    readonly hilist_code?: string
    /** 目录类别 string(30) 代码 list_type */
    readonly list_type?: string
    /** 参保机构医保区划 string(6) 代码 insu_admdvs */
    readonly insu_admdvs?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 更新时间 date 必填 */
    readonly updt_time: string
    /** 当前页数 decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量 decimal(4) 必填 */
    readonly page_size: string
  }
}

/** 1316 医疗目录与医保目录匹配信息查询 output */
export type Answer1316 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
  readonly data?: readonly ({
    /** 医疗目录编码 string(30) 必填 */
    readonly med_list_codg?: WireValue
    /** 医保目录编码 string(30) 必填 */
    readonly hilist_code?: WireValue
    /** 目录类别 string(3) 代码 list_type 必填 */
    readonly list_type?: WireValue
    /** 参保机构医保区划 string(6) 代码 insu_admdvs 必填 */
    readonly insu_admdvs?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly vali_flag?: WireValue
    /** 唯一记录号 string(40) 必填 */
    readonly rid?: WireValue
    /** 更新时间 date 必填 */
    readonly updt_time?: WireValue
    /** 创建人 string(20) */
    readonly crter_id?: WireValue
    /** 创建人姓名 string(50) */
    readonly crter_name?: WireValue
    /** 创建时间 date 必填 */
    readonly crte_time?: WireValue
    /** 创建机构 string(20) */
    readonly crte_optins_no?: WireValue
    /** 经办人 string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 date */
    readonly opt_time?: WireValue
    /** 经办机构 string(20) */
    readonly optins_no?: WireValue
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: WireValue
  })[]
}

/** 1317 医药机构目录匹配信息查询 input */
export type Request1317 = {
  readonly data: {
    /** 查询时间点 date */
    readonly query_date?: string
    /** 定点医药机构编号 string(30) */
    readonly fixmedins_code?: string
    /** 定点医药机构目录编号 string(30) */
    readonly medins_list_codg?: string
    /** 定点医药机构目录名称 string(200) */
    readonly medins_list_name?: string
    /** 参保机构医保区划 string(6) 代码 insu_admdvs */
    readonly insu_admdvs?: string
    /** 目录类别 string(30) 代码 list_type */
    readonly list_type?: string
    /** 医疗目录编码 string(30) */
    readonly med_list_codg?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 更新时间 date 必填 */
    readonly updt_time: string
    /** 当前页数 decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量 decimal(4) 必填 */
    readonly page_size: string
  }
}

/** 1317 医药机构目录匹配信息查询 output */
export type Answer1317 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
  readonly data?: readonly ({
    /** 定点医药机构编号 string(30) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly medins_list_codg?: WireValue
    /** 定点医药机构目录名称 string(200) */
    readonly medins_list_name?: WireValue
    /** 参保机构医保区划 string(6) 代码 insu_admdvs 必填 */
    readonly insu_admdvs?: WireValue
    /** 目录类别 string(3) 代码 list_type 必填 */
    readonly list_type?: WireValue
    /** 医疗目录编码 string(30) 必填 */
    readonly med_list_codg?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 批准文号 string(30) */
    readonly aprvno?: WireValue
    /** 剂型 string(200) */
    readonly dosform?: WireValue
    /** 除外内容 string(2000) */
    readonly exct_cont?: WireValue
    /** 项目内涵 string(2000) */
    readonly item_cont?: WireValue
    /** 计价单位 string(100) */
    readonly prcunt?: WireValue
    /** 规格 string(200) */
    readonly spec?: WireValue
    /** 包装规格 string(100) */
    readonly pacspec?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly vali_flag?: WireValue
    /** 唯一记录号 string(40) 必填 */
    readonly rid?: WireValue
    /** 更新时间 date 必填 */
    readonly updt_time?: WireValue
    /** 创建人 string(20) */
    readonly crter_id?: WireValue
    /** 创建人姓名 string(50) */
    readonly crter_name?: WireValue
    /** 创建时间 date 必填 */
    readonly crte_time?: WireValue
    /** 创建机构 string(20) */
    readonly crte_optins_no?: WireValue
    /** 经办人 string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 date */
    readonly opt_time?: WireValue
    /** 经办机构 string(20) */
    readonly optins_no?: WireValue
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: WireValue
  })[]
}

/** 1318 医保目录限价信息查询 input */
export type Request1318 = {
  readonly data: {
    /** 查询时间点 date */
    readonly query_date?: string
    /** 医保目录编码 string(30) */
    readonly hilist_code?: string
    /** 医保目录限价类型 string(6) 代码 hilist_lmtpric_type */
    readonly hilist_lmtpric_type?: string
    /** 医保目录超限处理方式 string(6) 代码 overlmt_dspo_way */
    readonly overlmt_dspo_way?: string
    /** 参保机构医保区划 string(6) 代码 insu_admdvs */
    readonly insu_admdvs?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 结束日期 date */
    readonly enddate?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 唯一记录号 string(40) */
    readonly rid?: string
    /** 表名 string(100) */
    readonly tabname?: string
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: string
    /** 更新时间 date 必填 */
    readonly updt_time: string
    /** 当前页数 decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量 decimal(4) 必填 */
    readonly page_size: string
  }
}

/** 1318 医保目录限价信息查询 output */
export type Answer1318 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
  readonly data?: readonly ({
    /** 医保目录编码 string(30) 必填 */
    readonly hilist_code?: WireValue
    /** 医保目录限价类型 string(6) 代码 hilist_lmtpric_type 必填 */
    readonly hilist_lmtpric_type?: WireValue
    /** 医保目录超限处理方式 string(6) 代码 overlmt_dspo_way 必填 */
    readonly overlmt_dspo_way?: WireValue
    /** 参保机构医保区划 string(6) 代码 insu_admdvs 必填 */
    readonly insu_admdvs?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 医保目录定价上限金额 decimal(16) 必填 */
    readonly hilist_pric_uplmt_amt?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly vali_flag?: WireValue
    /** 唯一记录号 string(40) 必填 */
    readonly rid?: WireValue
    /** 更新时间 date 必填 */
    readonly updt_time?: WireValue
    /** 创建人 string(20) */
    readonly crter_id?: WireValue
    /** 创建人姓名 string(50) */
    readonly crter_name?: WireValue
    /** 创建时间 date 必填 */
    readonly crte_time?: WireValue
    /** 创建机构 string(20) */
    readonly crte_optins_no?: WireValue
    /** 经办人 string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 date */
    readonly opt_time?: WireValue
    /** 经办机构 string(20) */
    readonly optins_no?: WireValue
    /** 表名 string(100) */
    readonly tabname?: WireValue
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: WireValue
  })[]
}

/** 1319 医保目录先自付比例信息查询 input */
export type Request1319 = {
  readonly data: {
    /** 查询时间点 date */
    readonly query_date?: string
    /** 医保目录自付比例人员类别 string(6) 代码 selfpay_prop_psn_type */
    readonly selfpay_prop_psn_type?: string
    /** 目录自付比例类别 string(6) 代码 selfpay_prop_type */
    readonly selfpay_prop_type?: string
    /** 参保机构医保区划 string(6) 代码 insu_admdvs */
    readonly insu_admdvs?: string
    /** 开始日期 date */
    readonly begndate?: string
    /** 结束日期 date */
    readonly enddate?: string
    /** 有效标志 string(3) 代码 vali_flag */
    readonly vali_flag?: string
    /** 唯一记录号 string(40) */
    readonly rid?: string
    /** 表名 string(100) */
    readonly tabname?: string
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: string
    /** 更新时间 date 必填 */
    readonly updt_time: string
    /** 当前页数 decimal(4) 必填 */
    readonly page_num: string
    /** 本页数据量 decimal(4) 必填 */
    readonly page_size: string
    /** 医保目录编码 string(30) */
    readonly hilist_code?: string
  }
}

/** 1319 医保目录先自付比例信息查询 output */
export type Answer1319 = {
  /** 分页信息 boolean */
  readonly firstPage?: WireValue
  /** 分页信息 boolean */
  readonly lastPage?: WireValue
  /** 分页信息 int */
  readonly size?: WireValue
  /** 分页信息 int */
  readonly startRow?: WireValue
  /** 分页信息 int */
  readonly endRow?: WireValue
  /** 分页信息 int */
  readonly pageNum?: WireValue
  /** 分页信息 int */
  readonly pageSize?: WireValue
  /** 分页信息 int */
  readonly pages?: WireValue
  /** 分页信息 int */
  readonly recordCounts?: WireValue
  readonly data?: readonly ({
    /** 医保目录编码 string(30) 必填 */
    readonly hilist_code?: WireValue
    /** 医保目录自付比例人员类别 string(6) 代码 selfpay_prop_psn_type 必填 */
    readonly selfpay_prop_psn_type?: WireValue
    /** 目录自付比例类别 string(6) 代码 selfpay_prop_type 必填 */
    readonly selfpay_prop_type?: WireValue
    /** 参保机构医保区划 string(6) 代码 insu_admdvs 必填 */
    readonly insu_admdvs?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 自付比例 decimal(5) 必填 */
    readonly selfpay_prop?: WireValue
    /** 有效标志 string(3) 代码 vali_flag 必填 */
    readonly vali_flag?: WireValue
    /** 唯一记录号 string(40) 必填 */
    readonly rid?: WireValue
    /** 更新时间 date 必填 */
    readonly updt_time?: WireValue
    /** 创建人 string(20) */
    readonly crter_id?: WireValue
    /** 创建人姓名 string(50) */
    readonly crter_name?: WireValue
    /** 创建时间 date 必填 */
    readonly crte_time?: WireValue
    /** 创建机构 string(20) */
    readonly crte_optins_no?: WireValue
    /** 经办人 string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 date */
    readonly opt_time?: WireValue
    /** 经办机构 string(20) */
    readonly optins_no?: WireValue
    /** 表名 string(100) */
    readonly tabname?: WireValue
    /** 统筹区 string(6) 代码 poolarea_no */
    readonly poolarea_no?: WireValue
  })[]
}

/** 1320 中药配方颗粒目录下载 input */
export type Request1320 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1320 中药配方颗粒目录下载 output */
export type Answer1320 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1321 医疗服务项目（新）目录下载 input */
export type Request1321 = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1321 医疗服务项目（新）目录下载 output */
export type Answer1321 = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 1901 字典表查询 input */
export type Request1901 = {
  readonly data: {
    /** 字典类型 string(30) 必填 */
    readonly type: string
    /** 父字典键值 string(10) */
    readonly parentValue?: string
    /** 行政区划 string(6) 代码 admdvs 必填 */
    readonly admdvs: string
    /** 查询日期 date 必填 */
    readonly date: string
    /** 有效标志 string(3) 代码 valiFlag 必填 */
    readonly valiFlag: string
  }
}

/** 1901 字典表查询 output */
export type Answer1901 = {
  readonly list?: readonly ({
    /** 字典类型 string(30) 必填 */
    readonly type?: WireValue
    /** 字典标签 string(50) 必填 */
    readonly label?: WireValue
    /** 字典键值 string(20) 必填 */
    readonly value?: WireValue
    /** 父字典键值 string(10) 必填 */
    readonly parentValue?: WireValue
    /** 序号 int(30) 必填 */
    readonly sort?: WireValue
    /** 权限标识 string(3) 代码 valiFlag 必填 */
    readonly valiFlag?: WireValue
    /** 创建账户 string(30) 必填 */
    readonly createUser?: WireValue
    /** 创建时间 date 必填 */
    readonly createDate?: WireValue
    /** 版本号 int(20) 必填 */
    readonly version?: WireValue
  })[]
}

/** 2001 人员待遇享受检查 input */
export type Request2001 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 定点医药机构编号 string(12) 必填 */
    readonly fixmedins_code: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 开始时间 datetime 必填 */
    readonly begntime: string
    /** 结束时间 datetime */
    readonly endtime?: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 手术操作代码 string(30) */
    readonly oprn_oprt_code?: string
    /** 手术操作名称 string(500) */
    readonly oprn_oprt_name?: string
    /** 生育类别 string(6) 代码 matn_type */
    readonly matn_type?: string
    /** 计划生育手术类别 string(6) 代码 birctrl_type */
    readonly birctrl_type?: string
  }
}

/** 2001 人员待遇享受检查 output */
export type Answer2001 = {
  readonly trtinfo?: readonly ({
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 待遇检查类型 string(6) 代码 trt_chk_type 必填 */
    readonly trt_chk_type?: WireValue
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 基金款项待遇享受标志 string(3) 代码 trt_enjymnt_flag 必填 */
    readonly trt_enjymnt_flag?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 待遇检查结果 string(500) */
    readonly trt_chk_rslt?: WireValue
  })[]
}

/** 2101 药店预结算 input */
export type Request2101 = {
  readonly druginfo: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 开始时间 datetime */
    readonly begntime?: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 个人账户使用标志 string(1) 代码 acct_used_flag 必填 */
    readonly acct_used_flag: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 本次结算应上传最小包装药品追溯码数量 decimal(8) */
    readonly minpacunt_drug_trac_cnt?: string
    /** 本次结算应上传耗材追溯码数量 decimal(8) */
    readonly mcs_trac_cnt?: string
  }
  readonly drugdetail: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn: string
    /** 处方号 string(30) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag 必填 */
    readonly rx_circ_flag: string
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time: string
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg: string
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 单次剂量描述 string(200) */
    readonly sin_dos_dscr?: string
    /** 使用频次描述 string(200) */
    readonly used_frqu_dscr?: string
    /** 周期天数 decimal(4,2) */
    readonly prd_days?: string
    /** 用药途径描述 string(200) */
    readonly medc_way_dscr?: string
    /** 开单医生编码 string(30) */
    readonly bilg_dr_codg?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: string
  })[]
}

/** 2101 药店预结算 output */
export type Answer2101 = {
  readonly setlinfo?: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
  readonly detlcutinfo?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 定价上限金额 decimal(16,6) 必填 */
    readonly pric_uplmt_amt?: WireValue
    /** 自付比例 decimal(5,4) */
    readonly selfpay_prop?: WireValue
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价金额 decimal(16,2) */
    readonly overlmt_amt?: WireValue
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 直报标志 string(3) 代码 drt_reim_flag */
    readonly drt_reim_flag?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 2102 药店结算 input */
export type Request2102 = {
  readonly druginfo: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 开始时间 datetime */
    readonly begntime?: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 发票号 string(20) */
    readonly invono?: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 个人账户使用标志 string(1) 代码 acct_used_flag 必填 */
    readonly acct_used_flag: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    /** 本次结算应上传最小包装药品追溯码数量 decimal(8) */
    readonly minpacunt_drug_trac_cnt?: string
    /** 本次结算应上传耗材追溯码数量 decimal(8) */
    readonly mcs_trac_cnt?: string
  }
  readonly drugdetail: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn: string
    /** 处方号 string(30) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag 必填 */
    readonly rx_circ_flag: string
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time: string
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg: string
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 单次剂量描述 string(200) */
    readonly sin_dos_dscr?: string
    /** 使用频次描述 string(200) */
    readonly used_frqu_dscr?: string
    /** 周期天数 decimal(4,2) */
    readonly prd_days?: string
    /** 用药途径描述 string(200) */
    readonly medc_way_dscr?: string
    /** 开单医生编码 string(30) */
    readonly bilg_dr_codg?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    readonly drug_trac_info?: readonly ({
      /** 费用明细流水号 string(30) 必填 */
      readonly feedetl_sn: string
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
      /** 拆零标志 string(3) 代码 trdn_flag 必填 */
      readonly trdn_flag: string
    })[]
  })[]
}

/** 2102 药店结算 output */
export type Answer2102 = {
  readonly setlinfo?: {
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) 必填 */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
    /** 医院负担金额 decimal(16,2) */
    readonly hosp_part_amt?: WireValue
    /** 伤残人员医疗保障基金支出 decimal(16,2) 必填 */
    readonly hifdm_pay?: WireValue
    readonly exp_content?: string | {
      /** 医保钱包支付 string(16,2) 必填 */
      readonly wlt_acct_pay?: WireValue
    }
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
  readonly detlcutinfo?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 定价上限金额 decimal(16,6) 必填 */
    readonly pric_uplmt_amt?: WireValue
    /** 自付比例 decimal(5,4) */
    readonly selfpay_prop?: WireValue
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价金额 decimal(16,2) */
    readonly overlmt_amt?: WireValue
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 直报标志 string(3) 代码 drt_reim_flag */
    readonly drt_reim_flag?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 2103 药店结算撤销 input */
export type Request2103 = {
  readonly data: {
    /** 结算ID string(30) 必填 */
    readonly setl_id: string
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id: string
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
  }
}

/** 2103 药店结算撤销 output */
export type Answer2103 = {
  readonly setlinfo?: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人支付金额 decimal(16,2) 必填 */
    readonly psn_pay?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 现金支付金额 decimal(16,2) 必填 */
    readonly cash_payamt?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 伤残人员医疗保障基金支出 decimal(16,2) 必填 */
    readonly hifdm_pay?: WireValue
    /** 扩展字段 string(4000) */
    readonly exp_content?: WireValue
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
}

/** 2601 冲正交易 input */
export type Request2601 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 原发送方报文ID string(30) 必填 */
    readonly omsgid: string
    /** 原交易编号 string(5) 必填 */
    readonly oinfno: string
  }
}

/** 3101 明细审核事前分析服务 input */
export type Request3101 = {
  readonly data: {
    /** 系统编码 string(10) 必填 */
    readonly syscode: string
    /** 规则标识集合 string[] */
    readonly rule_ids?: readonly string[]
    /** 任务ID string */
    readonly task_id?: string
    /** 触发场景 string(3) 代码 trig_scen 条件必填 */
    readonly trig_scen?: string
    readonly patient_dtos: readonly ({
      /** 参保人标识 string(50) 必填 */
      readonly patn_id: string
      /** 姓名 string(50) 必填 */
      readonly patn_name: string
      /** 性别 string(3) 代码 gend */
      readonly gend?: string
      /** 出生日期 date 必填 */
      readonly brdy: string
      /** 统筹区编码 string(10) 必填 */
      readonly poolarea: string
      /** 当前就诊标识 string(50) 必填 */
      readonly curr_mdtrt_id: string
      /** 医院信息集合 object[] */
      readonly fsi_his_data_dto?: readonly WireObject[]
      readonly fsi_encounter_dtos: readonly ({
        /** 就诊标识 string(50) 必填 */
        readonly mdtrt_id: string
        /** 医疗服务机构标识 string(50) 必填 */
        readonly medins_id: string
        /** 医疗机构名称 string(200) 必填 */
        readonly medins_name: string
        /** 医疗机构行政区划编码 string(6) 必填 */
        readonly medins_admdvs: string
        /** 医疗服务机构类型 string(3) 代码 medins_type 必填 */
        readonly medins_type: string
        /** 医疗机构等级 string(3) 代码 medins_lv */
        readonly medins_lv?: string
        /** 病区标识 string(20) */
        readonly wardarea_codg?: string
        /** 病房号 string(20) */
        readonly wardno?: string
        /** 病床号 string(20) */
        readonly bedno?: string
        /** 入院日期 date 必填 */
        readonly adm_date: string
        /** 出院日期 date 必填 */
        readonly dscg_date: string
        /** 主诊断编码 string(20) 必填 */
        readonly dscg_main_dise_codg: string
        /** 主诊断名称 string(50) 必填 */
        readonly dscg_main_dise_name: string
        /** 医师标识 string(20) 必填 */
        readonly dr_codg: string
        /** 入院科室标识 string(20) 必填 */
        readonly adm_dept_codg: string
        /** 入院科室名称 string(50) 必填 */
        readonly adm_dept_name: string
        /** 出院科室标识 string(20) 必填 */
        readonly dscg_dept_codg: string
        /** 出院科室名称 string(50) 必填 */
        readonly dscg_dept_name: string
        /** 就诊类型 string(3) 代码 med_mdtrt_type 必填 */
        readonly med_mdtrt_type: string
        /** 医疗类别 string(3) 代码 med_type 必填 */
        readonly med_type: string
        /** 生育状态 string(3) 代码 matn_stas 必填 */
        readonly matn_stas: string
        /** 总费用 decimal(16,2) 必填 */
        readonly medfee_sumamt: string
        /** 自费金额 decimal(16,2) 必填 */
        readonly ownpay_amt: string
        /** 自付金额 decimal(16,2) 必填 */
        readonly selfpay_amt: string
        /** 个人账户支付金额 decimal(16,2) */
        readonly acct_payamt?: string
        /** 救助金支付金额 decimal(16,2) */
        readonly ma_amt?: string
        /** 统筹金支付金额 decimal(16,2) */
        readonly hifp_payamt?: string
        /** 结算总次数 decimal(4) 必填 */
        readonly setl_totlnum: string
        /** 险种 string(3) 代码 insutype 必填 */
        readonly insutype: string
        /** 报销标志 string(3) 代码 reim_flag 必填 */
        readonly reim_flag: string
        /** 异地结算标志 string(3) 代码 out_setl_flag 必填 */
        readonly out_setl_flag: string
        /** 历史就诊次数 string(50) */
        readonly his_md_cnt?: string
        readonly fsi_diagnose_dtos: readonly ({
          /** 诊断标识 string(30) 必填 */
          readonly dise_id: string
          /** 出入诊断类别 string(6) 代码 inout_diag_type 必填 */
          readonly inout_dise_type: string
          /** 主诊断标志 string(3) 代码 maindiag_flag 必填 */
          readonly maindise_flag: string
          /** 诊断排序号 string(2) 必填 */
          readonly dias_srt_no: string
          /** 诊断(疾病)编码 string(20) 必填 */
          readonly dise_codg: string
          /** 诊断(疾病)名称 string(200) 必填 */
          readonly dise_name: string
          /** 诊断日期 datetime */
          readonly dise_date?: string
        })[]
        readonly fsi_order_dtos: readonly ({
          /** 处方(医嘱)标识 string(30) 必填 */
          readonly rx_id: string
          /** 处方号 string(30) 必填 */
          readonly rxno: string
          /** 组编号 string(50) */
          readonly grpno?: string
          /** 是否为长期医嘱 string(3) 必填 */
          readonly long_drord_flag: string
          /** 目录类别 string(3) 代码 hilist_type 必填 */
          readonly hilist_type: string
          /** 收费类别 string(6) 代码 med_chrgitm_type 必填 */
          readonly chrg_type: string
          /** 医嘱行为 string(3) 代码 drord_bhvr 必填 */
          readonly drord_bhvr: string
          /** 医保目录代码 string(50) 必填 */
          readonly hilist_code: string
          /** 医保目录名称 string(200) 必填 */
          readonly hilist_name: string
          /** 医保目录(药品)剂型 string(50) */
          readonly hilist_dosform?: string
          /** 医保目录等级 string(3) 代码 hilist_lv 必填 */
          readonly hilist_lv: string
          /** 医保目录价格 decimal(16,2) 必填 */
          readonly hilist_pric: string
          /** 一级医院目录价格 decimal(16,2) */
          readonly lv1_hosp_item_pric?: string
          /** 二级医院目录价格 decimal(16,2) */
          readonly lv2_hosp_item_pric?: string
          /** 三级医院目录价格 decimal(16,2) */
          readonly lv3_hosp_item_pric?: string
          /** 医保目录备注 string(200) */
          readonly hilist_memo?: string
          /** 医院目录代码 string(50) 必填 */
          readonly hosplist_code: string
          /** 医院目录名称 string(50) 必填 */
          readonly hosplist_name: string
          /** 医院目录(药品)剂型 string(20) */
          readonly hosplist_dosform?: string
          /** 数量 decimal(16,4) 必填 */
          readonly cnt: string
          /** 单价 decimal(16,6) 必填 */
          readonly pric: string
          /** 总费用 decimal(16,2) 必填 */
          readonly sumamt: string
          /** 自费金额 decimal(16,2) */
          readonly ownpay_amt?: string
          /** 自付金额 decimal(16,2) */
          readonly selfpay_amt?: string
          /** 规格 string(100) 必填 */
          readonly spec: string
          /** 数量单位 string(100) 必填 */
          readonly spec_unt: string
          /** 医嘱开始日期 datetime 必填 */
          readonly drord_begn_date: string
          /** 医嘱停止日期 datetime */
          readonly drord_stop_date?: string
          /** 下达医嘱的科室标识 string(30) 必填 */
          readonly drord_dept_codg: string
          /** 下达医嘱科室名称 string(100) 必填 */
          readonly drord_dept_name: string
          /** 开处方(医嘱)医生标识 string(30) 必填 */
          readonly drord_dr_codg: string
          /** 开处方(医嘱)医生姓名 string(50) 必填 */
          readonly drord_dr_name: string
          /** 开处方(医嘱)医职称 string(3) 代码 drord_dr_profttl 必填 */
          readonly drord_dr_profttl: string
          /** 是否当前处方(医嘱) string(3) 必填 */
          readonly curr_drord_flag: string
          /** 处方扩展属性 Map<String,String> */
          readonly extend_order_map?: WireObject
        })[]
        readonly fsi_operation_dtos?: readonly ({
          /** 手术操作ID string(30) 必填 */
          readonly setl_list_oprn_id: string
          /** 手术操作代码 string(30) */
          readonly oprn_code?: string
          /** 手术操作名称 string(500) */
          readonly oprn_name?: string
          /** 主手术操作标志 string(3) 必填 */
          readonly main_oprn_flag: string
          /** 手术操作日期 date */
          readonly oprn_date?: string
          /** 麻醉方式 string(30) */
          readonly anst_way?: string
          /** 术者医师姓名 string(50) */
          readonly oper_dr_name?: string
          /** 术者医师代码 string(30) */
          readonly oper_dr_code?: string
          /** 麻醉医师姓名 string(50) */
          readonly anst_dr_name?: string
          /** 麻醉医师代码 string(30) */
          readonly anst_dr_code?: string
        })[]
      })[]
    })[]
  }
}

/** 3101 明细审核事前分析服务 output */
export type Answer3101 = {
  readonly result?: readonly ({
    /** 违规标识 string(50) 必填 */
    readonly jr_id?: WireValue
    /** 规则ID string(50) 必填 */
    readonly rule_id?: WireValue
    /** 规则名称 string(200) 必填 */
    readonly rule_name?: WireValue
    /** 违规内容 string(500) 必填 */
    readonly vola_cont?: WireValue
    /** 参保人ID string(50) 必填 */
    readonly patn_id?: WireValue
    /** 就诊ID string(50) */
    readonly mdtrt_id?: WireValue
    /** 违规金额 decimal(16,2) 必填 */
    readonly vola_amt?: WireValue
    /** 违规金额计算状态 string(3) 代码 vola_amt_stas */
    readonly vola_amt_stas?: WireValue
    /** 严重程度 string(3) 代码 sev_deg */
    readonly sev_deg?: WireValue
    /** 违规依据 string(500) */
    readonly vola_evid?: WireValue
    /** 违规行为分类 string(3) 代码 vola_bhvr_type */
    readonly vola_bhvr_type?: WireValue
    /** 任务ID string */
    readonly task_id?: WireValue
    readonly judge_result_detail_dtos?: readonly ({
      /** 违规明细标识 string(50) 必填 */
      readonly jrd_id?: WireValue
      /** 参保人标识 string(50) 必填 */
      readonly patn_id?: WireValue
      /** 就诊标识 string(50) */
      readonly mdtrt_id?: WireValue
      /** 处方(医嘱)标识 string(50) */
      readonly rx_id?: WireValue
      /** 违规明细类型 string(3) 代码 vola_item_type */
      readonly vola_item_type?: WireValue
      /** 违规金额 decimal(16,2) 必填 */
      readonly vola_amt?: WireValue
    })[]
  })[]
}

/** 3102 明细审核事中分析服务 input */
export type Request3102 = {
  readonly data: {
    /** 系统编码 string(10) 必填 */
    readonly syscode: string
    /** 规则标识集合 string[] */
    readonly rule_ids?: readonly string[]
    /** 任务ID string */
    readonly task_id?: string
    /** 触发场景 string(3) 代码 trig_scen 条件必填 */
    readonly trig_scen?: string
    readonly patient_dtos: readonly ({
      /** 参保人标识 string(50) 必填 */
      readonly patn_id: string
      /** 姓名 string(50) 必填 */
      readonly patn_name: string
      /** 性别 string(3) 代码 gend */
      readonly gend?: string
      /** 出生日期 date 必填 */
      readonly brdy: string
      /** 统筹区编码 string(10) 必填 */
      readonly poolarea: string
      /** 当前就诊标识 string(50) 必填 */
      readonly curr_mdtrt_id: string
      /** 医院信息集合 object[] */
      readonly fsi_his_data_dto?: readonly WireObject[]
      readonly fsi_encounter_dtos: readonly ({
        /** 就诊标识 string(50) 必填 */
        readonly mdtrt_id: string
        /** 医疗服务机构标识 string(50) 必填 */
        readonly medins_id: string
        /** 医疗机构名称 string(200) 必填 */
        readonly medins_name: string
        /** 医疗机构行政区划编码 string(6) 必填 */
        readonly medins_admdvs: string
        /** 医疗服务机构类型 string(3) 代码 medins_type 必填 */
        readonly medins_type: string
        /** 医疗机构等级 string(3) 代码 medins_lv */
        readonly medins_lv?: string
        /** 病区标识 string(20) */
        readonly wardarea_codg?: string
        /** 病房号 string(20) */
        readonly wardno?: string
        /** 病床号 string(20) */
        readonly bedno?: string
        /** 入院日期 date 必填 */
        readonly adm_date: string
        /** 出院日期 date 必填 */
        readonly dscg_date: string
        /** 主诊断编码 string(20) 必填 */
        readonly dscg_main_dise_codg: string
        /** 主诊断名称 string(50) 必填 */
        readonly dscg_main_dise_name: string
        /** 医师标识 string(20) 必填 */
        readonly dr_codg: string
        /** 入院科室标识 string(20) 必填 */
        readonly adm_dept_codg: string
        /** 入院科室名称 string(50) 必填 */
        readonly adm_dept_name: string
        /** 出院科室标识 string(20) 必填 */
        readonly dscg_dept_codg: string
        /** 出院科室名称 string(50) 必填 */
        readonly dscg_dept_name: string
        /** 就诊类型 string(3) 代码 med_mdtrt_type 必填 */
        readonly med_mdtrt_type: string
        /** 医疗类别 string(3) 代码 med_type 必填 */
        readonly med_type: string
        /** 生育状态 string(3) 代码 matn_stas 必填 */
        readonly matn_stas: string
        /** 总费用 decimal(16,2) 必填 */
        readonly medfee_sumamt: string
        /** 自费金额 decimal(16,2) 必填 */
        readonly ownpay_amt: string
        /** 自付金额 decimal(16,2) 必填 */
        readonly selfpay_amt: string
        /** 个人账户支付金额 decimal(16,2) */
        readonly acct_payamt?: string
        /** 救助金支付金额 decimal(16,2) */
        readonly ma_amt?: string
        /** 统筹金支付金额 decimal(16,2) */
        readonly hifp_payamt?: string
        /** 结算总次数 decimal(4) 必填 */
        readonly setl_totlnum: string
        /** 险种 string(3) 代码 insutype 必填 */
        readonly insutype: string
        /** 报销标志 string(3) 代码 reim_flag 必填 */
        readonly reim_flag: string
        /** 异地结算标志 string(3) 代码 out_setl_flag 必填 */
        readonly out_setl_flag: string
        /** 历史就诊次数 string(50) */
        readonly his_md_cnt?: string
        readonly fsi_diagnose_dtos: readonly ({
          /** 诊断标识 string(30) 必填 */
          readonly dise_id: string
          /** 出入诊断类别 string(6) 代码 inout_diag_type 必填 */
          readonly inout_dise_type: string
          /** 主诊断标志 string(3) 代码 maindiag_flag 必填 */
          readonly maindise_flag: string
          /** 诊断排序号 string(2) 必填 */
          readonly dias_srt_no: string
          /** 诊断(疾病)编码 string(20) 必填 */
          readonly dise_codg: string
          /** 诊断(疾病)名称 string(200) 必填 */
          readonly dise_name: string
          /** 诊断日期 datetime */
          readonly dise_date?: string
        })[]
        readonly fsi_order_dtos: readonly ({
          /** 处方(医嘱)标识 string(30) 必填 */
          readonly rx_id: string
          /** 处方号 string(30) 必填 */
          readonly rxno: string
          /** 组编号 string(50) */
          readonly grpno?: string
          /** 是否为长期医嘱 string(3) 必填 */
          readonly long_drord_flag: string
          /** 目录类别 string(3) 代码 hilist_type 必填 */
          readonly hilist_type: string
          /** 收费类别 string(6) 代码 med_chrgitm_type 必填 */
          readonly chrg_type: string
          /** 医嘱行为 string(3) 代码 drord_bhvr 必填 */
          readonly drord_bhvr: string
          /** 医保目录代码 string(50) 必填 */
          readonly hilist_code: string
          /** 医保目录名称 string(200) 必填 */
          readonly hilist_name: string
          /** 医保目录(药品)剂型 string(50) */
          readonly hilist_dosform?: string
          /** 医保目录等级 string(3) 代码 hilist_lv 必填 */
          readonly hilist_lv: string
          /** 医保目录价格 decimal(16,2) 必填 */
          readonly hilist_pric: string
          /** 一级医院目录价格 decimal(16,2) */
          readonly lv1_hosp_item_pric?: string
          /** 二级医院目录价格 decimal(16,2) */
          readonly lv2_hosp_item_pric?: string
          /** 三级医院目录价格 decimal(16,2) */
          readonly lv3_hosp_item_pric?: string
          /** 医保目录备注 string(200) */
          readonly hilist_memo?: string
          /** 医院目录代码 string(50) 必填 */
          readonly hosplist_code: string
          /** 医院目录名称 string(50) 必填 */
          readonly hosplist_name: string
          /** 医院目录(药品)剂型 string(20) */
          readonly hosplist_dosform?: string
          /** 数量 decimal(16,4) 必填 */
          readonly cnt: string
          /** 单价 decimal(16,6) 必填 */
          readonly pric: string
          /** 总费用 decimal(16,2) 必填 */
          readonly sumamt: string
          /** 自费金额 decimal(16,2) */
          readonly ownpay_amt?: string
          /** 自付金额 decimal(16,2) */
          readonly selfpay_amt?: string
          /** 规格 string(100) 必填 */
          readonly spec: string
          /** 数量单位 string(100) 必填 */
          readonly spec_unt: string
          /** 医嘱开始日期 datetime 必填 */
          readonly drord_begn_date: string
          /** 医嘱停止日期 datetime */
          readonly drord_stop_date?: string
          /** 下达医嘱的科室标识 string(30) 必填 */
          readonly drord_dept_codg: string
          /** 下达医嘱科室名称 string(100) 必填 */
          readonly drord_dept_name: string
          /** 开处方(医嘱)医生标识 string(30) 必填 */
          readonly drord_dr_codg: string
          /** 开处方(医嘱)医生姓名 string(50) 必填 */
          readonly drord_dr_name: string
          /** 开处方(医嘱)医职称 string(3) 代码 drord_dr_profttl 必填 */
          readonly drord_dr_profttl: string
          /** 是否当前处方(医嘱) string(3) 必填 */
          readonly curr_drord_flag: string
          /** 处方扩展属性 Map<String,String> */
          readonly extend_order_map?: WireObject
        })[]
        readonly fsi_operation_dtos?: readonly ({
          /** 手术操作ID string(30) 必填 */
          readonly setl_list_oprn_id: string
          /** 手术操作代码 string(30) */
          readonly oprn_code?: string
          /** 手术操作名称 string(500) */
          readonly oprn_name?: string
          /** 主手术操作标志 string(3) 必填 */
          readonly main_oprn_flag: string
          /** 手术操作日期 date */
          readonly oprn_date?: string
          /** 麻醉方式 string(30) */
          readonly anst_way?: string
          /** 术者医师姓名 string(50) */
          readonly oper_dr_name?: string
          /** 术者医师代码 string(30) */
          readonly oper_dr_code?: string
          /** 麻醉医师姓名 string(50) */
          readonly anst_dr_name?: string
          /** 麻醉医师代码 string(30) */
          readonly anst_dr_code?: string
        })[]
      })[]
    })[]
  }
}

/** 3102 明细审核事中分析服务 output */
export type Answer3102 = {
  readonly result?: readonly ({
    /** 违规标识 string(50) 必填 */
    readonly jr_id?: WireValue
    /** 规则ID string(50) 必填 */
    readonly rule_id?: WireValue
    /** 规则名称 string(200) 必填 */
    readonly rule_name?: WireValue
    /** 违规内容 string(500) 必填 */
    readonly vola_cont?: WireValue
    /** 参保人ID string(50) 必填 */
    readonly patn_id?: WireValue
    /** 就诊ID string(50) */
    readonly mdtrt_id?: WireValue
    /** 违规金额 decimal(16,2) 必填 */
    readonly vola_amt?: WireValue
    /** 违规金额计算状态 string(3) 代码 vola_amt_stas */
    readonly vola_amt_stas?: WireValue
    /** 严重程度 string(3) 代码 sev_deg */
    readonly sev_deg?: WireValue
    /** 违规依据 string(500) */
    readonly vola_evid?: WireValue
    /** 违规行为分类 string(3) 代码 vola_bhvr_type */
    readonly vola_bhvr_type?: WireValue
    /** 任务ID string */
    readonly task_id?: WireValue
    readonly judge_result_detail_dtos?: readonly ({
      /** 违规明细标识 string(50) 必填 */
      readonly jrd_id?: WireValue
      /** 参保人标识 string(50) 必填 */
      readonly patn_id?: WireValue
      /** 就诊标识 string(50) */
      readonly mdtrt_id?: WireValue
      /** 处方(医嘱)标识 string(50) */
      readonly rx_id?: WireValue
      /** 违规明细类型 string(3) 代码 vola_item_type */
      readonly vola_item_type?: WireValue
      /** 违规金额 decimal(16,2) 必填 */
      readonly vola_amt?: WireValue
    })[]
  })[]
}

/** 3103 事前事中服务反馈服务 input */
export type Request3103 = {
  readonly data: {
    /** 反馈类型 string 代码 warn_type 必填 */
    readonly warn_type: string
    readonly warns: readonly ({
      /** 违规标识 string 必填 */
      readonly warn_rslt_id: string
      /** 处理方式 string 代码 dspo_way 必填 */
      readonly dspo_way: string
      /** 处理原因 string 条件必填 */
      readonly dspo_way_rea?: string
    })[]
  }
}

/** 3201 医药机构费用结算对总账 input */
export type Request3201 = {
  readonly data: {
    /** 险种 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type: string
    /** 结算经办机构 string(6) 必填 */
    readonly setl_optins: string
    /** 对账开始日期 date 必填 */
    readonly stmt_begndate: string
    /** 对账结束日期 date 必填 */
    readonly stmt_enddate: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt: string
    /** 个人账户支付金额 decimal(16,2) 必填 */
    readonly acct_pay: string
    /** 定点医药机构结算笔数 decimal(10) 必填 */
    readonly fixmedins_setl_cnt: string
    /** 退费结算标志 string(6) 代码 refd_setl_flag 必填 */
    readonly refd_setl_flag: string
    /** 扩展内容 string(4000) */
    readonly exp_content?: string
  }
}

/** 3201 医药机构费用结算对总账 output */
export type Answer3201 = {
  readonly stmtinfo?: {
    /** 结算经办机构 string(6) */
    readonly setl_optins?: WireValue
    /** 对账结果 string(6) 代码 stmt_rslt 必填 */
    readonly stmt_rslt?: WireValue
    /** 对账结果说明 string(200) */
    readonly stmt_rslt_dscr?: WireValue
    /** 字段扩展 string(4000) */
    readonly exp_content?: WireValue
  }
}

/** 3202 医药机构费用结算对明细账 input */
export type Request3202 = {
  readonly data: {
    /** 结算经办机构 string(6) 必填 */
    readonly setl_optins: string
    /** 文件查询号 string(30) 必填 */
    readonly file_qury_no: string
    /** 对账开始日期 date 必填 */
    readonly stmt_begndate: string
    /** 对账结束日期 date 必填 */
    readonly stmt_enddate: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt: string
    /** 现金支付金额 decimal(16,2) 必填 */
    readonly cash_payamt: string
    /** 定点医药机构结算笔数 decimal(10) 必填 */
    readonly fixmedins_setl_cnt: string
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type: string
    /** 退费结算标志 string(3) 代码 refd_setl_flag 必填 */
    readonly refd_setl_flag: string
    /** 扩展内容 string(4000) */
    readonly exp_content?: string
  }
}

/** 3202 医药机构费用结算对明细账 output */
export type Answer3202 = {
  readonly fileinfo?: {
    /** 文件查询号 string(30) 必填 */
    readonly file_qury_no?: WireValue
    /** 文件名称 string(200) 必填 */
    readonly filename?: WireValue
    /** 下载截止时间 datetime 必填 */
    readonly dld_endtime?: WireValue
  }
}

/** 3203 清算申请 input */
export type Request3203 = {
  readonly data: {
    /** 清算类别 string(30) 代码 clr_type 必填 */
    readonly clr_type: string
    /** 清算方式 string(30) 代码 clr_way 必填 */
    readonly clr_way: string
    /** 清算年月 string(6) 必填 */
    readonly setlym: string
    /** 清算人次 decimal(6) 必填 */
    readonly psntime: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 医保认可费用总额 decimal(16,2) 必填 */
    readonly med_sumfee: string
    /** 基金申报总额 decimal(16,2) 必填 */
    readonly fund_appy_sum: string
    /** 现金支付金额 decimal(16,2) 必填 */
    readonly cash_payamt: string
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay: string
    /** 开始日期 date 必填 */
    readonly begndate: string
    /** 结束日期 date 必填 */
    readonly enddate: string
  }
}

/** 3203 清算申请 output */
export type Answer3203 = {
  readonly result?: {
    /** 清算申请事件ID string(30) 必填 */
    readonly clr_appy_evt_id?: WireValue
  }
}

/** 3260 提取异地清分明细 input */
export type Request3260 = {
  readonly data: {
    /** 结算年度 string(4) 必填 */
    readonly trt_year: string
    /** 结算月份 string(2) 必填 */
    readonly trt_month: string
    /** 开始行数 int(12) 必填 */
    readonly startrow: string
  }
}

/** 3260 提取异地清分明细 output */
export type Answer3260 = {
  readonly data?: readonly ({
    /** 顺序号 int(12) 必填 */
    readonly seqno?: WireValue
    /** 就医地医保区划 string(6) 必填 */
    readonly mdtrtarea?: WireValue
    /** 医疗机构编号 string(22) 必填 */
    readonly medins_no?: WireValue
    /** 证件号码 string(18) 必填 */
    readonly certno?: WireValue
    /** 就诊登记号 string(20) 必填 */
    readonly mdtrt_id?: WireValue
    /** 就诊结算时间 datetime 必填 */
    readonly mdtrt_setl_time?: WireValue
    /** 结算流水号 string(30) 必填 */
    readonly setl_sn?: WireValue
    /** 全额垫付标志 string(3) 代码 fulamt_advpay_flag 必填 */
    readonly fulamt_advpay_flag?: WireValue
    /** 总费用 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 经办机构支付总额 decimal(16,2) 必填 */
    readonly optins_pay_sumamt?: WireValue
  })[]
}

/** 3261 异地清分结果确认 input */
export type Request3261 = {
  readonly data: {
    /** 结算年度 string(4) 必填 */
    readonly trt_year: string
    /** 结算月份 string(2) 必填 */
    readonly trt_month: string
    /** 总行数 int 必填 */
    readonly totalrow: string
  }
  readonly detail: readonly ({
    /** 证件号码 string(18) 必填 */
    readonly certno: string
    /** 就诊登记号 string(20) 必填 */
    readonly mdtrt_id: string
    /** 就诊结算时间 datetime 必填 */
    readonly mdtrt_setl_time: string
    /** 结算流水号 string(30) 必填 */
    readonly setl_sn: string
    /** 总费用 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 经办机构支付总额 decimal(16,2) 必填 */
    readonly optins_pay_sumamt: string
    /** 确认标志 string 代码 cnfm_flag */
    readonly cnfm_flag?: string
  })[]
}

/** 3262 异地清分结果确认回退 input */
export type Request3262 = {
  readonly data: {
    /** 结算年度 string(4) 必填 */
    readonly trt_year: string
    /** 结算月份 string(2) 必填 */
    readonly trt_month: string
    /** 原交易流水号 string(30) 必填 */
    readonly otransid: string
  }
}

/** 3301 目录对照上传 input */
export type Request3301 = {
  readonly data: readonly ({
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 定点医药机构目录名称 string(200) 必填 */
    readonly fixmedins_hilist_name: string
    /** 目录类别 string(30) 代码 list_type 必填 */
    readonly list_type: string
    /** 医疗目录编码 string(30) */
    readonly med_list_codg?: string
    /** 开始日期 date 必填 */
    readonly begndate: string
    /** 结束日期 date 必填 */
    readonly enddate: string
    /** 批准文号 string(30) */
    readonly aprvno?: string
    /** 剂型 string(200) */
    readonly dosform?: string
    /** 除外内容 string(2000) */
    readonly exct_cont?: string
    /** 项目内涵 string(2000) */
    readonly item_cont?: string
    /** 计价单位 string(100) */
    readonly prcunt?: string
    /** 规格 string(200) */
    readonly spec?: string
    /** 包装规格 string(100) */
    readonly pacspec?: string
    /** 备注 string(500) */
    readonly memo?: string
  })[]
}

/** 3302 目录对照撤销 input */
export type Request3302 = {
  readonly data: readonly ({
    /** 定点医药机构编号 string(30) 必填 */
    readonly fixmedins_code: string
    /** 定点医药机构目录编号 string(30) 必填 */
    readonly fixmedins_hilist_id: string
    /** 目录类别 string(30) 代码 list_type 必填 */
    readonly list_type: string
    /** 医疗目录编码 string(30) 必填 */
    readonly med_list_codg: string
  })[]
}

/** 5201 就诊信息查询 input */
export type Request5201 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 开始时间 datetime 必填 */
    readonly begntime: string
    /** 结束时间 datetime 必填 */
    readonly endtime: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 就诊ID string(30) */
    readonly mdtrt_id?: string
  }
}

/** 5201 就诊信息查询 output */
export type Answer5201 = {
  readonly mdtrtinfo?: readonly ({
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) */
    readonly age?: WireValue
    /** 联系人姓名 string(50) */
    readonly coner_name?: WireValue
    /** 联系电话 string(50) */
    readonly tel?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 医疗救助对象标志 string(3) 代码 maf_psn_flag */
    readonly maf_psn_flag?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 灵活就业标志 string(3) 代码 flxempe_flag */
    readonly flxempe_flag?: WireValue
    /** 新生儿标志 string(3) 代码 nwb_flag */
    readonly nwb_flag?: WireValue
    /** 参保机构医保区划 string(6) */
    readonly insu_optins?: WireValue
    /** 单位名称 string(200) */
    readonly emp_name?: WireValue
    /** 开始时间 datetime 必填 */
    readonly begntime?: WireValue
    /** 结束时间 datetime 必填 */
    readonly endtime?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 跨年度住院标志 string(3) 代码 ars_year_ipt_flag */
    readonly ars_year_ipt_flag?: WireValue
    /** 先行支付标志 string(3) 代码 pre_pay_flag */
    readonly pre_pay_flag?: WireValue
    /** 住院/门诊号 string(30) */
    readonly ipt_otp_no?: WireValue
    /** 病历号 string(30) */
    readonly medrcdno?: WireValue
    /** 主治医生编码 string(30) */
    readonly atddr_no?: WireValue
    /** 主诊医师姓名 string(50) */
    readonly chfpdr_name?: WireValue
    /** 入院科室编码 string(30) */
    readonly adm_dept_codg?: WireValue
    /** 入院科室名称 string(100) */
    readonly adm_dept_name?: WireValue
    /** 入院床位 string(30) */
    readonly adm_bed?: WireValue
    /** 住院主诊断代码 string(20) */
    readonly dscg_maindiag_code?: WireValue
    /** 住院主诊断名称 string(300) */
    readonly dscg_maindiag_name?: WireValue
    /** 出院科室编码 string(30) */
    readonly dscg_dept_codg?: WireValue
    /** 出院科室名称 string(100) */
    readonly dscg_dept_name?: WireValue
    /** 出院床位 string(30) */
    readonly dscg_bed?: WireValue
    /** 离院方式 string(3) 代码 dscg_way */
    readonly dscg_way?: WireValue
    /** 主要病情描述 string(1000) */
    readonly main_cond_dscr?: WireValue
    /** 病种编码 string(30) */
    readonly dise_codg?: WireValue
    /** 病种名称 string(500) */
    readonly dise_name?: WireValue
    /** 手术操作代码 string(30) */
    readonly oprn_oprt_code?: WireValue
    /** 手术操作名称 string(500) */
    readonly oprn_oprt_name?: WireValue
    /** 门诊诊断信息 string(200) */
    readonly otp_diag_info?: WireValue
    /** 在院状态 string(3) 代码 inhosp_stas */
    readonly inhosp_stas?: WireValue
    /** 死亡日期 date */
    readonly die_date?: WireValue
    /** 住院天数 decimal(4,0) */
    readonly ipt_days?: WireValue
    /** 计划生育服务证号 string(50) */
    readonly fpsc_no?: WireValue
    /** 生育类别 string(6) 代码 matn_type */
    readonly matn_type?: WireValue
    /** 计划生育手术类别 string(6) 代码 birctrl_type */
    readonly birctrl_type?: WireValue
    /** 晚育标志 string(3) 代码 latechb_flag */
    readonly latechb_flag?: WireValue
    /** 孕周数 decimal(2) */
    readonly geso_val?: WireValue
    /** 次 decimal(3) */
    readonly fetts?: WireValue
    /** 胎儿数 decimal(3) */
    readonly fetus_cnt?: WireValue
    /** 早产标志 string(3) 代码 pret_flag */
    readonly pret_flag?: WireValue
    /** 计划生育手术或生育日期 date */
    readonly birctrl_matn_date?: WireValue
    /** 伴有并发症标志 string(3) 代码 cop_flag */
    readonly cop_flag?: WireValue
    /** 经办人ID string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 datetime */
    readonly opt_time?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 5202 诊断信息查询 input */
export type Request5202 = {
  readonly data: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id: string
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
  }
}

/** 5202 诊断信息查询 output */
export type Answer5202 = {
  readonly diseinfo?: readonly ({
    /** 诊断信息ID string(30) 必填 */
    readonly diag_info_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 出入院诊断类别 string(3) 代码 inout_diag_type 必填 */
    readonly inout_diag_type?: WireValue
    /** 诊断类别 string(3) 代码 diag_type 必填 */
    readonly diag_type?: WireValue
    /** 主诊断标志 string(3) 代码 maindiag_flag 必填 */
    readonly maindiag_flag?: WireValue
    /** 诊断排序号 decimal(2) 必填 */
    readonly diag_srt_no?: WireValue
    /** 诊断代码 string(20) 必填 */
    readonly diag_code?: WireValue
    /** 诊断名称 string(100) 必填 */
    readonly diag_name?: WireValue
    /** 入院病情 string(500) */
    readonly adm_cond?: WireValue
    /** 诊断科室 string(50) 必填 */
    readonly diag_dept?: WireValue
    /** 诊断医生编码 string(30) 必填 */
    readonly dise_dor_no?: WireValue
    /** 诊断医生姓名 string(50) 必填 */
    readonly dise_dor_name?: WireValue
    /** 诊断时间 datetime 必填 */
    readonly diag_time?: WireValue
    /** 经办人ID string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 datetime */
    readonly opt_time?: WireValue
  })[]
}

/** 5203 结算信息查询 input */
export type Request5203 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 结算ID string(30) 必填 */
    readonly setl_id: string
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id: string
  }
}

/** 5203 结算信息查询 output */
export type Answer5203 = {
  readonly setlinfo?: {
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 灵活就业标志 string(3) 代码 flxempe_flag */
    readonly flxempe_flag?: WireValue
    /** 新生儿标志 string(3) 代码 nwb_flag */
    readonly nwb_flag?: WireValue
    /** 参保机构医保区划 string(6) */
    readonly insu_optins?: WireValue
    /** 单位名称 string(200) */
    readonly emp_name?: WireValue
    /** 支付地点类别 string(6) 代码 pay_loc 必填 */
    readonly pay_loc?: WireValue
    /** 定点医药机构编号 string(12) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 医院等级 string(6) 代码 hosp_lv */
    readonly hosp_lv?: WireValue
    /** 定点归属机构 string(6) */
    readonly fixmedins_poolarea?: WireValue
    /** 限价医院等级 string(6) 代码 lmtpric_hosp_lv */
    readonly lmtpric_hosp_lv?: WireValue
    /** 起付线医院等级 string(6) 代码 dedc_hosp_lv */
    readonly dedc_hosp_lv?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date 必填 */
    readonly enddate?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) 必填 */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人支付金额 decimal(16,2) 必填 */
    readonly psn_pay?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 现金支付金额 decimal(16,2) 必填 */
    readonly cash_payamt?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 退费结算标志 string(3) 代码 refd_setl_flag 必填 */
    readonly refd_setl_flag?: WireValue
    /** 年度 string(4) 必填 */
    readonly year?: WireValue
    /** 病种编码 string(30) */
    readonly dise_codg?: WireValue
    /** 病种名称 string(500) */
    readonly dise_name?: WireValue
    /** 发票号 string(20) */
    readonly invono?: WireValue
    /** 经办人ID string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 datetime */
    readonly opt_time?: WireValue
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
}

/** 5204 费用明细查询 input */
export type Request5204 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 结算ID string(30) */
    readonly setl_id?: string
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id: string
  }
}

/** 5204 费用明细查询 output */
export type Answer5204 = readonly ({
  /** 就诊ID string(30) 必填 */
  readonly mdtrt_id?: WireValue
  /** 结算ID string(30) 必填 */
  readonly setl_id?: WireValue
  /** 费用明细流水号 string(30) 必填 */
  readonly feedetl_sn?: WireValue
  /** 处方/医嘱号 string(30) */
  readonly rx_drord_no?: WireValue
  /** 医疗类别 string(6) 代码 med_type 必填 */
  readonly med_type?: WireValue
  /** 费用发生时间 datetime 必填 */
  readonly fee_ocur_time?: WireValue
  /** 数量 decimal(16,4) 必填 */
  readonly cnt?: WireValue
  /** 单价 decimal(16,6) 必填 */
  readonly pric?: WireValue
  /** 单次剂量描述 string(200) */
  readonly sin_dos_dscr?: WireValue
  /** 使用频次描述 string(200) */
  readonly used_frqu_dscr?: WireValue
  /** 周期天数 decimal(4,2) */
  readonly prd_days?: WireValue
  /** 用药途径描述 string(200) */
  readonly medc_way_dscr?: WireValue
  /** 明细项目费用总额 decimal(16,2) 必填 */
  readonly det_item_fee_sumamt?: WireValue
  /** 定价上限金额 decimal(16,6) 必填 */
  readonly pric_uplmt_amt?: WireValue
  /** 自付比例 decimal(5,4) */
  readonly selfpay_prop?: WireValue
  /** 全自费金额 decimal(16,2) */
  readonly fulamt_ownpay_amt?: WireValue
  /** 超限价金额 decimal(16,2) */
  readonly overlmt_amt?: WireValue
  /** 先行自付金额 decimal(16,2) */
  readonly preselfpay_amt?: WireValue
  /** 符合政策范围金额 decimal(16,2) */
  readonly inscp_scp_amt?: WireValue
  /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
  readonly chrgitm_lv?: WireValue
  /** 医保目录编码 string(50) 必填 */
  readonly hilist_code?: WireValue
  /** 医保目录名称 string(200) 必填 */
  readonly hilist_name?: WireValue
  /** 目录类别 string(6) 代码 list_type 必填 */
  readonly list_type?: WireValue
  /** 医疗目录编码 string(50) 必填 */
  readonly med_list_codg?: WireValue
  /** 医药机构目录编码 string(150) 必填 */
  readonly medins_list_codg?: WireValue
  /** 医药机构目录名称 string(100) 必填 */
  readonly medins_list_name?: WireValue
  /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
  readonly med_chrgitm_type?: WireValue
  /** 商品名 string(200) */
  readonly prodname?: WireValue
  /** 规格 string(200) */
  readonly spec?: WireValue
  /** 剂型名称 string(200) 必填 */
  readonly dosform_name?: WireValue
  /** 开单科室编码 string(30) */
  readonly bilg_dept_codg?: WireValue
  /** 开单科室名称 string(100) */
  readonly bilg_dept_name?: WireValue
  /** 开单医生编码 string(30) */
  readonly bilg_dr_codg?: WireValue
  /** 开单医师姓名 string(50) */
  readonly bilg_dr_name?: WireValue
  /** 受单科室编码 string(30) */
  readonly acord_dept_codg?: WireValue
  /** 受单科室名称 string(100) */
  readonly acord_dept_name?: WireValue
  /** 受单医生编码 string(30) */
  readonly orders_dr_code?: WireValue
  /** 受单医生姓名 string(50) */
  readonly orders_dr_name?: WireValue
  /** 限制使用标志 string(3) 代码 lmt_used_flag */
  readonly lmt_used_flag?: WireValue
  /** 医院制剂标志 string(3) 代码 hosp_prep_flag */
  readonly hosp_prep_flag?: WireValue
  /** 医院审批标志 string(3) 代码 hosp_appr_flag */
  readonly hosp_appr_flag?: WireValue
  /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
  readonly tcmdrug_used_way?: WireValue
  /** 生产地类别 string(6) 代码 prodplac_type */
  readonly prodplac_type?: WireValue
  /** 基本药物标志 string(3) 代码 bas_medn_flag */
  readonly bas_medn_flag?: WireValue
  /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
  readonly hi_nego_drug_flag?: WireValue
  /** 儿童用药标志 string(3) 代码 chld_medc_flag */
  readonly chld_medc_flag?: WireValue
  /** 外检标志 string(3) 代码 etip_flag */
  readonly etip_flag?: WireValue
  /** 外检医院编码 string(30) */
  readonly etip_hosp_code?: WireValue
  /** 出院带药标志 string(3) 代码 dscg_tkdrug_flag */
  readonly dscg_tkdrug_flag?: WireValue
  /** 目录特项标志 string(3) 代码 list_sp_item_flag */
  readonly list_sp_item_flag?: WireValue
  /** 生育费用标志 string(6) 代码 matn_fee_flag */
  readonly matn_fee_flag?: WireValue
  /** 直报标志 string(3) 代码 drt_reim_flag */
  readonly drt_reim_flag?: WireValue
  /** 备注 string(500) */
  readonly memo?: WireValue
  /** 经办人ID string(20) */
  readonly opter_id?: WireValue
  /** 经办人姓名 string(50) */
  readonly opter_name?: WireValue
  /** 经办时间 datetime */
  readonly opt_time?: WireValue
})[]

/** 5205 人员慢特病用药记录查询 input */
export type Request5205 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 开始时间 datetime 必填 */
    readonly begntime: string
    /** 结束时间 datetime */
    readonly endtime?: string
  }
}

/** 5205 人员慢特病用药记录查询 output */
export type Answer5205 = {
  readonly feedetail?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 处方/医嘱号 string(30) */
    readonly rx_drord_no?: WireValue
    /** 定点医药机构编号 string(12) */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** {get;set;}//人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv */
    readonly chrgitm_lv?: WireValue
    /** 医保目录编码 string(50) 必填 */
    readonly hilist_code?: WireValue
    /** 医保目录名称 string(200) 必填 */
    readonly hilist_name?: WireValue
    /** 目录类别 string(6) 代码 list_type 必填 */
    readonly list_type?: WireValue
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg?: WireValue
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg?: WireValue
    /** 医药机构目录名称 string(100) 必填 */
    readonly medins_list_name?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 商品名 string(200) */
    readonly prodname?: WireValue
    /** 规格 string(200) 必填 */
    readonly spec?: WireValue
    /** 剂型名称 string(200) */
    readonly dosform_name?: WireValue
    /** 限制使用标志 string(3) 代码 lmt_used_flag */
    readonly lmt_used_flag?: WireValue
    /** 医院制剂标志 string(3) 代码 hosp_prep_flag */
    readonly hosp_prep_flag?: WireValue
    /** 医院审批标志 string(3) 代码 hosp_appr_flag */
    readonly hosp_appr_flag?: WireValue
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: WireValue
    /** 生产地类别 string(6) 代码 prodplac_type */
    readonly prodplac_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 外检标志 string(3) 代码 etip_flag */
    readonly etip_flag?: WireValue
    /** 外检医院编码 string(30) */
    readonly etip_hosp_code?: WireValue
    /** 出院带药标志 string(3) 代码 dscg_tkdrug_flag */
    readonly dscg_tkdrug_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 生育费用标志 string(6) 代码 matn_fee_flag */
    readonly matn_fee_flag?: WireValue
  })[]
}

/** 5206 人员累计信息查询 input */
export type Request5206 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 累计年月 string(6) */
    readonly cum_ym?: string
  }
}

/** 5206 人员累计信息查询 output */
export type Answer5206 = {
  readonly cuminfo?: readonly ({
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 年度 string(4) 必填 */
    readonly year?: WireValue
    /** 累计年月 string(6) 必填 */
    readonly cum_ym?: WireValue
    /** 累计类别代码 string(10) 必填 */
    readonly cum_type_code?: WireValue
    /** 累计值 decimal(16,2) 必填 */
    readonly cum?: WireValue
  })[]
}

/** 5301 人员慢特病备案查询 input */
export type Request5301 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
  }
}

/** 5301 人员慢特病备案查询 output */
export type Answer5301 = {
  readonly feedetail?: readonly ({
    /** 门慢门特病种目录代码 string(30) 必填 */
    readonly opsp_dise_code?: WireValue
    /** 门慢门特病种名称 string(300) 必填 */
    readonly opsp_dise_name?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
  })[]
}

/** 5302 人员定点信息查询 input */
export type Request5302 = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 业务申请类型 string(3) 代码 biz_appy_type */
    readonly biz_appy_type?: string
  }
}

/** 5302 人员定点信息查询 output */
export type Answer5302 = {
  readonly psnfixmedin?: readonly ({
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 险种类型 string(6) 代码 insutype */
    readonly insutype?: WireValue
    /** 定点排序号 string(3) 必填 */
    readonly fix_srt_no?: WireValue
    /** 定点医药机构编号 string(12) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date */
    readonly enddate?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 9001 签到 input */
export type Request9001 = {
  readonly signIn: {
    /** 操作员编号 string(20) 必填 */
    readonly opter_no: string
    /** 签到MAC地址 string(20) */
    readonly mac?: string
    /** 签到IP地址 string(20) 必填 */
    readonly ip: string
  }
}

/** 9001 签到 output */
export type Answer9001 = {
  readonly signinoutb?: {
    /** 签到时间 datetime 必填 */
    readonly sign_time?: WireValue
    /** 签到编号 string(30) 必填 */
    readonly sign_no?: WireValue
  }
}

/** 9002 签退 input */
export type Request9002 = {
  readonly signOut: {
    /** 签到编号 string(30) */
    readonly sign_no?: string
    /** 操作员编号 string(20) 必填 */
    readonly opter_no: string
  }
}

/** 9002 签退 output */
export type Answer9002 = {
  readonly signoutoutb?: {
    /** 签退时间 datetime 必填 */
    readonly sign_time?: WireValue
  }
}

/** 9101 文件上传 input */
export type Request9101 = {
  readonly fsUploadIn: {
    /** 文件数据 bytes 必填 */
    readonly in: string
    /** 文件名 string(200) 必填 */
    readonly filename: string
    /** 医药机构编号 string(30) 必填 */
    readonly fixmedins_code: string
  }
}

/** 9101 文件上传 output */
export type Answer9101 = {
  /** 文件查询号 string(30) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(200) 必填 */
  readonly filename?: WireValue
  /** 医药机构编号 string(30) */
  readonly fixmedins_code?: WireValue
  /** 截止时间 string(30) */
  readonly dld_endtime?: WireValue
}

/** 9102 文件下载 input */
export type Request9102 = {
  readonly fsDownloadIn: {
    /** 文件查询号 string(30) 必填 */
    readonly file_qury_no: string
    /** 文件名 string(200) 必填 */
    readonly filename: string
    /** 医药机构编号 string(30) 必填 */
    readonly fixmedins_code: string
  }
}

/** 1306A 27位医用耗材目录下载 input */
export type Request1306A = {
  readonly data: {
    /** 版本号 string(20) 必填 */
    readonly ver: string
  }
}

/** 1306A 27位医用耗材目录下载 output */
export type Answer1306A = {
  /** 文件查询号 string(40) 必填 */
  readonly file_qury_no?: WireValue
  /** 文件名 string(100) 必填 */
  readonly filename?: WireValue
  /** 下载截止日期 date 必填 */
  readonly dld_endtime?: WireValue
  /** 数据量 int */
  readonly data_cnt?: WireValue
}

/** 2101A 药店预结算A input */
export type Request2101A = {
  readonly druginfo: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 开始时间 datetime */
    readonly begntime?: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 个人账户使用标志 string(1) 代码 acct_used_flag 必填 */
    readonly acct_used_flag: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: string
    /** 超限价自费费用 decimal(16,2) */
    readonly overlmt_selfpay?: string
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: string
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
  }
  readonly drugdetail: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn: string
    /** 处方号 string(30) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag 必填 */
    readonly rx_circ_flag: string
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time: string
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg: string
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 单次剂量描述 string(200) */
    readonly sin_dos_dscr?: string
    /** 使用频次描述 string(200) */
    readonly used_frqu_dscr?: string
    /** 周期天数 decimal(4,2) */
    readonly prd_days?: string
    /** 用药途径描述 string(200) */
    readonly medc_way_dscr?: string
    /** 开单医生编码 string(30) */
    readonly bilg_dr_codg?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: string
  })[]
}

/** 2101A 药店预结算A output */
export type Answer2101A = {
  readonly setlinfo?: {
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
  readonly detlcutinfo?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 定价上限金额 decimal(16,6) 必填 */
    readonly pric_uplmt_amt?: WireValue
    /** 自付比例 decimal(5,4) */
    readonly selfpay_prop?: WireValue
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价金额 decimal(16,2) */
    readonly overlmt_amt?: WireValue
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 直报标志 string(3) 代码 drt_reim_flag */
    readonly drt_reim_flag?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 2102A 药店结算A input */
export type Request2102A = {
  readonly druginfo: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 开始时间 datetime */
    readonly begntime?: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 发票号 string(20) */
    readonly invono?: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 个人账户使用标志 string(1) 代码 acct_used_flag 必填 */
    readonly acct_used_flag: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: string
    /** 超限价自费费用 decimal(16,2) */
    readonly overlmt_selfpay?: string
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: string
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    /** 本次结算应上传最小包装药品追溯码数量 decimal(8) */
    readonly minpacunt_drug_trac_cnt?: string
    /** 本次结算应上传耗材追溯码数量 decimal(8) */
    readonly mcs_trac_cnt?: string
  }
  readonly drugdetail: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn: string
    /** 处方号 string(30) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag 必填 */
    readonly rx_circ_flag: string
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time: string
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg: string
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 单次剂量描述 string(200) */
    readonly sin_dos_dscr?: string
    /** 使用频次描述 string(200) */
    readonly used_frqu_dscr?: string
    /** 周期天数 decimal(4,2) */
    readonly prd_days?: string
    /** 用药途径描述 string(200) */
    readonly medc_way_dscr?: string
    /** 开单医生编码 string(30) */
    readonly bilg_dr_codg?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    readonly drug_trac_info?: readonly ({
      /** 费用明细流水号 string(30) 必填 */
      readonly feedetl_sn: string
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
      /** 拆零标志 string(3) 代码 trdn_flag 必填 */
      readonly trdn_flag: string
    })[]
  })[]
}

/** 2102A 药店结算A output */
export type Answer2102A = {
  readonly setlinfo?: {
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) 必填 */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
    /** 医院负担金额 decimal(16,2) */
    readonly hosp_part_amt?: WireValue
    /** 伤残人员医疗保障基金支出 decimal(16,2) 必填 */
    readonly hifdm_pay?: WireValue
    readonly exp_content?: string | {
      /** 医保钱包支付 string(16,2) 必填 */
      readonly wlt_acct_pay?: WireValue
    }
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
  readonly detlcutinfo?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 定价上限金额 decimal(16,6) 必填 */
    readonly pric_uplmt_amt?: WireValue
    /** 自付比例 decimal(5,4) */
    readonly selfpay_prop?: WireValue
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价金额 decimal(16,2) */
    readonly overlmt_amt?: WireValue
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 直报标志 string(3) 代码 drt_reim_flag */
    readonly drt_reim_flag?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 2102B 药店结算B input */
export type Request2102B = {
  readonly druginfo: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type 必填 */
    readonly mdtrt_cert_type: string
    /** 就诊凭证编号 string(50) 必填 */
    readonly mdtrt_cert_no: string
    /** 开始时间 datetime */
    readonly begntime?: string
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt: string
    /** 发票号 string(20) */
    readonly invono?: string
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype: string
    /** 病种编码 string(30) */
    readonly dise_codg?: string
    /** 病种名称 string(500) */
    readonly dise_name?: string
    /** 个人账户使用标志 string(1) 代码 acct_used_flag 必填 */
    readonly acct_used_flag: string
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type: string
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: string
    /** 超限价自费费用 decimal(16,2) */
    readonly overlmt_selfpay?: string
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: string
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    /** 本次结算应上传最小包装药品追溯码数量 decimal(8) */
    readonly minpacunt_drug_trac_cnt?: string
    /** 本次结算应上传耗材追溯码数量 decimal(8) */
    readonly mcs_trac_cnt?: string
  }
  readonly drugdetail: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn: string
    /** 处方号 string(30) */
    readonly rxno?: string
    /** 外购处方标志 string(3) 代码 rx_circ_flag 必填 */
    readonly rx_circ_flag: string
    /** 费用发生时间 datetime 必填 */
    readonly fee_ocur_time: string
    /** 医疗目录编码 string(50) 必填 */
    readonly med_list_codg: string
    /** 医药机构目录编码 string(150) 必填 */
    readonly medins_list_codg: string
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt: string
    /** 数量 decimal(16,4) 必填 */
    readonly cnt: string
    /** 单价 decimal(16,6) 必填 */
    readonly pric: string
    /** 单次剂量描述 string(200) */
    readonly sin_dos_dscr?: string
    /** 使用频次描述 string(200) */
    readonly used_frqu_dscr?: string
    /** 周期天数 decimal(4,2) */
    readonly prd_days?: string
    /** 用药途径描述 string(200) */
    readonly medc_way_dscr?: string
    /** 开单医生编码 string(30) */
    readonly bilg_dr_codg?: string
    /** 开单医师姓名 string(50) */
    readonly bilg_dr_name?: string
    /** 中药使用方式 string(6) 代码 tcmdrug_used_way */
    readonly tcmdrug_used_way?: string
    /** 字段扩展 string(4000) */
    readonly exp_content?: string
    readonly drug_trac_info?: readonly ({
      /** 费用明细流水号 string(30) 必填 */
      readonly feedetl_sn: string
      /** 药品追溯码 string(100) 必填 */
      readonly drug_trac_codg: string
      /** 拆零标志 string(3) 代码 trdn_flag 必填 */
      readonly trdn_flag: string
      /** 最小计价单位类型 string(6) 代码 min_prcunt_type 必填 */
      readonly min_prcunt_type: string
    })[]
  })[]
}

/** 2102B 药店结算B output */
export type Answer2102B = {
  readonly setlinfo?: {
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) 必填 */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人负担总金额 decimal(16,2) 必填 */
    readonly psn_part_amt?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 个人现金支出 decimal(16,2) 必填 */
    readonly psn_cash_pay?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
    /** 医院负担金额 decimal(16,2) */
    readonly hosp_part_amt?: WireValue
    /** 伤残人员医疗保障基金支出 decimal(16,2) 必填 */
    readonly hifdm_pay?: WireValue
    readonly exp_content?: string | {
      /** 医保钱包支付 string(16,2) 必填 */
      readonly wlt_acct_pay?: WireValue
    }
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
  readonly detlcutinfo?: readonly ({
    /** 费用明细流水号 string(30) 必填 */
    readonly feedetl_sn?: WireValue
    /** 明细项目费用总额 decimal(16,2) 必填 */
    readonly det_item_fee_sumamt?: WireValue
    /** 数量 decimal(16,4) 必填 */
    readonly cnt?: WireValue
    /** 单价 decimal(16,6) 必填 */
    readonly pric?: WireValue
    /** 定价上限金额 decimal(16,6) 必填 */
    readonly pric_uplmt_amt?: WireValue
    /** 自付比例 decimal(5,4) */
    readonly selfpay_prop?: WireValue
    /** 全自费金额 decimal(16,2) */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价金额 decimal(16,2) */
    readonly overlmt_amt?: WireValue
    /** 先行自付金额 decimal(16,2) */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) */
    readonly inscp_scp_amt?: WireValue
    /** 收费项目等级 string(3) 代码 chrgitm_lv 必填 */
    readonly chrgitm_lv?: WireValue
    /** 医疗收费项目类别 string(6) 代码 med_chrgitm_type 必填 */
    readonly med_chrgitm_type?: WireValue
    /** 基本药物标志 string(3) 代码 bas_medn_flag */
    readonly bas_medn_flag?: WireValue
    /** 医保谈判药品标志 string(3) 代码 hi_nego_drug_flag */
    readonly hi_nego_drug_flag?: WireValue
    /** 儿童用药标志 string(3) 代码 chld_medc_flag */
    readonly chld_medc_flag?: WireValue
    /** 目录特项标志 string(3) 代码 list_sp_item_flag */
    readonly list_sp_item_flag?: WireValue
    /** 直报标志 string(3) 代码 drt_reim_flag */
    readonly drt_reim_flag?: WireValue
    /** 备注 string(500) */
    readonly memo?: WireValue
  })[]
}

/** 5203A 结算信息查询A input */
export type Request5203A = {
  readonly data: {
    /** 人员编号 string(30) 必填 */
    readonly psn_no: string
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id: string
  }
}

/** 5203A 结算信息查询A output */
export type Answer5203A = {
  readonly setlinfo?: {
    /** 结算ID string(30) 必填 */
    readonly setl_id?: WireValue
    /** 就诊ID string(30) 必填 */
    readonly mdtrt_id?: WireValue
    /** 人员编号 string(30) 必填 */
    readonly psn_no?: WireValue
    /** 人员姓名 string(50) 必填 */
    readonly psn_name?: WireValue
    /** 人员证件类型 string(6) 代码 psn_cert_type 必填 */
    readonly psn_cert_type?: WireValue
    /** 证件号码 string(50) 必填 */
    readonly certno?: WireValue
    /** 性别 string(6) 代码 gend 必填 */
    readonly gend?: WireValue
    /** 民族 string(3) 代码 naty */
    readonly naty?: WireValue
    /** 出生日期 date */
    readonly brdy?: WireValue
    /** 年龄 decimal(4,1) */
    readonly age?: WireValue
    /** 险种类型 string(6) 代码 insutype 必填 */
    readonly insutype?: WireValue
    /** 人员类别 string(6) 代码 psn_type 必填 */
    readonly psn_type?: WireValue
    /** 公务员标志 string(3) 代码 cvlserv_flag 必填 */
    readonly cvlserv_flag?: WireValue
    /** 灵活就业标志 string(3) 代码 flxempe_flag */
    readonly flxempe_flag?: WireValue
    /** 新生儿标志 string(3) 代码 nwb_flag */
    readonly nwb_flag?: WireValue
    /** 参保机构医保区划 string(6) */
    readonly insu_optins?: WireValue
    /** 单位名称 string(200) */
    readonly emp_name?: WireValue
    /** 支付地点类别 string(6) 代码 pay_loc 必填 */
    readonly pay_loc?: WireValue
    /** 定点医药机构编号 string(12) 必填 */
    readonly fixmedins_code?: WireValue
    /** 定点医药机构名称 string(200) 必填 */
    readonly fixmedins_name?: WireValue
    /** 医院等级 string(6) 代码 hosp_lv */
    readonly hosp_lv?: WireValue
    /** 定点归属机构 string(6) */
    readonly fixmedins_poolarea?: WireValue
    /** 限价医院等级 string(6) 代码 lmtpric_hosp_lv */
    readonly lmtpric_hosp_lv?: WireValue
    /** 起付线医院等级 string(6) 代码 dedc_hosp_lv */
    readonly dedc_hosp_lv?: WireValue
    /** 开始日期 date 必填 */
    readonly begndate?: WireValue
    /** 结束日期 date 必填 */
    readonly enddate?: WireValue
    /** 结算时间 datetime 必填 */
    readonly setl_time?: WireValue
    /** 就诊凭证类型 string(3) 代码 mdtrt_cert_type */
    readonly mdtrt_cert_type?: WireValue
    /** 医疗类别 string(6) 代码 med_type 必填 */
    readonly med_type?: WireValue
    /** 清算类别 string(6) 代码 clr_type 必填 */
    readonly clr_type?: WireValue
    /** 清算方式 string(6) 代码 clr_way */
    readonly clr_way?: WireValue
    /** 清算经办机构 string(6) */
    readonly clr_optins?: WireValue
    /** 医疗费总额 decimal(16,2) 必填 */
    readonly medfee_sumamt?: WireValue
    /** 全自费金额 decimal(16,2) 必填 */
    readonly fulamt_ownpay_amt?: WireValue
    /** 超限价自费费用 decimal(16,2) 必填 */
    readonly overlmt_selfpay?: WireValue
    /** 先行自付金额 decimal(16,2) 必填 */
    readonly preselfpay_amt?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 实际支付起付线 decimal(16,2) 必填 */
    readonly act_pay_dedc?: WireValue
    /** 基本医疗保险统筹基金支出 decimal(16,2) 必填 */
    readonly hifp_pay?: WireValue
    /** 基本医疗保险统筹基金支付比例 decimal(5,4) 必填 */
    readonly pool_prop_selfpay?: WireValue
    /** 公务员医疗补助资金支出 decimal(16,2) 必填 */
    readonly cvlserv_pay?: WireValue
    /** 企业补充医疗保险基金支出 decimal(16,2) 必填 */
    readonly hifes_pay?: WireValue
    /** 居民大病保险资金支出 decimal(16,2) 必填 */
    readonly hifmi_pay?: WireValue
    /** 职工大额医疗费用补助基金支出 decimal(16,2) 必填 */
    readonly hifob_pay?: WireValue
    /** 医疗救助基金支出 decimal(16,2) 必填 */
    readonly maf_pay?: WireValue
    /** 其他支出 decimal(16,2) 必填 */
    readonly oth_pay?: WireValue
    /** 基金支付总额 decimal(16,2) 必填 */
    readonly fund_pay_sumamt?: WireValue
    /** 个人支付金额 decimal(16,2) 必填 */
    readonly psn_pay?: WireValue
    /** 个人账户支出 decimal(16,2) 必填 */
    readonly acct_pay?: WireValue
    /** 现金支付金额 decimal(16,2) 必填 */
    readonly cash_payamt?: WireValue
    /** 余额 decimal(16,2) 必填 */
    readonly balc?: WireValue
    /** 个人账户共济支付金额 decimal(16,2) 必填 */
    readonly acct_mulaid_pay?: WireValue
    /** 医药机构结算ID string(30) 必填 */
    readonly medins_setl_id?: WireValue
    /** 退费结算标志 string(3) 代码 refd_setl_flag 必填 */
    readonly refd_setl_flag?: WireValue
    /** 年度 string(4) 必填 */
    readonly year?: WireValue
    /** 病种编码 string(30) */
    readonly dise_codg?: WireValue
    /** 病种名称 string(500) */
    readonly dise_name?: WireValue
    /** 发票号 string(20) */
    readonly invono?: WireValue
    /** 经办人ID string(20) */
    readonly opter_id?: WireValue
    /** 经办人姓名 string(50) */
    readonly opter_name?: WireValue
    /** 经办时间 datetime */
    readonly opt_time?: WireValue
  }
  readonly setldetail?: readonly ({
    /** 基金支付类型 string(6) 代码 fund_pay_type 必填 */
    readonly fund_pay_type?: WireValue
    /** 符合政策范围金额 decimal(16,2) 必填 */
    readonly inscp_scp_amt?: WireValue
    /** 本次可支付限额金额 decimal(16,2) 必填 */
    readonly crt_payb_lmt_amt?: WireValue
    /** 基金支付金额 decimal(16,2) 必填 */
    readonly fund_payamt?: WireValue
    /** 基金支付类型名称 string(200) */
    readonly fund_pay_type_name?: WireValue
    /** 结算过程信息 string(4000) */
    readonly setl_proc_info?: WireValue
  })[]
}
