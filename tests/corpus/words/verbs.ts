/**
 * What offices do: `中文|base|past|gerund`; past and gerund are left out where they are regular
 * (base + ed, base + ing, a final e dropped).
 */
export const VERBS = `
加强|strengthen;推进|advance;完善|improve;规范|regulate;落实|implement;优化|optimise;核查|verify;清理|clear;整治|rectify;盘活|revitalise;提升|upgrade;建立|establish;健全|perfect;探索|explore;
开展|conduct;统筹|coordinate;督促|urge on|urged on|urging on;保障|safeguard;细化|refine;编制|draw up|drew up|drawing up;修订|revise;评估|assess;公开|publish;公示|announce;调查|investigate;登记|register;监测|monitor;
巡查|patrol;治理|treat;修复|restore;保护|protect;改造|renovate;新建|build|built|building;扩建|expand;迁移|relocate;整合|integrate;压减|cut down|cut down|cutting down;严控|strictly control|strictly controlled|strictly controlling;
核减|reduce;核定|determine;审查|examine;批复|approve;备案|file;验收|accept;考核|appraise;通报|report;约谈|summon;处置|handle;查处|penalise;纠正|correct;摸清|ascertain;梳理|sort out|sorted out|sorting out;
建成|complete;启用|put into use|put into use|putting into use;推广|promote;宣传|publicise;培育|foster;扶持|support;引导|guide;鼓励|encourage;简化|simplify;压缩|compress;下放|delegate;承接|undertake|undertook|undertaking;
衔接|link;对接|connect;协调|harmonise;会商|discuss;督办|supervise;跟踪|track;复核|review;抽查|spot-check;普查|census|took a census of|taking a census of;测绘|survey;标定|demarcate;划定|delimit|delimited|delimiting;调整|adjust;
腾退|vacate;收储|acquire;置换|exchange;补植|replant;抚育|tend;封育|enclose;疏浚|dredge;加固|reinforce;拆除|demolish;绿化|green;硬化|pave;亮化|light|lit|lighting;净化|purify|purified|purifying;美化|beautify|beautified|beautifying;
试点|pilot;示范|demonstrate;复制|replicate;总结|summarise;研究|study|studied|studying;论证|deliberate on|deliberated on|deliberating on;谋划|plan|planned|planning;储备|stock;申报|apply for|applied for|applying for;争取|strive for|strove for|striving for;
筹措|raise;拨付|disburse;审计|audit;追缴|recover;归集|collect;归档|archive;共享|share;更新|update;上线|launch;运维|maintain;升级|modernise`;

/** How they do it. */
export const ADVERBS = `
依法|in accordance with the law;稳妥|prudently;有序|in an orderly way;全面|comprehensively;持续|continuously;分批|in batches;逐步|step by step;重点|as a priority;同步|in parallel;及时|in good time;从严|strictly;
因地制宜|in line with local conditions;实事求是|on the basis of facts;一体|as one;联合|jointly;动态|dynamically;深入|in depth;扎实|solidly;科学|scientifically;合理|reasonably;精准|precisely;主动|proactively;
逐宗|parcel by parcel;逐户|household by household;逐项|item by item;按季度|quarter by quarter;按年度|year by year;分类|by category;分级|by level;就近|close at hand;滚动|on a rolling basis;集中|in a concentrated manner;公开透明|openly and transparently;
定期|at regular intervals;限期|within a set time;闭环|in a closed loop;协同|in concert;靠前|at the front line;从快|swiftly;审慎|cautiously`;

/** Whom they work with. */
export const AGENCIES = `
市发展改革部门|the municipal development and reform department;市财政部门|the municipal finance department;市生态环境部门|the municipal ecology and environment department;市住房城乡建设部门|the municipal housing and construction department;
市交通运输部门|the municipal transport department;市水务部门|the municipal water department;市农业农村部门|the municipal agriculture department;市文物部门|the municipal heritage department;市应急管理部门|the municipal emergency department;
市林业部门|the municipal forestry department;市审计部门|the municipal audit department;市统计部门|the municipal statistics department;市教育部门|the municipal education department;市民政部门|the municipal civil affairs department;
市公安交管部门|the municipal traffic police;市气象部门|the municipal weather service;市税务部门|the municipal tax authority;市司法行政部门|the municipal justice department;市大数据部门|the municipal data department;
各县区人民政府|the county and district governments;乡镇人民政府|the township governments;街道办事处|the subdistrict offices;村民委员会|the village committees;省级主管部门|the provincial department in charge;
专业技术单位|professional technical institutions;高等院校|universities;地勘队伍|geological teams;行业协会|trade associations;金融机构|financial institutions;国有平台公司|state-owned platform companies`;

/** What comes of it. */
export const EFFECTS = `
取得阶段性成效|with results at this stage;得到群众认可|which residents have recognised;为下一步工作打下基础|laying a base for what follows;办理时限明显缩短|with markedly shorter handling times;形成了工作合力|so that efforts were joined;
消除了一批隐患|removing a number of hidden dangers;改善了周边环境|bettering the surroundings;盘活了存量资源|bringing existing resources back to use;提高了利用效率|raising the efficiency of use;补齐了设施短板|making good the gaps in facilities;
群众满意度稳步提升|with steadily rising satisfaction;相关做法在全省推广|a practice since spread across the province;有关情况已向社会公开|and the facts have been made public;责任已落实到人|with duties assigned to persons;工作台账每月更新|with a ledger updated monthly;
整改进度总体可控|with rectification under control on the whole;未发现新增问题|and no new problems were found;尚有部分问题需要继续研究|while some matters need further study;受资金制约进展较慢|though funds have slowed the pace;需要部门之间进一步衔接|and departments need to link up further;
确保不反弹|so that nothing relapses;做到应办尽办|so that all that can be handled is handled;守住了安全底线|holding the bottom line of safety;推动了产业转型|furthering industrial change;惠及沿线村庄|to the good of the villages along the way;方便了企业和群众办事|making things easier for firms and residents`;

/** Standing before nouns. */
export const MODIFIERS = `
全市|city-wide;辖区内|local;重点区域|key-area;新增|newly added;存量|existing;历史遗留|inherited;在建|ongoing;拟建|planned;已批|approved;沿线|wayside;城区|urban;农村|rural;山区|upland;平川|lowland;跨县|cross-county;
省级|provincial-level;市级|city-level;县级|county-level;中央资金支持|centrally funded;社会资本参与|privately financed;群众反映强烈|much complained-of;代表关注|deputies' concerned;年度|annual;季度|quarterly;中期|mid-term;远期|long-term;
示范性|exemplary;综合性|comprehensive;专项|special;配套|supporting;关键|crucial;薄弱|weak;智慧|smart;低碳|low-carbon;传统|traditional;新型|new-type;公益性|non-profit;经营性|commercial;闲散|scattered;成片|contiguous;
高风险|high-risk;中小型|small and medium;大型|large;临时|temporary;永久|permanent;试验性|experimental;标准化|standardised;数字化|digitised`;
