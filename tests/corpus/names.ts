import type { Bilingual } from '../../src/errors.ts';
import type { Random } from './random.ts';
import { familyNames, firmKinds, nameCharacters, placeKinds } from './vocabulary.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Two name characters and their reading: 沁岚, Qinlan. */
function nameOf(random: Random): Bilingual {
  const first = random.pick(nameCharacters);
  const second = random.pick(nameCharacters);
  return { zh: first.zh + second.zh, en: capital(first.en + second.en) };
}

function named(random: Random, kinds: readonly Bilingual[]): Bilingual {
  const name = nameOf(random);
  const kind = random.pick(kinds);
  return { zh: name.zh + kind.zh, en: `${name.en} ${kind.en}` };
}

/** A made-up place: 沁岚水库, Qinlan Reservoir. */
export const placeName = (random: Random): Bilingual => named(random, placeKinds);

/** A made-up firm. */
export const firmName = (random: Random): Bilingual => named(random, firmKinds);

/** A made-up person: 滕砚, Teng Yan. */
export function personName(random: Random): Bilingual {
  const family = random.pick(familyNames);
  const given = random.chance(30)
    ? nameOf(random)
    : ((character) => ({ zh: character.zh, en: capital(character.en) }))(random.pick(nameCharacters));
  return { zh: family.zh + given.zh, en: `${family.en} ${given.en}` };
}
