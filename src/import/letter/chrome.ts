import { fold, foldTight } from './fold.ts';

/** What a web page sets around a letter, by shape, with how surely it is none of the letter (a score; 4 and more is sure). */
const SHAPES: readonly (readonly [pattern: RegExp, score: number])[] = [
  // Where the page stands: 首页 > 政务公开, 您的位置：…
  [/^(?:您|你)?(?:现在|当前)?的?(?:所在)?的?位置 *:?|^当前(?:位置|栏目)|^所在位置/u, 6],
  [/^(?:网站)?(?:首页|主页|home) *(?:[>》»›/|·-]|$)/iu, 6],
  [/^\S{2,12}(?: *[>»›] *\S{1,14}){2,}$/u, 5],
  // The byline.
  [/(?:发布|发稿|更新|录入|公开|发表|创建|编辑)(?:时间|日期) *:? *\d{4}/u, 6],
  [
    /(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|人次|人数)|(?:浏览|阅读|点击|访问|查看) *:? *\d+ *(?:次|人)|已阅 *:? *\d/u,
    5,
  ],
  [
    /^(?:信息|文章|稿件|内容|新闻)?(?:来源|稿源|作者|撰稿|供稿|发布者|发布人|发布机构|发布单位|编辑|责任编辑|责编|审核|审签|校对|录入|摄影) *:/u,
    4,
  ],
  [/(?:来源|稿源|作者|编辑|审核) *: *\S*.*(?:时间|日期|浏览|阅读|点击|次数|字体|字号|访问)/u, 6],
  [/^(?:时间|日期) *: *\d{4}[-./年]/u, 5],
  [/^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日? *\d{1,2}:\d{2}/u, 6],
  [/^\d{4}-\d{1,2}-\d{1,2}$/u, 4],
  [/(?:字体|字号|文字大小|字体大小) *[::]?.{0,4}[〔(]? *(?:大|小|中|默认|特大)/u, 6],
  [/^[〔(]? *大 *中 *小 *[〕)]?$/u, 6],
  // What one may do with the page.
  [
    /^[〔(]? *(?:打印|关闭|收藏|返回|下载|分享|纠错|推荐|保存)(?:本页|本文|页面|窗口|此页|顶部|列表|上一页|首页|文章)? *[〕)]?(?:[ |·]*[〔(]? *(?:打印|关闭|收藏|返回|下载|分享|纠错|推荐|保存|字体|大|中|小)(?:本页|本文|页面|窗口|此页|顶部|列表|上一页|首页|文章)? *[〕)]?)*$/u,
    6,
  ],
  [/^(?:我要|一键)?(?:打印|关闭|分享|收藏|纠错)(?:到|至|本页|本文|页面)? *:?/u, 4],
  [/分享(?:到|至|文章)|扫一?扫|扫码|二维码|微信|微博|朋友圈|QQ空间|手机(?:上)?(?:打开|浏览|查看|阅读)|长按识别/iu, 5],
  [/无障碍|适老|长者(?:模式|版)|关怀版|语音播报|朗读|简体 *[|/]? *繁体|智能问答|政务新媒体|客户端/u, 5],
  // To what comes before and after.
  [/^[〔(]? *(?:上|下|前|后)(?:一)?(?:条|篇|页|个|则|章|文)(?:信息|文章|新闻)? *[〕)]? *[::]?/u, 6],
  [
    /^(?:相关|热门|热点|推荐|最新|延伸|更多|猜你喜欢|图文|站内|友情)(?:阅读|文章|信息|链接|新闻|文档|内容|推荐|资讯|导航|附件|政策)?(?: *[:>»].*)?$/u,
    5,
  ],
  [/^(?:返回|回到)(?:顶部|首页|列表|上级)?$/u, 6],
  // The foot of a site.
  [/版权所有|copyright|©|ICP备|公网安备|网站标识码|政府网站标识|all rights reserved/iu, 7],
  [/^(?:网站|本站)?(?:主办|承办|协办|维护|建设|技术支持|运行维护)(?:单位)? *:/u, 4],
  [
    /网站地图|站点地图|联系我们|关于我们|隐私(?:声明|政策)|法律声明|建议使用.{0,20}(?:浏览器|分辨率)|您是第.{0,8}位|访问人数|总访问|友情链接/u,
    6,
  ],
  [/^(?:请输入|搜索|搜 *索|检索|登录|注册|站内搜索|全文检索|高级搜索|热搜词?)(?:关键[字词])?(?: *[:|].*)?$/u, 5],
];
const MENU_WORD =
  /^(?:首页|网站首页|机构(?:概况|设置|职能)?|政务公开|信息公开|政府信息公开|新闻(?:中心|动态)?|工作动态|通知公告|公告公示|政策(?:法规|文件|解读)|办事(?:服务|指南|大厅)|政务服务|在线服务|互动交流|政民互动|公众互动|交流互动|数据(?:开放|发布)|专题专栏|走进.{2,4}|建议提案(?:办理)?|人大代表建议|政协提案|解读回应|领导(?:之窗|信箱)?|网上办事|党建(?:园地)?|要闻动态|营商环境)$/u;

/** How surely a line is something that a web page sets around a letter; 0 where nothing speaks for it. */
export function chromeScore(text: string): number {
  const folded = fold(text).trim();
  if (folded.length > 160) return 0;
  const shapes = SHAPES.reduce((best, [pattern, score]) => (pattern.test(folded) && score > best ? score : best), 0);
  const words = folded.split(/[ |>»›/·]+/u).filter((word) => word !== '');
  const menu = words.filter((word) => MENU_WORD.test(word)).length;
  const isMenu = menu > 0 && menu * 2 >= words.length;
  return Math.max(
    shapes,
    isMenu ? (words.length > 1 ? 6 : 4) : 0,
    /^[\d〔〕()|>»›·.-]{1,4}$/u.test(foldTight(text)) ? 2 : 0,
  );
}

/** Whether a line begins a list of other texts, after which nothing is the letter's. */
export function beginsOtherTexts(text: string): boolean {
  return /^(?:相关|热门|热点|推荐|最新|延伸|更多|猜你喜欢)(?:阅读|文章|信息|链接|新闻|文档|内容|推荐|资讯)?:?$/u.test(
    foldTight(text),
  );
}
