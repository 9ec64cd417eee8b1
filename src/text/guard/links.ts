import type { Nodes } from 'mdast';
import { percentDecoded } from '../../model/web-address.ts';
import { TEXT_RULES } from '../rules.ts';
import type { BodyKind, NodeFault } from './code.ts';

/** What a link in content leads to. `refused` is every address that is not one of the few allowed forms. */
type LinkTarget =
  | { readonly kind: 'web' | 'mail' }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'site'; readonly path: string; readonly anchor: string | undefined }
  | { readonly kind: 'refused'; readonly reason: 'scheme' | 'host' | 'relative' | 'characters' };

/** Takes an address apart. Only https, mailto, paths from the site's root and `#anchor` are allowed, whatever their encoding. */
export function readLink(address: string): LinkTarget {
  // Browsers drop tabs and line breaks and read a backslash as a slash: an address that holds any is an attack or a
  // mistake.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return { kind: 'refused', reason: 'characters' };
  if (address.startsWith('#')) return { kind: 'anchor', anchor: percentDecoded(address.slice(1)) };
  if (address.startsWith('//')) return { kind: 'refused', reason: 'host' };
  if (address.startsWith('/')) {
    const url = URL.parse(address, 'https://site.invalid');
    if (
      url === null ||
      url.host !== 'site.invalid' ||
      /%(?:2e|2f|5c|00)/i.test(address) ||
      /\/\.\.?(?:\/|$)/.test(address)
    )
      return { kind: 'refused', reason: 'characters' };
    return {
      kind: 'site',
      path: percentDecoded(url.pathname),
      anchor: url.hash === '' ? undefined : percentDecoded(url.hash.slice(1)),
    };
  }
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  if (scheme === undefined) return { kind: 'refused', reason: 'relative' };
  const url = URL.parse(address);
  if (scheme === 'mailto')
    return /^mailto:[^\s?@]+@[^\s?@]+$/.test(address) ? { kind: 'mail' } : { kind: 'refused', reason: 'scheme' };
  if (scheme !== 'https' || url === null) return { kind: 'refused', reason: 'scheme' };
  if (url.username !== '' || url.password !== '' || !/^https:\/\/[^/]/.test(address))
    return { kind: 'refused', reason: 'host' };
  return { kind: 'web' };
}

const REFUSALS: Readonly<Record<'scheme' | 'host' | 'relative' | 'characters', (address: string) => NodeFault>> = {
  scheme: (address) => ({
    rule: TEXT_RULES['link-scheme'].id,
    message: { zh: `链接“${address}”不是 https 网址`, en: `the link “${address}” is not https` },
    hint: {
      zh: '只能用 https://、mailto:、以“/”开头的本站路径或“#p3”这样的段落号',
      en: 'use https://, mailto:, a path of this site that begins with /, or an anchor such as #p3',
    },
  }),
  host: (address) => ({
    rule: TEXT_RULES['link-scheme'].id,
    message: { zh: `链接“${address}”的主机写法不允许`, en: `the host of the link “${address}” is not allowed` },
    hint: { zh: '请写完整的 https:// 网址，不带用户名', en: 'write the whole https:// address, without a user name' },
  }),
  relative: (address) => ({
    rule: TEXT_RULES['link-relative'].id,
    message: { zh: `链接“${address}”没有写明从哪里算起`, en: `the link “${address}” does not say where it starts` },
    hint: {
      zh: '本站页面请从“/”写起，如 /zh/replies/2024-7/；外站请写 https://',
      en: 'begin a page of this site with /, such as /en/replies/2024-7/, and another site with https://',
    },
  }),
  characters: (address) => ({
    rule: TEXT_RULES['link-scheme'].id,
    message: {
      zh: `链接“${address}”里有空格、反斜杠或“..”一类的字符`,
      en: `the link “${address}” has spaces, backslashes or dot segments in it`,
    },
    hint: { zh: '请重新复制网址', en: 'copy the address again' },
  }),
};

/** What is wrong with the form of a link, a reference or an image; whether it leads anywhere is another question. */
export function linkFaults(node: Nodes, kind: BodyKind): NodeFault[] {
  if (node.type === 'image' || node.type === 'imageReference') return imageFaults(node, kind);
  if (node.type !== 'link' && node.type !== 'definition') return [];
  const target = readLink(node.url);
  return target.kind === 'refused' ? [REFUSALS[target.reason](node.url)] : [];
}

const IMAGE_FILE = /^(?:\.\/)?[a-z0-9][a-z0-9-]*\.(?:png|jpe?g|webp|avif)$/;

function imageFaults(node: Extract<Nodes, { type: 'image' | 'imageReference' }>, kind: BodyKind): NodeFault[] {
  if (kind === 'official') {
    return [
      {
        rule: TEXT_RULES['image-in-official-text'].id,
        message: { zh: '答复正文里有图片', en: 'an image in an official text' },
        hint: {
          zh: '答复正文只能是文字；扫描件写在字段 original，附件写在 attachments',
          en: 'an official text is words only; a scan goes under original, an annex under attachments',
        },
      },
    ];
  }
  if (node.type === 'imageReference' || IMAGE_FILE.test(node.url)) return [];
  const svg = /\.svg(?:$|[?#])/i.test(node.url);
  return [
    {
      rule: TEXT_RULES['image-source'].id,
      message: svg
        ? {
            zh: `图片“${node.url}”是 SVG，里面可以藏程序`,
            en: `the image “${node.url}” is an SVG, which can hold a program`,
          }
        : {
            zh: `图片“${node.url}”不在稿件自己的文件夹里`,
            en: `the image “${node.url}” is not in the document's own folder`,
          },
      hint: svg
        ? { zh: '请另存为 PNG', en: 'save it as PNG' }
        : {
            zh: '请把图片（png、jpg、webp、avif，文件名用小写字母、数字和连字符）放在同一文件夹，写成“![说明](图片.png)”的形式，不带路径',
            en: 'put it (png, jpg, webp or avif, named in lower case, digits and hyphens) into the same folder and give its bare name',
          },
    },
  ];
}
