import { describe, expect, it } from 'vitest';
import { bureauFolder } from '../../src/intake/place.ts';
import { bureausSchema } from '../../src/model/bureau.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { site as alone } from '../formats/reply.ts';

const { bureaus } = bureausSchema(USUAL_LANGUAGES).parse({
  bureaus: [
    {
      id: 'water',
      names: [
        { zh: alone.issuer.zh, from: 2019 },
        { zh: '青溪县水利局', to: 2018 },
      ],
    },
    { id: 'canals', names: [{ zh: '青溪县渠道管理处' }], parent: 'water' },
    { id: 'old', names: [{ zh: '青溪县规划局', to: 2010 }] },
    { id: 'new', names: [{ zh: '青溪县规划局', from: 2011 }] },
  ],
});
const county = { ...alone, bureaus };

describe('the folder of a new reply', () => {
  it.each([
    ['the host’s own stands with the others', county, alone.issuer.zh, '2024-05-06', ''],
    ['and under the host’s former name', county, '青溪县水利局', '2015-05-06', ''],
    ['another bureau’s in its folder', county, '青溪县渠道管理处', '2024-05-06', 'canals/'],
    ['that of the bureau which bore the name then', county, '青溪县规划局', '2009-05-06', 'old/'],
    ['… and of the one that took it over', county, '青溪县规划局', '2024-05-06', 'new/'],
    ['a stranger’s with the others, for the check to ask about', county, '别的县水务局', '2024-05-06', ''],
    ['without a record of bureaus there are no folders', alone, '青溪县渠道管理处', '2024-05-06', ''],
  ])('%s', (_name, site, issuer, day, folder) => {
    expect(bureauFolder(site, issuer, day)).toBe(folder);
  });
});
