import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', '**/testing/**', '**/test-support/**']
/** Files whose tool reads a default export. */
const TOOL_FILES = [
  '*.config.ts',
  '*.config.js',
  '.*.mjs',
  'e2e/playwright.config.ts',
  'e2e/fixtures/build-once.ts',
  'build/packaging/**',
]

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export has no name to search for.',
}
const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of literals; Node runs the files as they are.',
}
const noNationalHash = {
  selector:
    'CallExpression[callee.name=/^create(Hash|Hmac|Cipheriv|Decipheriv)$/] > Literal[value=/sm[34]/i]',
  message: "Electron's crypto has no SM3 and SM4; a test under Node would not notice.",
}
const noRawIpc = {
  selector: 'ImportSpecifier[imported.name=/^(ipcRenderer|ipcMain)$/]',
  message: 'Only electron/ talks over IPC; use the contract.',
}
const noClock = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now'], MemberExpression[object.name='Math'][property.name='random']",
  message: 'core has no clock and no randomness: take them as arguments.',
}
const noFocusedTest = {
  selector:
    'CallExpression > MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fixme)$/]',
  message: 'A test that does not run proves nothing.',
}
const noFocusedScreenTest = {
  selector:
    'CallExpression > MemberExpression[object.name=/^(test|describe)$/][property.name=/^(only|fixme)$/]',
  message: 'A test that does not run proves nothing.',
}
const noSkipWithoutReason = {
  selector: "CallExpression[callee.object.name='test'][callee.property.name='skip'][arguments.length<2]",
  message: 'Say why the test is skipped.',
}
const noFixedSleep = {
  selector: "CallExpression[callee.property.name='waitForTimeout']",
  message: 'Wait for a condition, not for time.',
}
const CHINESE = '/[\\u4e00-\\u9fff]/'
const noChinese = ['JSXText', 'Literal'].map((node) => ({
  selector: `${node}[value=${CHINESE}]`,
  message: 'Texts of the screens live in renderer/text/.',
}))
const noChineseTemplate = {
  selector: `TemplateElement[value.raw=${CHINESE}]`,
  message: 'Texts of the screens live in renderer/text/.',
}

const everywhere = [noDefaultExport, noEnum, noNationalHash, noRawIpc]

/**
 * @param {...object} rules
 * @returns {{ 'no-restricted-syntax': ['error', ...object[]] }}
 */
const restricted = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] })

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.cache/', '.data/', 'node_modules/', '**/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...restricted(...everywhere),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-constant-condition': 'error',
      'no-unreachable': 'error',
      'no-useless-catch': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 20, variant: 'modified' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // branded numbers are numbers
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // a handler may be async because its signature is
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: [
      'core/**',
      'db/**',
      'line/**',
      'insurance/**',
      'acquirer/**',
      'native-bridge/**',
      'engine/**',
      'renderer/**',
      'electron/**',
    ],
    ignores: TESTS,
    rules: { 'no-console': 'error' },
  },
  { files: ['core/**'], ignores: TESTS, rules: restricted(...everywhere, noClock) },
  { files: ['electron/**'], rules: restricted(noDefaultExport, noEnum, noNationalHash) },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: {
      // JSON.parse and the tools' own untyped plug-ins give `any` where no cast can be written
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    rules: {
      ...restricted(...everywhere, ...noChinese, noChineseTemplate),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  { files: ['renderer/text/**'], rules: restricted(...everywhere) },
  {
    files: TESTS,
    rules: {
      // tests plant bad input and use Node's own SM3 and SM4 as the oracle
      ...restricted(noDefaultExport, noEnum, noFocusedTest),
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['e2e/**/*.ts'],
    rules: restricted(noDefaultExport, noEnum, noFocusedScreenTest, noSkipWithoutReason, noFixedSleep),
  },
  { files: TOOL_FILES, rules: restricted(noEnum, noNationalHash, noRawIpc) },
)
