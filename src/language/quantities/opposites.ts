import type { Contradiction } from './contradiction.ts';

/** What one sentence says in either of two opposite ways, and what it has to lack to say it without doubt. */
interface Way {
  readonly zh: RegExp;
  readonly en: RegExp;
}

/** Opposite things that a sentence says besides its numbers, and words of each that leave no doubt in either language. */
interface Opposites {
  readonly sense: Contradiction;
  /** Plain words for each of the two. */
  readonly said: readonly [Way, Way];
  /** Anything that may mean one of the two, so that a sentence with it says nothing against it. */
  readonly meant: readonly [Way, Way];
}

const OPPOSITES: readonly Opposites[] = [
  {
    sense: 'direction',
    said: [
      {
        zh: /增长|增加|上升|上涨|增多/,
        en: /\b(?:rose|risen|rising|increas(?:e|es|ed|ing)|grew|grown|climbed)\b/i,
      },
      {
        zh: /下降|下跌|回落|下滑|减少/,
        en: /\b(?:fell|fallen|falling|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|dropp(?:ed|ing))\b/i,
      },
    ],
    meant: [
      {
        zh: /[增升涨高扩多超强]|改善|发展/,
        en: /\b(?:rose|ris|increas|grow|grew|climb|rais|higher|more|up\b|expand|improv|gain|exceed|above|over\b|widen|extend|length|add|new\b|strength|better|boost|promot|develop)/i,
      },
      {
        zh: /[减降缩跌落滑少低压省负轻退]|萎|[-−－(（]\d/,
        en: /\b(?:fell|fall|declin|decreas|drop|reduc|lower|less|few|cut|short|shr[aiu]nk|down|slow|eas|sav|narrow|below|minus|negative|worse|loss|remov|under|weak|limit|prevent|cheap|avoid)|[-−(]\d/i,
      },
    ],
  },
  {
    sense: 'bound',
    said: [
      { zh: /最高(?!人民|法院|检察)|上限|封顶/, en: /\b(?:maximum|highest|upper limit|at most|ceiling)\b/i },
      { zh: /最低|下限|保底/, en: /\b(?:minimum|lowest|lower limit|at least|floor price)\b/i },
    ],
    meant: [
      {
        zh: /最[高多大长快好]|上限|封顶|不超|以内|以下|不高于|不多于|不大于/,
        en: /\b(?:maxim|highest|most\b|upper|largest|longest|up to|within|cap\b|capped|ceiling|top)/i,
      },
      {
        zh: /最[低少小短慢近]|下限|保底|不低于|不少于|以上|至少|不小于/,
        en: /\b(?:minim|lowest|least\b|lower|smallest|shortest|floor|fewest)/i,
      },
    ],
  },
  {
    sense: 'share',
    said: [
      { zh: /累计|合计|总计|共计/, en: /\b(?:total(?:s|led|ling)?|cumulative(?:ly)?|altogether|in all)\b/i },
      { zh: /(?<!不)平均|年均|月均|人均|户均/, en: /\b(?:averag(?:e|es|ed|ing)|per capita)\b/i },
    ],
    meant: [
      {
        zh: /[计总共全]|一共/,
        en: /\b(?:total|sum|cumulat|altogether|in all|overall|all\b|combined|so far|together)/i,
      },
      { zh: /[均每各]/, en: /\b(?:averag|mean\b|per\b|each|every|annual|yearly|monthly|daily)/i },
    ],
  },
  {
    sense: 'course',
    said: [
      {
        zh: /开始|启动|开放|开通|通车|开工|动工|开馆|开业|启用/,
        en: /\b(?:opens?|opened|starts?|started|begins?|began|begun|launched)\b/i,
      },
      {
        zh: /截止(?!到?目前)|结束|关闭|封闭|竣工|完工|终止|停办/,
        en: /\b(?:closes?|closed|ends?|ended|expires?|expired|ceased|completed|finished)\b/i,
      },
    ],
    meant: [
      {
        zh: /[开启始]|动工|通车|新建|建设|实施|发布|受理|试行|施行|恢复|自|起|从/,
        en: /\b(?:open|start|begin|beg[au]n|launch|commenc|from\b|since|initiat|set up|introduc|establish|first|new|(?:tak(?:es?|en|ing)|took) effect|buil|broke|break|undertak|carried|put into|us(?:e|ed)\b|under way|into)/i,
      },
      {
        zh: /[截止终结停闭完竣毕末底尽满成前]|到期|落幕|至|到/,
        en: /\b(?:clos|end|deadline|expir|stop|ceas|finish|complet|until|till|by\b|before|within|late|last|up to|shut|terminat|final|conclud|done|over\b|through|built|accept)/i,
      },
    ],
  },
  {
    sense: 'rest',
    said: [
      {
        zh: /已(?:全部)?(?:完成|建成|办结|整改|竣工|支付|拨付)/,
        en: /\b(?:(?:has|have|had) been (?:done|completed|finished|built|paid))\b/i,
      },
      { zh: /剩余|其余|余下|尚未|仍有|还有/, en: /\b(?:remain(?:s|ed|ing)?|outstanding|still to be)\b/i },
    ],
    meant: [
      { zh: /已|完成|建成|办结|成|竣/, en: /\b(?:done|complet|finish|built|paid|already|has\b|have\b|had\b|so far)/i },
      {
        zh: /剩|余|其他|尚|未|仍|还|待|再|继续|保留|保持|遗留/,
        en: /\b(?:remain|rest\b|left|still|yet|outstanding|balance|other|not\b|keep|kept|stay|continu)/i,
      },
    ],
  },
];

/** Opposite words of a sentence and its translation, where each language says one thing and nothing that could mean the other. */
export function oppositeWords(
  zh: string,
  en: string,
): { readonly zh: string; readonly en: string; readonly sense: Contradiction }[] {
  return OPPOSITES.flatMap(({ sense, said, meant }) =>
    (
      [
        [0, 1],
        [1, 0],
      ] as const
    ).flatMap(([own, other]) => {
      const [chinese] = said[own].zh.exec(zh) ?? [];
      const [english] = said[other].en.exec(en) ?? [];
      if (chinese === undefined || english === undefined) return [];
      const isOpen = meant[other].zh.test(zh) || meant[own].en.test(en);
      return isOpen ? [] : [{ zh: chinese, en: english, sense }];
    }),
  );
}
