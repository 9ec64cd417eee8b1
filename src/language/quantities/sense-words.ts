import { CHINESE_CLAUSES, type ClauseWords, ENGLISH_CLAUSES, NEVER } from './clause-words.ts';

/** How a language says that a number grows, falls, or is a bound. Patterns meet what stands just before or just after a number. */
export interface SenseWords {
  /** How far before and after a number its words are looked for, in UTF-16 units. */
  readonly reach: readonly [before: number, after: number];
  /** What ends a clause: words beyond it speak of something else. */
  readonly stop: RegExp;
  /** Words that say that it is below zero, at the end of what comes before; after it. */
  readonly negative: readonly [before: RegExp, after: RegExp];
  /** Words of growth and of decline before a number: the last one counts. The groups are `up` and `down`. */
  readonly before: RegExp;
  readonly after: RegExp;
  /** `least` and `most`. */
  readonly boundBefore: RegExp;
  readonly boundAfter: RegExp;
  /** `about` and `below` (nearly). */
  readonly nearBefore: RegExp;
  readonly nearAfter: RegExp;
  /** `by`, `to` and `from`: what something changed by, what it came to, or what it was. */
  readonly step: RegExp;
  /** `before` and `after` a day or time, and so long before or after something. */
  readonly whenBefore: RegExp;
  /** The same, before so long a time: 提前两个月. */
  readonly spanBefore: RegExp;
  readonly whenAfter: RegExp;
  /** Whether these words follow a day too, and not only a span: 6月底前. */
  readonly whenFollowsDays: boolean;
  /** `past` and `coming`, before so long a time. */
  readonly stretch: RegExp;
  /** How old persons are, before and after a number. */
  readonly age: readonly [before: RegExp, after: RegExp];
  /** What is counted, after a number: `people`, `households` and `villages`. */
  readonly counted: RegExp;
  /** What a clause says of the numbers in it. */
  readonly clause: ClauseWords;
  /** Either way. */
  readonly either: RegExp;
}

const ZH_UP =
  '增长|增加|递增|净增|超额(?:完成)?$|上升|前移|提速(?=至|到|了)|提高|提升|上涨|扩大|增至|升至|升到|升为|增为|(?<!减)新增|上浮|高出|多出|超出|增幅|涨幅|拓宽|延长|增收|增产|回升|攀升|走高|上调|偏高|偏多|多增|多收|加快(?=[了约近超过达]{0,2}$)|超(?:出|过)?(?:警戒|标准|限额|计划|目标|定额)[\\u4e00-\\u9fff]{0,3}$|(?:高于|多于|大于|好于|快于|超过)(?=[\\u4e00-\\u9fff]{2,12}$)|(?<![占对相配])比(?![例重率])[\\u4e00-\\u9fff]{1,9}[多高快大长][\\u4e00-\\u9fff]{0,2}$|海拔(?:高度)?[为约达]?$';
const ZH_DOWN =
  '下降|减少|递减|净减|欠收|歉收|少增|后移|降低|下跌|缩减|减至|降至|降到|降为|减为|回落|压减|削减|缩短|下调|减收|减产|减排|走低|压缩|精简|节约|缩小|下浮|偏低|偏少|降幅|跌幅|下滑|减幅|萎缩|负增长|收窄|放缓(?=[了约近超过达]{0,2}$)|(?:低于|少于|小于|慢于|不足)(?=[\\u4e00-\\u9fff]{2,12}$)|(?<![占对相配])比(?![例重率])[\\u4e00-\\u9fff]{1,9}[少低慢小短][\\u4e00-\\u9fff]{0,1}$';
/** What grows or falls by or to a number. */
const ZH_CHANGES =
  '增长|增加|上升|提高|提升|上涨|扩大|延长|回升|上调|增收|增产|下降|减少|降低|下跌|缩减|压减|削减|缩短|回落|下调|减收|减产|压缩|下滑|收窄';

export const CHINESE_SENSE: SenseWords = {
  reach: [10, 10],
  stop: /[，。；：、！？,;!?（）()《》“”\n\t]/,
  negative: [/(?:负|零下|[-−－])$/, /^(?!)/],
  before: new RegExp(`(?<up>${ZH_UP})|(?<down>${ZH_DOWN})`, 'g'),
  after: /^(?:的|左右的?)?(?:(?<up>增长|增幅|涨幅|上升|提升|增量)|(?<down>下降|降幅|跌幅|减少|减量))/,
  boundBefore:
    /(?:(?<most>[不未](?:得|应|宜|能|可|要|会)?(?:高于|超过|多于|大于|长于|晚于)|(?:至多|最多)[\u4e00-\u9fff]{0,4}|(?:最高|最大|最长|上限)(?:可达|标准为|可|达|为|是|给予|奖励|补助|补贴|资助|支持)?|小于或?等于|低于|少于|小于|不足|不到|不满|未满|未达到?|≤|<|控制在)|(?<least>不(?:得|应|宜|能|可|要|会)?(?:低于|少于|小于|短于)|(?:至少|最少)[\u4e00-\u9fff]{0,4}|(?:最低|最短|下限)(?:标准为|可|为|是|给予|补助|补贴)?|大于或?等于|超过|高于|大于|多于|突破|超|逾|≥|>|(?<![不未圆期届美饱充])满))(?:[\u4e00-\u9fff]{1,8}的|[A-Z]{2,6}加)?(?:约|近|为|了)?(?:每[\u4e00-\u9fff]{1,2})?$/,
  boundAfter:
    /^(?:周?岁|[\u4e00-\u9fff]{0,2})?(?:及|或|含|（含）|\(含\)|（含[^）]{1,6}）)?(?:(?<most>以下|以内|之内|之下|范围(?:以|之)?内|封顶|为上限|为限)|(?<least>以上|之上|以外|之外|开外|起步|为下限))/,
  nearBefore:
    /(?:(?<about>(?<![节预签履违契合公条制特续解集邀失爽盟要])(?:大)?约(?:为|有|合|需要?|占|达)?|大概(?:为|有|需要?)?)|(?<below>接近|将近|几近|(?<![附最邻就靠临亲新远相接将几])近))$/,
  nearAfter: /^(?:周?岁|[\u4e00-\u9fff]{0,2})(?<about>左右|上下(?![水游级班学车]))/,
  step: new RegExp(
    `(?:(?<to>(?:${ZH_CHANGES}|[增升降减涨缩])(?:至|到|为))|(?<by>(?:${ZH_CHANGES})))(?:了|约|近|超过|逾|接近|将近|大约|原来的|原先的){0,2}$|(?:^|[^自])(?<from>[由从])(?:[^\\d，。]{0,6}的)?$`,
  ),
  spanBefore:
    /(?:(?<before>提前|提早)|(?<after>推迟|延迟|延后|延期|滞后|晚于?|(?<![今此最然之以随往])后))(?:了|约|近|整整)?$/,
  whenBefore:
    /(?:(?<before>截至|截止到?|(?<=[期限效]|延长|执行|开放|实施)至|(?<![达遇得收等直报送运])到|不迟于|不晚于|早于)|(?<after>不早于|晚于))$/,
  whenAfter:
    /^[年月日号时天底末]?份?(?:之|以)?(?:(?<before>前(?![\d一二两三四五六七八九十半几期后述往来列置提景身任所夕端沿]))|(?<after>后(?![期续备勤者果方面台半代排])|以来|起))/,
  whenFollowsDays: true,
  stretch: /(?:(?<past>近|过去|最近|以往)|(?<coming>未来|今后|接下来))(?:的)?$/,
  age: [/^(?!)/, /^周?岁/],
  counted:
    /^[余多]?(?:(?<people>名|位|人(?!次|民币)|个(?:孩子|学生|农民|老人))|(?<households>户)|(?<villages>个?(?:行政|自然)?村(?![民组委级])))/,
  clause: CHINESE_CLAUSES,
  either: /[±]$|正负$/,
};

// “Linking of increase and decrease” (增减挂钩) is a policy's name and goes neither way.
const EN_UP =
  'increas\\w*(?!\\s(?:and|or)\\sdecreas)|rose|rise[sn]?(?!\\s(?:and|or)\\sfall)|rising|grew|grow(?:s|n|ing)?|growth(?=\\s+(?:of|by|rate|has been|has averaged|averaged|was|is|reached|stood at)\\b|\\s*$)|climb\\w*|gain\\w*|rais\\w*|expand\\w*|higher(?=\\s+(?:by|than|to)\\b)|extend\\w*|widen(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|quicken(?:ed|s|ing)?|accelerat\\w*|exceed\\w*(?=\\s+(?:the|its|that|this)\\b)|up(?=\\s*$|\\s+(?:by|from|about|nearly|some)\\b)';
const EN_DOWN =
  'short(?=\\s+of\\s+(?:the|its)\\b)|(?<!\\bincreas\\w{1,4}\\s(?:and|or)\\s)decreas\\w*|declin\\w*|fell|(?<!\\brises?\\s(?:and|or)\\s)fall[a-z]*|drop\\w*|reduc\\w*|cut(?:s|ting)?|down(?=\\s*$|\\s+(?:by|from|to|about|nearly|some)\\b)|lower(?:ed|ing|(?=\\s+(?:by|than|to)\\b))|shr[aiu]nk\\w*|shorten\\w*|narrow(?:ed|s|ing)?|slow(?:ed|s)|decelerat\\w*';

export const ENGLISH_SENSE: SenseWords = {
  reach: [40, 26],
  stop: /[,;:!?()\n\t“”"]|\.(?=\s|$)/,
  negative: [
    /(?:(?<!plus or )\bminus\s+|\bnegative\s+|[-−])$/i,
    /^\s*(?:(?:°C|℃|degrees(?: Celsius)?)\s*)?below zero\b/i,
  ],
  before: new RegExp(`\\b(?:(?<up>${EN_UP})|(?<down>${EN_DOWN}))\\b`, 'gi'),
  after:
    /^\s*(?:(?!(?:or|and)\b)[a-z]+\s+){0,2}?(?:(?<up>increase|rise|growth|higher|larger|faster|gain|up(?=\s+on\b)|more(?!\s+than\s+\d)|above(?=\s+(?:sea|the|that|its|their|last|usual|normal|average)\b)|over(?=\s+the (?:national|provincial|standard|limit|plan|target)\b))|(?<down>decrease|decline|reduction|fall|drop|cut|lower|less|fewer|smaller|slower|short(?=\s+of\s+(?:the|its)\b)|down(?=\s+on\b)|below(?=\s+(?:sea|the|that|its|their|last|usual|normal|average)\b)))\b/i,
  boundBefore:
    /\b(?:(?<most>at most|(?:no|not) more than|(?:does|do|did|must|shall|may|will|should|to|can)? ?not (?:to )?exceed(?:ing)?|not over|(?:no|not) higher than|not above|(?:no|not) greater than|up to|within|(?:no|not) longer than|capped at|(?:a )?(?:cap|ceiling) of|limited to|(?<!no |not )(?:less|fewer|lower|smaller|shorter|younger|narrower|lighter) than|under|below|a maximum of|short of)|(?<least>(?:no|not) shorter than|start(?:s|ing)? (?:at|from)|pass(?:es|ed)|surpass(?:es|ed)|topped|at least|(?:no|not) less than|(?:no|not) fewer than|(?:no|not) lower than|not below|(?<!no |not )more than|over|above|(?<!not )(?:exceed(?:s|ed|ing)?)|in excess of|upwards of|(?<!no |not )(?:greater|higher|longer|larger|taller|older|wider|deeper|heavier) than|a minimum of))\s(?:[A-Z]{2,6} plus\s|about\s|RMB\s?|[¥$€£]\s?)?$/i,
  boundAfter:
    /^\s*(?:[a-z²³]+\s+){0,2}?(?:and|or)\s+(?:(?<most>less|fewer|below|under|lower|smaller)|(?<least>more|above|over|higher|larger|upwards))\b/i,
  nearBefore:
    /\b(?:(?<about>about|around|some|roughly|approximately|approx\.|an estimated|circa)|(?<below>nearly|almost|close to|just under|approaching))\s+(?:the (?:size|length|height|equivalent) of\s|an?\s|the\s|RMB\s?|[¥$€£]\s?)?$/i,
  nearAfter: /^\s*(?:[a-z]+\s+){0,2}?(?<about>or so|or thereabouts)\b/i,
  step: new RegExp(
    `\\b(?:${EN_UP}|${EN_DOWN})\\b[^.;]{0,30}?\\b(?:(?<to>to)|(?<by>by))\\s+(?:about\\s|nearly\\s|some\\s|almost\\s|over\\s|more than\\s)?(?:RMB\\s?|[¥$€£]\\s?)?$|\\b(?<from>from)\\s+(?:about\\s|nearly\\s|over\\s)?(?:RMB\\s?|[¥$€£]\\s?)?$`,
    'i',
  ),
  spanBefore: NEVER,
  whenBefore:
    /\b(?:(?<before>(?<!not )before|by|not after|until|till|(?:no|not) later than|prior to)|(?<after>after|since|from|following|(?:no|not) earlier than|not (?:before|until)))\s+(?:the\s+)?$/i,
  whenAfter:
    /^\s*(?:(?<before>before|earlier|early|ago|prior to|in advance|ahead)|(?<after>after|later|late|behind|afterwards|onwards?))\b/i,
  whenFollowsDays: false,
  stretch: /\b(?:(?<past>last|past|previous|preceding|recent)|(?<coming>next|coming))\s+$/i,
  age: [
    /\b(?:aged|ages?(?:\s+of)?)\s+(?:over\s+|under\s+|above\s+|below\s+|between\s+)?$/i,
    /^[\s-]*years?[\s-]+(?:old\b|of age\b)/i,
  ],
  counted:
    /^\s{1,3}(?:(?:old|older|elderly|young|poor|other|such|new|natural|administrative)\s{1,3})?(?:(?<people>people|persons|residents|villagers|pupils|students|children|women|men|workers|teachers|seniors)|(?<households>households|families)|(?<villages>villages))\b/i,
  clause: ENGLISH_CLAUSES,
  either: /[±]$|\bplus or minus\s$/i,
};
