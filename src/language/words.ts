import type { Locale } from '../model/locale.ts';

/**
 * The interface words of one subject in every language. Each subject has a file of its own beside this one:
 * the Chinese object gives the keys, and a missing or extra English key fails the type check.
 */
export type Words<T> = Readonly<Record<Locale, T>>;
