import { expect, test } from 'vitest';
import { byWhatTheyShow, outputFile, replyGroups } from '../../../src/build/reuse/page-paths.ts';
import { FINISHED_FILES, replyKey } from '../../../src/reading/page-reads.ts';

const page = (pathname: string, cacheKey?: string, type = 'page') => ({ pathname, route: { type }, cacheKey });

test.each([
  ['/zh/replies/2024-7/', 'page', 'zh/replies/2024-7/index.html'],
  ['/', 'page', 'index.html'],
  ['/404/', 'page', '404.html'],
  ['/api/v1/replies.json', 'endpoint', 'api/v1/replies.json'],
])('%s, a %s, is the file %s', (pathname, type, file) => {
  expect(outputFile(page(pathname, undefined, type))).toBe(file);
});

test('pages of one reply follow each other, after those that show all of something and before those that tell of files', () => {
  const pages = [
    page('/zh/verify/', FINISHED_FILES),
    page('/zh/replies/1/', replyKey('1')),
    page('/zh/replies/2/', replyKey('2')),
    page('/zh/'),
    page('/en/replies/1/', replyKey('1')),
  ];
  expect(byWhatTheyShow(pages).map(({ pathname }) => pathname)).toEqual([
    '/zh/',
    '/zh/replies/1/',
    '/en/replies/1/',
    '/zh/replies/2/',
    '/zh/verify/',
  ]);
});

test('pages of each reply are counted, and no others', () => {
  const pages = [page('/zh/'), page('/a/', replyKey('1')), page('/b/', replyKey('1')), page('/c/', FINISHED_FILES)];
  expect(replyGroups(pages)).toEqual(new Map([[replyKey('1'), 2]]));
});
