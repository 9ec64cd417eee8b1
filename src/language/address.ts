import { words } from './words.ts';

const zh = { moved: '页面已移到新地址' };
const en: typeof zh = { moved: 'This page has moved' };

/** Words of the pages that are at former addresses. */
export const addressWords = words('address', { zh, en });
