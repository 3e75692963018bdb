import { beforeAll, describe, expect, it } from 'vitest'
import { DRUG_NAME_INITIALS } from './drug-names.ts'
import { bareName, loadSpeller, SPELLINGS_MAXIMUM, type Speller } from './initials.ts'

let spell: Speller
beforeAll(async () => {
  spell = await loadSpeller()
})

describe('initials of drug names', () => {
  it.each([
    ['参苓白术散', 'slbzs'],
    ['重楼', 'cl'],
    ['阿胶', 'ej'],
    ['复方阿胶浆', 'ffejj'],
    ['藏红花', 'zhh'],
    ['厚朴温中丸', 'hpwzw'],
    ['单硝酸异山梨酯缓释片', 'dxsyslzhsp'],
    ['重组人胰岛素注射液', 'czrydszsy'],
    ['维生素C片', 'wsscp'],
    ['维生素B12片', 'wssb12p'],
    ['999感冒灵颗粒', '999gmlkl'],
    ['５－氟尿嘧啶', '5fnmd'],
    ['α-硫辛酸胶囊', 'lxsjn'],
  ])('%s is found as %s first', (name, initials) => {
    expect(spell(name)[0]).toBe(initials)
  })

  it.each([
    ['参苓白术散', 'clbzs'],
    ['重楼', 'zl'],
    ['阿胶', 'aj'],
  ])('%s is found under the dictionary’s reading %s as well', (name, initials) => {
    expect(spell(name)).toContain(initials)
  })

  it('takes pack sizes and what stands in brackets off', () => {
    for (const name of [
      '阿莫西林胶囊(0.25g*24粒)',
      '阿莫西林胶囊（0.25g×24粒/盒）',
      '阿莫西林胶囊 0.25g*24粒',
      '阿莫西林胶囊【某某牌】',
      '阿莫西林胶囊0.25g',
    ]) {
      expect(spell(name)[0], name).toBe('amxljn')
    }
  })

  it('finds a leading bracket with and without', () => {
    expect(spell('(复方)甘草片')).toEqual(expect.arrayContaining(['gcp', 'ffgcp']))
  })

  it('keeps a name that is nothing but a pack size', () => {
    expect(bareName('(0.25g)')).toBe('(0.25g)')
    expect(spell('(0.25g)')[0]).toBe('025g')
  })

  it('gives nothing for a name without letters or characters', () => {
    expect(spell('—·—')).toEqual([])
  })

  it('keeps the number of spellings small, without repeating one', () => {
    const all = spell('重重参参术术阿阿单单')
    expect(all.length).toBe(SPELLINGS_MAXIMUM)
    expect(new Set(all).size).toBe(all.length)
  })

  it('has one letter for each character of a drug word', () => {
    for (const [word, initials] of Object.entries(DRUG_NAME_INITIALS)) {
      expect([...word].length, word).toBe(initials.length)
      expect(spell(word)[0], word).toBe(initials)
    }
  })
})
