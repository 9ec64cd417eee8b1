import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toString as textOf } from 'xast-util-to-string';

const ATOM = 'http://www.w3.org/2005/Atom';
/** RFC 3339 with a zone, as RFC 4287 (3.3) asks. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** RFC 5646, as far as a site can have languages. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** How often an element may stand in another, at least and at most (RFC 4287, 4.1.1 and 4.1.2); what is not named may not. */
type Occurrences = Readonly<Record<string, readonly [least: number, most: number]>>;
const MANY = Number.POSITIVE_INFINITY;
const IN_FEED: Occurrences = {
  author: [1, MANY],
  category: [0, MANY],
  contributor: [0, MANY],
  entry: [0, MANY],
  'fh:archive': [0, 1],
  generator: [0, 1],
  icon: [0, 1],
  id: [1, 1],
  link: [1, MANY],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  title: [1, 1],
  updated: [1, 1],
};
const IN_ENTRY: Occurrences = {
  author: [0, MANY],
  category: [0, MANY],
  content: [0, 1],
  contributor: [0, MANY],
  id: [1, 1],
  link: [0, MANY],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
  title: [1, 1],
  updated: [1, 1],
};
/** Attributes that an element may have besides `xml:lang` and `xml:base`. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: ['term', 'scheme', 'label'],
  content: ['type', 'src'],
  feed: ['xmlns', 'xmlns:fh'],
  generator: ['uri', 'version'],
  link: ['href', 'rel', 'type', 'hreflang', 'title', 'length'],
  rights: ['type'],
  subtitle: ['type'],
  summary: ['type'],
  title: ['type'],
};

const children = (element: Element, name?: string): Element[] =>
  element.children.filter((child): child is Element => child.type === 'element' && (!name || child.name === name));
export const texts = (element: Element, name: string): string[] =>
  children(element, name).map((child) => textOf(child));

/** The root element of a feed. */
export function feedRoot(source: string): Element {
  const found = fromXml(source).children.find((child): child is Element => child.type === 'element');
  if (!found) throw new Error('a feed without a root element');
  return found;
}

/** The entries of an Atom feed. */
export const entriesOf = (feed: Element): Element[] => children(feed, 'entry');

const isAbsolute = (address: string): boolean => URL.canParse(address) && /^(?:https?|urn|tag):/.test(address);
const isTime = (text: string): boolean => TIME.test(text) && !Number.isNaN(Date.parse(text));

/** What is wrong with HTML that readers show: scripts, forms, styles, addresses that depend on where it stands. */
function htmlFaults(html: string): string[] {
  const elements = DomUtils.findAll(() => true, parseDocument(html).children);
  const unsafe = elements.filter(({ name }) =>
    /^(?:script|style|iframe|object|embed|form|input|button|link|meta|base)$/.test(name),
  );
  const attributes = elements.flatMap(({ attribs }) => Object.entries(attribs));
  return [
    ...(html.trim() === '' ? ['no content'] : []),
    ...unsafe.map(({ name }) => `<${name}> in the content`),
    ...attributes.filter(([name]) => /^on|^style$/.test(name)).map(([name]) => `attribute ${name} in the content`),
    ...attributes
      .filter(([name, value]) => /^(?:href|src)$/.test(name) && !isAbsolute(value))
      .map(([, value]) => `relative address ${value}`),
  ];
}

function countFaults(element: Element, allowed: Occurrences): string[] {
  const counts = Map.groupBy(children(element), ({ name }) => name);
  const unknown = [...counts.keys()].filter((name) => !(name in allowed));
  const wrong = Object.entries(allowed).filter(([name, [least, most]]) => {
    const count = counts.get(name)?.length ?? 0;
    return count < least || count > most;
  });
  return [
    ...unknown.map((name) => `<${name}> in <${element.name}>`),
    ...wrong.map(([name]) => `${counts.get(name)?.length ?? 0} <${name}> in <${element.name}>`),
  ];
}

/** What is wrong with one element, whatever it stands in (RFC 4287, 3 and 4.2). */
function elementFaults(element: Element): string[] {
  const { name, attributes } = element;
  const own = textOf(element);
  const stray = Object.keys(attributes).filter(
    (key) => !(ATTRIBUTES[name] ?? []).includes(key) && !['xml:lang', 'xml:base'].includes(key),
  );
  const faults = stray.map((key) => `attribute ${key} of <${name}>`);
  const fault = (wrong: boolean, what: string) => {
    if (wrong) faults.push(`${what}: ${own || JSON.stringify(attributes)}`);
  };
  if (['updated', 'published'].includes(name)) fault(!isTime(own), 'not a time of RFC 3339');
  if (['id', 'uri', 'icon', 'logo'].includes(name)) fault(!isAbsolute(own), `<${name}> is no absolute IRI`);
  if (['title', 'name', 'id'].includes(name))
    fault(own.trim() === '' || own !== own.trim(), `blank or padded <${name}>`);
  if (name === 'author') fault(children(element, 'name').length !== 1, 'a person without one name');
  if (name === 'category') fault((attributes.term ?? '') === '', 'a category without term');
  if (name === 'link') {
    const { href, type, hreflang } = attributes;
    fault(!href || !isAbsolute(href), 'a link without absolute address');
    fault(typeof type === 'string' && !MEDIA_TYPE.test(type), 'no media type');
    fault(typeof hreflang === 'string' && !LANGUAGE.test(hreflang), 'no language');
  }
  if (name === 'content') {
    fault(!['text', 'html', 'xhtml'].includes(String(attributes.type ?? 'text')), 'content of an unknown type');
    fault(attributes.type === 'html' && children(element).length > 0, 'html content with elements');
    if (attributes.type === 'html') faults.push(...htmlFaults(own));
  }
  return [...faults, ...children(element).flatMap((child) => (child.name === 'entry' ? [] : elementFaults(child)))];
}

/** Links of one relation that say the same twice (RFC 4287, 4.1.1: no two alternates of one type and language). */
function linkFaults(element: Element): string[] {
  const alternates = children(element, 'link')
    .filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
    .map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
  return alternates.filter((one, index) => alternates.indexOf(one) < index).map((one) => `two alternates of ${one}`);
}

/**
 * What an Atom 1.0 feed breaks of RFC 4287 and of what the W3C’s feed validator warns of: elements and how often they stand,
 * times, addresses, repeated ids, a self link that is not its own, a feed that is older than its entries. `own` is its address.
 */
export function atomFaults(source: string, own: string): string[] {
  const feed = feedRoot(source);
  const entries = entriesOf(feed);
  const self = children(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
  const ids = [feed, ...entries].flatMap((element) => texts(element, 'id'));
  const moments = entries.map((entry) => ({
    published: Date.parse(texts(entry, 'published')[0] ?? texts(entry, 'updated')[0] ?? ''),
    updated: Date.parse(texts(entry, 'updated')[0] ?? ''),
  }));
  const updated = Date.parse(texts(feed, 'updated')[0] ?? '');
  return [
    ...(feed.name === 'feed' && feed.attributes.xmlns === ATOM ? [] : ['the root is no feed of Atom']),
    ...(LANGUAGE.test(String(feed.attributes['xml:lang'])) ? [] : ['no language']),
    ...(self.length === 1 && self[0]?.attributes.href === own ? [] : [`not one link to itself, ${own}`]),
    ...countFaults(feed, IN_FEED),
    ...elementFaults(feed),
    ...linkFaults(feed),
    ...entries.flatMap((entry) => [...countFaults(entry, IN_ENTRY), ...elementFaults(entry), ...linkFaults(entry)]),
    ...entries
      .filter((entry) => !children(entry, 'content').length && !children(entry, 'summary').length)
      .map((entry) => `neither content nor summary: ${texts(entry, 'id')[0]}`),
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `id twice: ${id}`),
    ...(moments.some((moment) => moment.updated > updated) ? ['the feed is older than an entry'] : []),
    ...(moments.some((moment) => moment.published > moment.updated)
      ? ['an entry was updated before it was published']
      : []),
  ];
}

const AUTHORS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: {
      name: { type: 'string' },
      url: { type: 'string', format: 'uri' },
      avatar: { type: 'string', format: 'uri' },
    },
  },
};
const ADDRESS = { type: 'string', format: 'uri', pattern: '^https?:' };
const MOMENT = { type: 'string', format: 'date-time' };
const LANGUAGE_TAG = { type: 'string', pattern: LANGUAGE.source };
/** JSON Feed 1.1 as its specification has it, without extensions: https://www.jsonfeed.org/version/1.1/ */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: ADDRESS,
    feed_url: ADDRESS,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: ADDRESS,
    icon: ADDRESS,
    favicon: ADDRESS,
    language: LANGUAGE_TAG,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    authors: AUTHORS,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', minLength: 1 },
          url: ADDRESS,
          external_url: ADDRESS,
          title: { type: 'string', minLength: 1 },
          content_html: { type: 'string', minLength: 1 },
          content_text: { type: 'string', minLength: 1 },
          summary: { type: 'string' },
          image: ADDRESS,
          banner_image: ADDRESS,
          date_published: MOMENT,
          date_modified: MOMENT,
          authors: AUTHORS,
          tags: { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } },
          language: LANGUAGE_TAG,
          attachments: { type: 'array' },
        },
      },
    },
  },
};
const isJsonFeed = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true })).compile(JSON_FEED);

/** What a feed breaks of JSON Feed 1.1. `own` is its address. */
export function jsonFeedFaults(source: string, own: string): string[] {
  const feed = JSON.parse(source);
  isJsonFeed(feed);
  const { errors } = isJsonFeed;
  if (errors) return errors.map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`);
  const items: { id: string; content_html?: string; date_published?: string; date_modified?: string }[] = feed.items;
  const ids = items.map(({ id }) => id);
  return [
    ...(feed.feed_url === own ? [] : [`not at ${own}`]),
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `id twice: ${id}`),
    ...items.flatMap(({ content_html: html }) => (html === undefined ? [] : htmlFaults(html))),
    ...items
      .filter(({ date_published: from = '', date_modified: to }) => to !== undefined && to < from)
      .map(({ id }) => `modified before it was published: ${id}`),
  ];
}
