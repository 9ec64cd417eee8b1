import type { Bilingual, Finding, Hint, Place } from '../errors.ts';
import { found, type Rule, type RuleText, rules } from '../rule.ts';

/** Faults that only the built site or the repository shows: `bad` is a file of it with the fault. */
const built = (bad: Bilingual, why: Bilingual, severity: RuleText['severity'] = 'error'): RuleText => ({
  severity,
  why,
  examples: { bad },
});

/** Rules about what surrounds the content, and of the audit of the built site; all but the first two find faults of the program. */
export const BUILD_RULES = rules({
  'state-in-repository': built(
    { zh: '提交到仓库的 .dafu 文件夹', en: 'A folder .dafu that was committed' },
    {
      zh: '程序自己写的文件夹里若有提交的文件，检查就可以被伪造。',
      en: 'Whoever commits to what the program writes could forge the results of checks.',
    },
  ),
  'public-not-copied': built(
    { zh: 'public/ 里不是普通文件的东西', en: 'Something in public/ that is no plain file' },
    { zh: '没有发布的文件要说出来。', en: 'A file that is not published is named.' },
  ),
  'link-malformed': built(
    { zh: 'href="https://["', en: 'href="https://["' },
    { zh: '读不懂的网址点不开。', en: 'An address that cannot be read opens nothing.' },
  ),
  'link-outside': built(
    { zh: '网站路径以外的链接', en: 'A link out of the site’s path' },
    { zh: '部署在子路径下时，这样的链接会打不开。', en: 'On a site below a path such a link is dead.' },
  ),
  'link-dead': built(
    { zh: '指向不存在的页面', en: 'A link to a page that is not there' },
    { zh: '读者不该点到空白处。', en: 'Readers must not be led to nothing.' },
  ),
  'anchor-dead': built(
    { zh: '指向不存在的段落', en: 'A link to a paragraph that is not there' },
    { zh: '引用要落在所引的那一段。', en: 'A citation opens at what it cites.' },
  ),
  'foreign-request': built(
    { zh: '<img src="https://example.com/x.png">', en: '<img src="https://example.com/x.png">' },
    { zh: '打开页面不得把读者告诉别的网站。', en: 'Opening a page tells no other site of its reader.' },
  ),
  'inline-code': built(
    { zh: '<p onclick="…">', en: '<p onclick="…">' },
    { zh: '安全策略不许页面里有脚本。', en: 'The policy allows no script in a page.' },
  ),
  'id-repeated': built(
    { zh: '同一页两处 id 相同', en: 'One id twice on a page' },
    { zh: '锚点只能落在一处。', en: 'An anchor leads to one place.' },
  ),
  'one-heading': built(
    { zh: '没有 h1 的页面', en: 'A page without h1' },
    { zh: '读屏软件靠它知道这一页讲什么。', en: 'Screen readers learn from it what a page is.' },
  ),
  'page-language': built(
    { zh: '没有 lang 的页面', en: 'A page without lang' },
    { zh: '读屏软件靠它选读音。', en: 'Screen readers choose a voice by it.' },
  ),
  'page-title': built(
    { zh: '没有标题的页面', en: 'A page without a title' },
    { zh: '标题是页面在收藏和搜索里的名字。', en: 'A page goes by its title in bookmarks and searches.' },
  ),
  'page-budget': built(
    { zh: '过重的答复页', en: 'A reply’s page that weighs too much' },
    { zh: '手机上也要打得开。', en: 'It opens on a phone, too.' },
    'warning',
  ),
  'image-metadata': built(
    { zh: '图片里有拍摄地点', en: 'A picture with the place where it was taken' },
    { zh: '图片的属性谁都能读出来。', en: 'Everyone can read what a picture carries.' },
  ),
  'file-unaccounted': built(
    { zh: '没有来历的文件', en: 'A file that nothing accounts for' },
    { zh: '发布的每一个文件都要有来历。', en: 'Every file that is published has a reason.' },
  ),
  'held-back-published': built(
    { zh: '还没有到公开时间的答复有了页面', en: 'A page of a reply that is held back' },
    { zh: '到时间才能公开的，一页也不能提前。', en: 'What is held back until its time has no page before it.' },
  ),
  'approval-published': built(
    { zh: '网页上有校样的编号', en: 'The number of a proof sheet on a page' },
    { zh: '谁核准、何时核准，只留在仓库里。', en: 'Who approved what, and when, stays in the repository.' },
  ),
  'document-missed': built(
    { zh: '没有页面的答复', en: 'A reply without its page' },
    { zh: '提交的内容一件也不能少。', en: 'Nothing that was committed may be left out.' },
  ),
  twin: built(
    { zh: '没有另一种语言的页面', en: 'A page without its other language' },
    { zh: '两种语言的读者看到的一样多。', en: 'Readers of both languages find as much.' },
  ),
  'site-file': built(
    { zh: '不是普通文件的产物', en: 'An output that is no plain file' },
    { zh: '服务器只发普通文件。', en: 'Servers send plain files.' },
  ),
  'sitemap-missing': built(
    { zh: '站点地图里没有的页面', en: 'A page that the sitemap lacks' },
    { zh: '搜索引擎靠它找到页面。', en: 'Search engines find pages by it.' },
  ),
  'sitemap-unknown': built(
    { zh: '站点地图里多出的网址', en: 'An address in the sitemap that is no page' },
    { zh: '站点地图只列有的页面。', en: 'The sitemap lists what is there.' },
  ),
  'text-differs': built(
    { zh: '页面文字与原稿不同', en: 'A page whose text is not the source’s' },
    { zh: '显示的文字就是写下的文字。', en: 'The text shown is the text written.' },
  ),
  'text-hash': built(
    { zh: '接口里的文字与其散列不符', en: 'A text in the API that its hash does not fit' },
    { zh: '散列用来证明文字没有改动。', en: 'The hash proves that a text is unchanged.' },
  ),
});

/** A finding about a file of the built site. Places are relative to the output folder. */
export function auditFinding(rule: Rule, place: Place, message: Bilingual, hint: Hint = REPORT): Finding {
  return found(rule, place, message, hint);
}

/** No content can cause this: it is a fault of the program. */
const REPORT: Bilingual = {
  zh: '这是程序的错误，不是内容的错误：请把这条信息发给维护者',
  en: 'this is a fault of the program, not of the content: send this message to its maintainers',
};
