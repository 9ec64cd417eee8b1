import type { Finding, Place } from '../../errors.ts';
import { fileOfPath } from './redirects.ts';

/**
 * An error for every address that was published and neither exists nor leads on: links to it stand in newspapers and
 * files, and must not break. `addresses` are paths below the base; `isThere` knows built files and redirects by file name.
 */
export function missingAddresses(
  addresses: readonly string[],
  isThere: (file: string) => boolean,
  placeOf: (index: number) => Place,
): Finding[] {
  return addresses.flatMap((address, index) =>
    isThere(fileOfPath(address))
      ? []
      : [
          {
            rule: 'address-disappeared',
            severity: 'error' as const,
            place: placeOf(index),
            message: {
              zh: `已经公布过的地址“${address}”不见了`,
              en: `the address "${address}" was published and is gone`,
            },
            hint: {
              zh: '请恢复这个页面，或者在 data/redirects.json 写明它改到了哪里（撤回的答复保留页面，用 withdrawn 注明）',
              en: 'bring the page back, or say in data/redirects.json where it is now (a withdrawn reply keeps its page: use withdrawn)',
            },
          },
        ],
  );
}
