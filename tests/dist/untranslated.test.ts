import { describe, expect, test } from 'vitest';
import { builtFiles, readBuilt } from './site.ts';

const ID = '2004-5-2-s9';
const TITLE = '虚构市水利局: reply of 18 June 2004 (Suggestion by people’s congress deputies, No. 9)';
/** As a page has it: the bureau's name of that time has no English. */
const COMPOSED = TITLE.replace('虚构市水利局', '<span lang="zh-Hans">$&</span>');
const PRINTED = '关于市五届人大二次会议第9号建议的答复';

describe('a reply that is in Chinese only, on a site in two languages', () => {
  const english = readBuilt(`en/replies/${ID}/index.html`);

  test('has an English page that says so and is called by what its record says', () => {
    expect(english).toMatch(new RegExp(`<h1[^>]*>${COMPOSED.replace(/[().]/g, '\\$&')}</h1>`));
    expect(english).toContain('<strong>This reply has not been translated into English.</strong>');
    expect(english).toContain('composed by this site');
    expect(english.match(/<h1/g)).toHaveLength(1);
  });

  test('has its record there in English, and what the letter says in Chinese, marked as such', () => {
    expect(english).toContain('<dt>Topics</dt><dd>Canal repair</dd>');
    expect(english).toContain(`<dt>Title</dt><dd lang="zh-Hans">${PRINTED}</dd>`);
    expect(english).toMatch(
      /<dt>In reply to<\/dt><dd lang="zh-Hans">市人大五届二次会议第9号：《关于加固东河堤防的建议》<\/dd>/,
    );
    expect(english).toMatch(/<article[^>]* lang="zh-Hans"[^>]*>.*东河堤防年久失修.*<\/article>/su);
  });

  test('has no other page, text or link in English', () => {
    const own = builtFiles().filter((file) => file.includes(ID) && /^(?:en|bilingual|cards\/en)\//.test(file));
    expect(own).toEqual([`en/replies/${ID}/index.html`]);
    const chinese = readBuilt(`zh/replies/${ID}/index.html`);
    expect(chinese).not.toContain(`/bilingual/replies/${ID}/`);
    expect(chinese).toContain(`hreflang="en" href="/en/replies/${ID}/"`);
  });

  test.each(['en/replies/index.html', 'en/topics/canal-repair/index.html'])(
    'stands in %s under the composed line, marked so, with what it is about in Chinese',
    (file) => {
      const list = readBuilt(file);
      expect(list).toContain(`<a href="/en/replies/${ID}/">${COMPOSED}</a>`);
      expect(list).toContain('<span lang="zh-Hans">关于加固东河堤防</span>');
      expect(list).toContain('In Chinese only; the title is composed by this site from the record');
    },
  );

  test('stands in the English feeds with its Chinese text, marked as such', () => {
    const feed: { items: { title: string; url: string; content_html: string }[] } = JSON.parse(
      readBuilt('en/feed.json'),
    );
    const entry = feed.items.find(({ url }) => url === `https://dafu.example/en/replies/${ID}/`);
    expect(entry?.title).toBe(TITLE);
    expect(entry?.content_html).toContain('Not translated into English');
    expect(entry?.content_html).toMatch(/<div lang="zh-Hans">.*东河堤防年久失修.*<\/div>/su);
  });

  test('has Chinese only in the interface', () => {
    const reply = JSON.parse(readBuilt(`api/v1/replies/${ID}.json`));
    expect(reply.title).toEqual({ zh: PRINTED });
    expect(reply.translation).toBeUndefined();
  });
});
