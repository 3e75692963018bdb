import { theme, type ThemeConfig } from 'antd'

/** The one font of the till: whatever Chinese sans the system has. */
const FONT_FAMILY =
  '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif'

/** Flat and dense: no shadows, no motion, small corners; colours that mean something. The same values stand in base.css. */
export const TILL_THEME: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    fontFamily: FONT_FAMILY,
    fontSize: 14,
    borderRadius: 2,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: 'none',
    boxShadowTertiary: 'none',
    colorPrimary: '#1d5fb8',
    colorSuccess: '#1a7a3a',
    colorWarning: '#b36200',
    colorError: '#bf2318',
    colorText: '#1b1f24',
    colorTextSecondary: '#57606a',
    colorBorder: '#c3c9d0',
    colorBorderSecondary: '#dde1e6',
    colorBgLayout: '#e8ebee',
    controlOutlineWidth: 2,
  },
  components: {
    Table: { headerBg: '#f2f4f6', headerBorderRadius: 0, cellPaddingBlockSM: 5, cellPaddingInlineSM: 8 },
    Input: { activeShadow: 'none', errorActiveShadow: 'none' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
