import { z } from 'zod';
import { byCodeUnit } from '../model/order.ts';

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/**
 * The bill of materials of the program that built a release, CycloneDX 1.6, from package-lock.json: what was needed to
 * build it, each library with its hash and licence. The same lockfile gives the same bytes: no time, no serial number.
 */
export function billOfMaterials(lockfile: string): string {
  const { name, version, packages } = lockSchema.parse(JSON.parse(lockfile));
  const components = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version: own = '', integrity, license, optional }]) => {
      const library = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        type: 'library',
        'bom-ref': path,
        name: library,
        version: own,
        scope: optional === true ? 'optional' : 'required',
        ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
        ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
        purl: `pkg:npm/${library.replace('@', '%40')}@${own}`,
      };
    })
    .sort((one, other) => byCodeUnit(one['bom-ref'], other['bom-ref']));
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version, licenses: [{ expression: 'MIT' }] } },
    components,
  };
  return `${JSON.stringify(bill, undefined, 1)}\n`;
}

/** A subresource-integrity string as CycloneDX writes a hash. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', base64 = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}
