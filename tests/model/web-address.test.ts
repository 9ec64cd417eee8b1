import { describe, expect, it } from 'vitest';
import {
  basePathSchema,
  contactSchema,
  pageAddressSchema,
  plainOrigin,
  secureAddressSchema,
} from '../../src/model/web-address.ts';

describe('the address of a site', () => {
  it.each([
    ['https://www.example.gov.cn', 'https://www.example.gov.cn'],
    ['https://www.example.gov.cn/', 'https://www.example.gov.cn'],
    ['https://WWW.Example.gov.cn', 'https://www.example.gov.cn'],
    ['https://a-b.example:8443', 'https://a-b.example:8443'],
    ['https://a.example:443', 'https://a.example'],
    ['https://10.1.2.3', 'https://10.1.2.3'],
    ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['https://intranet', 'https://intranet'],
    ['https://水利局.政务', 'https://xn--kpry57g11c7rc.xn--zfr164b'],
    ['https://xn--kpry57g11c7rc.xn--zfr164b', 'https://xn--kpry57g11c7rc.xn--zfr164b'],
  ])('%s is %s', (text, origin) => {
    expect(plainOrigin(text)).toBe(origin.includes('xn--') ? new URL(text).origin : origin);
  });

  it.each([
    '',
    'a.example',
    '//a.example',
    'http://a.example',
    'javascript:alert(1)',
    'https:a.example',
    'https:/a.example',
    'https:///a.example',
    'https:\\\\a.example',
    'https://',
    'https://a.example/replies/',
    'https://a.example/.',
    'https://a.example?',
    'https://a.example/?q',
    'https://a.example#',
    'https://user@a.example',
    'https://user:word@a.example',
    'https://:@a.example',
    'https://@a.example',
    'https://gov.cn%40evil.example',
    'https://a.example;evil.example',
    'https://a;b.example',
    'https://a}b.example',
    'https://a{b.example',
    'https://a,b.example',
    "https://a'b.example",
    'https://a"b.example',
    'https://a$b.example',
    'https://a&b.example',
    'https://a(b).example',
    'https://a*.example',
    'https://a_b.example',
    'https://a\nb.example',
    'https://a.example\n',
    ' https://a.example',
    'https://a .example',
    'https://a\tb.example',
    'https://a\u200bb.example',
    'https://a\u00adb.example',
    'https://a。example',
    'https://ａ.example',
    'https://a%2eexample',
    'https://a..example',
    'https://.example',
    'https://a.example.',
    'https://-a.example',
    'https://a-.example',
    'https://0x7f.1',
    'https://127.1',
    'https://2130706433',
    'https://a.example:99999',
    'https://a.example:x',
    `https://${'a'.repeat(300)}.example`,
  ])('%j is none', (text) => {
    expect(plainOrigin(text)).toBeUndefined();
  });
});

describe('an address of another site', () => {
  const accepts = (text: string) => pageAddressSchema.safeParse(text).success;
  it.each([
    'http://www.example.gov.cn/a/b.html',
    'https://www.example.gov.cn:8080/a;jsessionid=1/t2025_1.html?id=1|2&b=%E4%B8%AD#p',
    'https://www.example.gov.cn/信息公开/第1号.html?文号=〔2031〕1号',
    "https://www.example.gov.cn/a(b)'c",
    'https://水利局.政务/a',
  ])('may be %s', (text) => {
    expect(accepts(text)).toBe(true);
  });

  it.each([
    'ftp://a.example/',
    'javascript:alert(1)//https://a.example',
    'data:text/html,x',
    'https://user:word@a.example/',
    'https://www.gov.cn@evil.example/',
    'https://a.example/a b',
    'https://a.example/\u2028',
    'https://a.example/"onload="',
    'https://a.example/<x>',
    'https://a.example\\@evil.example',
    'https://a.example/}\n{',
    'https://a;b/',
  ])('is never %j', (text) => {
    expect(accepts(text)).toBe(false);
  });

  it('is https where only that will do, and may be a mail or telephone address where somebody is to be reached', () => {
    expect(secureAddressSchema.safeParse('http://a.example/').success).toBe(false);
    expect(secureAddressSchema.safeParse('https://a.example/').success).toBe(true);
    for (const text of ['mailto:security@a.example', 'tel:+86-355-0000000', 'https://a.example/report'])
      expect(contactSchema.safeParse(text).success).toBe(true);
    for (const text of ['mailto:a@a.example\nExpires: 2099-01-01', 'http://a.example/', 'javascript:1', 'x', ''])
      expect(contactSchema.safeParse(text).success).toBe(false);
  });
});

describe('the path that a site lives under', () => {
  it.each(['/', '/replies/', '/a/b-c/d_e/v1.0/', '/..a/', '/a../', '/.well-known/'])('may be %s', (path) => {
    expect(basePathSchema.safeParse(path).success).toBe(true);
  });

  it.each([
    '',
    'replies/',
    '/replies',
    '//',
    '//evil.example/',
    '/a//b/',
    '/../',
    '/a/../b/',
    '/a/..',
    '/./',
    '/a/./',
    '/%2e%2e/',
    '/a%2fb/',
    '/a b/',
    '/a;b/',
    '/a}/',
    '/a"/',
    "/a'/",
    '/a\\b/',
    '/a\n/',
    '/a/\n',
    '/a?/',
    '/a#/',
    '/$uri/',
    '/答复/',
  ])('is never %j', (path) => {
    expect(basePathSchema.safeParse(path).success).toBe(false);
  });
});
