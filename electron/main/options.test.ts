import { describe, expect, it } from 'vitest'
import { engineCommand, readGivenOptions } from './options.ts'

const shell = { dataDir: '/shop', appFolder: '/app', isPackaged: false }

describe('options of the shell', () => {
  it('takes the command line before the environment', () => {
    const given = readGivenOptions(
      ['electron', '--no-sandbox', '.', '--', '--data', '/a', '--config', '/b.json'],
      {
        TILL_DATA: '/c',
        TILL_CONFIG: '/d.json',
      },
    )
    expect(given).toEqual({
      dataDir: '/a',
      configFile: '/b.json',
      engineNode: undefined,
      customerDisplay: 'auto',
    })
  })

  it('takes the environment where the command line says nothing, and empty text for nothing', () => {
    const given = readGivenOptions(['electron', '.', '--data'], { TILL_DATA: '/c', TILL_ENGINE_NODE: '' })
    expect(given).toEqual({
      dataDir: '/c',
      configFile: undefined,
      engineNode: undefined,
      customerDisplay: 'auto',
    })
  })

  it('opens the customer’s page as it is told, by itself when it is told nothing it knows', () => {
    expect(readGivenOptions(['--customer-display', 'off'], {}).customerDisplay).toBe('off')
    expect(readGivenOptions([], { TILL_CUSTOMER_DISPLAY: 'window' }).customerDisplay).toBe('window')
    expect(readGivenOptions(['--customer-display', 'maybe'], {}).customerDisplay).toBe('auto')
  })

  it('does not take a flag for a folder', () => {
    expect(readGivenOptions(['electron', '.', '--data', '--config'], {}).dataDir).toBeUndefined()
  })

  it('runs the built engine in the utility process', () => {
    const command = engineCommand(readGivenOptions([], {}), shell)
    expect(command).toEqual({
      entry: '/app/out/engine/main.js',
      args: ['--data', '/shop', '--config', '/shop/config.json', '--transport', 'port'],
    })
  })

  it('runs the sources on the Node that is named, but never in the packaged product', () => {
    const given = readGivenOptions([], { TILL_ENGINE_NODE: '/node' })
    const command = engineCommand(given, shell)
    expect(command.entry).toBe('/app/out/main/engine-bridge.js')
    expect(command.args.slice(0, 4)).toEqual(['/node', '/app/engine/main.ts', '--data', '/shop'])
    expect(engineCommand(given, { ...shell, isPackaged: true }).entry).toBe('/app/out/engine/main.js')
  })
})
