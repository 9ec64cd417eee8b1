/** Words in the clause of a number, by groups that name what they say: all that come before it, and what comes after it. */
interface Beside {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** How a language says in a clause what a number in it is. */
export interface ClauseWords {
  /** `total`, `average` and `each`: of all together, of them on average, or of each of them. */
  readonly share: Beside;
  /** `year` and `before`: compared with the same time of the year before, or with the time just before. */
  readonly base: Beside;
  /** `gain` and `loss`: what is earned, left over or flows in, or what is lost, lacking or flows out. */
  readonly balance: Beside;
  /** Words at the beginning of a clause, which a comma parts from the number that they are said of. */
  readonly ahead: RegExp;
}

/** What no text has. */
export const NEVER = /^(?!)/;

export const CHINESE_CLAUSES: ClauseWords = {
  share: {
    before:
      /(?<total>累计|合计|总计|总共|一共|(?<![公一]|(?<!其)中)共(?![同享产青识和性治用管存赢鸣商荣济]|建(?!成))|总(?:投资|面积|人口|额|量|数|规模|里程|长度|产值|产量|库容|收入|支出))|(?<average>平均(?!水平|值|数|线|[高低多少])|(?:[年月日周季户村亩校班]|(?<![学师考医新先产])生|人(?!均预期))均(?![衡匀等能为要应须需已按未无在由属是不]|可(?!支配))|(?<![较比])(?:多年|常年)(?!同期|偏))|(?<each>每(?!隔|逢)|全年|按[年月季日]|逐[年月]|各(?![级类种项地县市区乡镇村街部单方界族行自个有相位国省学大成环阶段年分条组户])|各(?:个)?(?:乡镇|行政村|村(?!民)|社区|街道|学校|县区?|班级|班(?!子)|小组|站点|点位|网点|窗口)(?![^，。]{0,16}(?:已|完成|共|计)))/g,
    after: NEVER,
  },
  base: {
    before: /(?<year>同比|[较比](?:上年|去年)(?:同期)?|[较比]上一年)|(?<before>环比|[较比](?:上个?月|上个?季度|上期))/g,
    after: NEVER,
  },
  balance: {
    before: /(?<gain>盈利|盈余|利润|结余|结存|顺差|净?流入)|(?<loss>(?<![扭减止])亏损|赤字|逆差|缺口|净?流出|短缺)/g,
    after: /^的?(?:(?<gain>盈利|盈余|利润|结余|顺差)|(?<loss>亏损|赤字|逆差|缺口))/,
  },
  ahead: NEVER,
};

export const ENGLISH_CLAUSES: ClauseWords = {
  share: {
    before:
      /\b(?:(?<total>total(?:s|led|ling|ed|ing)?|in all|altogether|cumulative(?:ly)?|all told|together(?!\s+with))|(?<average>averag(?:e|ed|es|ing)(?!\s+of the)|mean|per capita)|(?<each>each(?!\s+other)|every|per(?!\s+cent)|apiece))\b/gi,
    after:
      /^[^.,;:]{0,40}?\b(?:(?<total>in total|in all|altogether|all told|combined|together(?!\s+with))|(?<average>on average|per capita)|(?<each>each(?=\s*$|\s+(?:year|month|week|day|quarter|of the|to the)\b)|(?:in|for|to|from) (?:each|every)|apiece|per (?!cent\b)[a-z]{3,}|an? (?:year|month|week|day|quarter|head|household|person)(?!\s+(?:ago|earlier|later|before|after))))\b/i,
  },
  base: {
    before:
      /\b(?:(?<year>year[- ]on[- ]year|(?:over|from|than|on) (?:the|a) (?:same \w{1,12} (?:of )?)?(?:last |previous )?year)|(?<before>(?:month|quarter)[- ]on[- ](?:month|quarter)|(?:over|from|than|on) the (?:previous |last )?(?:month|quarter)))\b/gi,
    after:
      /^[^.,;:]{0,40}?\b(?:(?<year>year[- ]on[- ]year|(?:over|from|than|on) (?:the|a) (?:same \w{1,12} (?:of )?)?(?:last |previous )?year)|(?<before>(?:month|quarter)[- ]on[- ](?:month|quarter)|(?:over|from|than|on) the (?:previous |last )?(?:month|quarter)))\b/i,
  },
  balance: {
    before:
      /\b(?:(?<gain>(?<!-)profits?|surplus|inflow|(?:moved|flowed) in)|(?<loss>loss(?:es)?|deficit|shortfall|shortage|gap|outflow|(?:moved|flowed) out))\b/gi,
    after:
      /^[^.,;:]{0,30}?\b(?:(?<gain>(?<!-)profit|surplus|inflow|(?:moved|flowed) in)|(?<loss>loss|deficit|shortfall|shortage|gap|outflow|(?:moved|flowed) out))\b/i,
  },
  ahead: /(?:^|[.;:]\s+)(?:in total|altogether|in all|on average|year on year|month on month),\s/gi,
};
