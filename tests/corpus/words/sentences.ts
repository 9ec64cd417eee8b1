/**
 * Sentences of a reply, `中文|English`. Slots in braces draw words (see ../phrases.ts): the same draw on both
 * sides; `{verb.past}` and `{verb.gerund}` are English forms. A digit tells apart two draws of one kind.
 */
export const SENTENCES: readonly string[] = [
  '{year}年，我局会同{agency}{adverb}{verb}{place}{noun}，{effect}。|In {year} we worked with {agency} and {verb.past} the {noun} of {place} {adverb}, {effect}.',
  '截至{day}，全市累计{verb}{noun}{quantity}，占年度任务的{share}。|By {day} the city had {verb.past} {quantity} under the heading of {noun}, {share} of the task for the year.',
  '针对您提出的{noun}问题，我局组织人员赴{place}、{place2}实地调研。|As to the {noun} that you raise, we sent staff to study the matter on site at {place} and {place2}.',
  '经核实，{place}现有{quantity}，其中涉及{noun}的{quantity2}。|We have verified that {place} now has {quantity}, of which {quantity2} concern the {noun}.',
  '{agency}{adverb}{verb}了{noun}，并将{noun2}纳入日常监管。|Here {agency} {verb.past} the {noun} {adverb} and brought the {noun2} under day-to-day supervision.',
  '由于{noun}与{noun2}相互交叉，部分地块暂不具备办理条件。|Because the {noun} and the {noun2} overlap, some plots do not yet meet the conditions for handling.',
  '{place}的{noun}由{firm}负责，计划投资{quantity}，{year}年底前完成。|The {noun} of {place} are in the charge of {firm}, with {quantity} planned, for completion by the end of {year}.',
  '我局{adverb}{verb}{noun}，{adverb2}{verb2}{noun2}，{effect}。|We {verb.past} the {noun} {adverb} and {verb2.past} the {noun2} {adverb2}, {effect}.',
  '根据《{noun}管理办法》（虚政发〔{year}〕{serial}号）有关规定，{noun2}由{agency}牵头{verb}。|Under the Measures for {noun} (Xu Government [{year}] No. {serial}), {agency} take the lead to {verb} the {noun2}.',
  '{person}等同志多次到{place}走访，听取了{quantity}意见。|{person} and others called at {place} several times and heard views concerning {quantity}.',
  '从{year}年的数据看，{noun}同比增长{share}，{noun2}同比下降{share2}。|The figures for {year} show the {noun} up {share} and the {noun2} down {share2} on the year before.',
  '对{place}反映的{noun}，我局已责成{firm}于{day}前{verb}到位。|As to the {noun} reported from {place}, we have instructed {firm} to {verb} them by {day}.',
  '目前，{place}{noun}项目已完成初步设计，正在{adverb}{verb}{noun2}。|The {noun} project of {place} has reached preliminary design, and we are {verb.gerund} the {noun2} {adverb}.',
  '{year}年以来，共{verb}{noun}{quantity}、{verb2}{noun2}{quantity2}。|Since {year} we have {verb.past} {quantity} as regards the {noun} and {verb2.past} {quantity2} as regards the {noun2}.',
  '该片区西起{place}，东至{place2}，涉及{quantity}。|The area runs from {place} in the west to {place2} in the east and takes in {quantity}.',
  '{noun}的权属清晰、边界明确，但{noun2}尚未{verb}。|Ownership and limits of the {noun} are clear, but the {noun2} have yet to be settled; we mean to {verb} them.',
  '您建议将{place}列为{noun}试点，我局认为很有必要。|You suggest that {place} become a pilot for the {noun}; we think it much needed.',
  '{agency}于{day}召开专题会议，研究{noun}和{noun2}的衔接。|On {day} {agency} held a meeting on how the {noun} and the {noun2} fit together.',
  '会议明确，由{place}负责{verb}{noun}，{agency}负责{verb2}{noun2}。|It was settled that {place} is to {verb} the {noun} and that {agency} are to {verb2} the {noun2}.',
  '在{noun}方面，{adverb}{verb}是主要做法，在{place}收到较好效果。|For the {noun} the main practice has been {verb.gerund} {adverb}, to good effect at {place}.',
  '{firm}承担的{noun}已于{day}通过验收，合格率为{share}。|The {noun} undertaken by {firm} passed acceptance on {day}, with a pass rate of {share}.',
  '考虑到{noun}资金缺口约{quantity}，建议分年度{verb}。|Given that the {noun} are short by about {quantity}, we propose to {verb} year by year.',
  '{place}群众反映，{noun}影响出行和生产，要求尽快{verb}。|Residents of {place} say that the {noun} hinder travel and work, and ask us to {verb} soon.',
  '对照省级标准，我市{noun}尚有{quantity}未达标，主要分布在{place}。|By the provincial standard {quantity} of our {noun} still fall short, mostly at {place}.',
  '我局建立了{noun}台账，实行{adverb}销号，目前销号率达到{share}。|We set up a ledger of the {noun} and close entries {adverb}; {share} have been closed so far.',
  '{noun}与{noun2}统筹实施，可节约资金{quantity}。|Carried out together, the {noun} and the {noun2} can save {quantity}.',
  '其中，{place}完成{quantity}，{place2}完成{quantity2}，其余正在推进。|Of these {place} completed {quantity} and {place2} {quantity2}; the rest are in progress.',
  '按照“谁受益、谁负责”的原则，{firm}应当{verb}{noun}。|On the principle that those who benefit are responsible, {firm} ought to {verb} the {noun}.',
  '{noun}历时较长，档案散存于{place}和{place2}，查找困难。|The {noun} go back a long way, and the files lie scattered at {place} and {place2}, hard to find.',
  '我们还邀请{person}、{person2}两位专家对{noun}进行评审。|We also invited two experts, {person} and {person2}, to review the {noun}.',
  '{place}至{place2}段全长{quantity}，沿线{noun}较为集中。|The stretch from {place} to {place2} measures {quantity}, with the {noun} close together along it.',
  '经与{agency}沟通，{noun}不再单独审批，改为与{noun2}一并{verb}。|After talks with {agency} the {noun} no longer need a separate approval; we {verb} them together with the {noun2}.',
  '如{noun}涉及跨区域协调，由{agency}报请上级{adverb}{verb}。|Where the {noun} call for coordination across areas, {agency} ask the level above to {verb} them {adverb}.',
  '上述{noun}预计惠及{quantity}，{effect}。|These {noun} are expected to reach {quantity}, {effect}.',
  '{year}年{place}启动{noun}改革，{year2}年在全市铺开。|Reform of the {noun} began at {place} in {year} and went city-wide in {year2}.',
  '我局将把您的意见转化为{noun}的具体措施，于{day}前书面反馈。|We shall turn your views into measures for the {noun} and report back in writing by {day}.',
  '现场检查发现，{place}的{noun}存在{quantity}问题，已{adverb}{verb}。|The site inspection found problems with {quantity} in the {noun} of {place}, since {verb.past} {adverb}.',
  '由{firm}编制的{noun}方案已征求{agency}意见，修改后报批。|The plan for the {noun} drawn up by {firm} went to {agency} for comment and is to be submitted once revised.',
  '近三年，{place}累计投入{quantity}用于{noun}，{effect}。|Over the past three years {place} has put {quantity} into the {noun}, {effect}.',
  '关于{noun}的收费，严格执行{year}年公布的标准，不得另行加收。|Charges for the {noun} keep strictly to the standard published in {year}, with nothing added.',
  '{person}负责{noun}的日常协调，每月向{agency}报送进展。|{person} sees to the day-to-day coordination of the {noun} and reports to {agency} each month.',
  '{place}{noun}一期工程于{day}开工，二期拟于{year}年实施。|The first phase of the {noun} of {place} began on {day}; the second is planned for {year}.',
];

/** First words of a reply after the greeting. `{kind}` is what was submitted, `{title}` its title. */
export const OPENINGS: readonly string[] = [
  '您好！您提出的《{title}》收悉。经研究，现答复如下：|Greetings! We have received your {kind} entitled “{title}”. Having studied it, we reply as follows:',
  '您与{person}等联名提出的《{title}》收悉。现将有关情况答复如下：|We have received the {kind} entitled “{title}” that you put forward with {person} and others. Our reply is as follows:',
  '您提出的《{title}》已交由我局办理。经会同{agency}认真研究，现答复如下：|Your {kind} entitled “{title}” was passed to us. Having studied it with care together with {agency}, we reply as follows:',
];

/** Last words of a reply. */
export const CLOSINGS: readonly string[] = [
  '感谢您对规划和自然资源工作的关心和支持，欢迎继续提出宝贵意见。|Thank you for your concern and support for planning and natural resources; we welcome further views.',
  '下一步，我局将继续{verb}{noun}，{adverb}回应社会关切。|Next we shall go on to {verb} the {noun} and answer public concerns {adverb}.',
  '以上答复，如有不同意见，请与我局联系。|Should you see any of the above differently, please get in touch with us.',
];

/** Headings of a reply's parts, without their number. */
export const HEADINGS: readonly string[] = [
  '{noun}基本情况|The {noun}: the facts',
  '关于{verb}{noun}|On {verb.gerund} the {noun}',
  '{adverb}{verb}{noun}|{verb.gerund} the {noun} {adverb}',
  '{place}{noun}工作开展情况|Work on the {noun} of {place}',
  '存在的主要问题|The main problems',
  '{noun}与{noun2}的衔接|Linking the {noun} and the {noun2}',
  '下一步工作计划|What comes next',
  '{year}年{noun}目标任务|Targets for the {noun} in {year}',
  '优惠政策情况|Preferential policies',
];

/** Items of a list. */
export const LIST_ITEMS: readonly string[] = [
  '{adverb}{verb}{place}{noun}，由{agency}负责；|{verb} the {noun} of {place} {adverb}: in the charge of {agency};',
  '{noun}：{quantity}，{year}年完成；|{noun}: {quantity}, for completion in {year};',
  '{place}：{verb}{noun}{quantity}；|{place}: {verb} {quantity} as regards the {noun};',
  '{firm}{noun}整改，时限为{day}；|Rectification of the {noun} by {firm}, by {day};',
];

/** What a suggestion is called, inside 《…》. */
export const TITLES: readonly string[] = [
  '关于{adverb}{verb}{place}{noun}的{kind}|On {verb.gerund} the {noun} of {place} {adverb}',
  '关于{verb}{noun}推动{noun2}高质量发展的{kind}|On {verb.gerund} the {noun} to further the quality of the {noun2}',
  '关于解决{place}{noun}问题的{kind}|On solving the problems of the {noun} of {place}',
  '关于在{place}{verb}{noun}的{kind}|On moves to {verb} the {noun} at {place}',
];
