/** What replies of each topic speak about: `中文|English` pairs, the English fit to follow "the". */
export const NOUNS: Readonly<Record<string, string>> = {
  'land-use': `
国土空间规划|territorial spatial plan;永久基本农田|permanent basic cropland;城镇开发边界|urban growth boundary;建设用地指标|construction land quota;闲置土地|idle land;
低效用地|underused land;土地出让合同|land grant contracts;征地补偿标准|land compensation standard;占补平衡|balance of occupied and made-up cropland;旱改水项目|dryland-to-paddy projects;
宅基地|rural house plots;集体经营性建设用地|collectively owned commercial land;村庄规划|village plans;控制性详细规划|regulatory detailed plan;用途管制|land use control;
三区三线|three zones and three lines;用地预审|preliminary land review;工业用地|industrial land;标准地|standard plots;土地储备|land reserve;增减挂钩|linking of increase and decrease;
撂荒地|abandoned fields;设施农用地|facility farmland;点状供地|point-shaped land supply;弹性年期出让|flexible-term grants;规划许可|planning permits;批后监管|supervision after approval;
容积率|floor area ratio;绿地率|green ratio;地籍图|cadastral map;变更调查|change survey;卫片图斑|satellite image plots;违法占地|unlawful land occupation;耕地流出|cropland outflow;表土剥离|topsoil stripping;田长制|field chief system`,
  mining: `
矿产资源规划|mineral resources plan;采矿权|mining rights;探矿权|exploration rights;矿山企业|mining enterprises;废弃矿坑|abandoned pits;尾矿库|tailings ponds;矸石山|gangue heaps;
沉陷区|subsidence areas;治理恢复基金|remediation and restoration fund;绿色矿山|green mines;开采总量|extraction volume;储量年报|annual reserve reports;采空区|goafs;露天采场|open-cast sites;
边坡|slopes;矿井水|mine water;充填开采|backfill mining;智能化工作面|intelligent working faces;矿业权出让|granting of mineral rights;砂石料场|sand and gravel yards;
煤层气|coalbed methane;铝土矿|bauxite;石灰岩|limestone;白云岩|dolomite;地热资源|geothermal resources;矿泉水|mineral water;选矿工艺|ore dressing processes;综合利用率|rate of comprehensive use;
安全生产许可|work safety licences;关闭退出名单|closure list;实物地质资料|physical geological data;岩心库|core store;勘查报告|exploration reports;矿区道路|mine roads;抑尘设施|dust control facilities;越界开采|mining beyond boundaries`,
  forestry: `
公益林|public welfare forests;天然林|natural forests;古树名木|ancient and notable trees;退耕还林|return of farmland to forest;林长制|forest chief system;森林防火|forest fire prevention;
防火隔离带|firebreaks;护林员|forest rangers;苗圃|nurseries;油松林|Chinese pine stands;侧柏|oriental arborvitae;连翘基地|forsythia bases;林下经济|under-forest economy;核桃示范园|walnut demonstration orchards;
松材线虫病|pine wilt disease;美国白蛾|fall webworm;飞播造林|aerial seeding;封山育林|closing of hills for forest growth;碳汇|carbon sinks;采伐限额|felling quota;
自然保护地|nature reserves;湿地公园|wetland parks;候鸟栖息地|migratory bird habitats;野猪种群|wild boar population;林权证|forest tenure certificates;草地|grasslands;荒漠化土地|desertified land;
通道绿化|roadside greening;村旁绿化|village greening;义务植树|voluntary tree planting;国有林场|state forest farms;生态护坡|ecological slope protection;森林步道|forest trails;花椒|Sichuan pepper;种质资源|germplasm resources;病虫害监测点|pest monitoring points`,
  water: `
水源保护区|water source protection zones;岩溶泉域|karst spring catchments;地下水超采|groundwater overdraft;取水许可|water abstraction permits;灌区|irrigation districts;淤地坝|check dams;小流域|small catchments;
河道管理范围|river management areas;岸线|shorelines;行洪通道|flood channels;山洪沟|flash flood gullies;水库移民|reservoir resettlers;农村供水|rural water supply;供水管网|supply network;
再生水|reclaimed water;海绵城市|sponge city;雨污分流|separation of rain and sewage;黑臭水体|black and malodorous waters;断面水质|section water quality;河长制|river chief system;
水土流失|soil and water loss;蓄水池|cisterns;提灌站|pumping stations;渠系|canal systems;闸门|sluice gates;堤防|embankments;水位监测井|water level monitoring wells;节水器具|water-saving appliances;
滴灌带|drip tapes;生态补水|ecological replenishment;人工湿地|constructed wetlands;污水处理厂|sewage treatment plants;排污口|outfalls;水价|water prices;泉水复流|return of spring flow;护岸林|bank protection forests`,
  housing: `
老旧小区|old housing estates;棚户区|shanty towns;城中村|urban villages;保障性住房|affordable housing;公租房|public rental housing;物业服务|property services;加装电梯|added lifts;
不动产登记|real estate registration;历史遗留问题|problems left by history;办证难|difficulty of obtaining certificates;维修资金|maintenance fund;停车位|parking spaces;充电桩|charging points;外墙保温|external insulation;
供暖管道|heating pipes;燃气管线|gas pipelines;二次供水|secondary water supply;消防通道|fire lanes;社区养老|community elderly care;幼儿园|kindergartens;中小学用地|school sites;
口袋公园|pocket parks;背街小巷|back lanes;违法建设|unlawful construction;日照间距|sunlight spacing;烂尾楼|unfinished buildings;预售资金|presale funds;房屋征收|house expropriation;安置房|resettlement flats;
危房改造|dilapidated house renovation;抗震加固|seismic strengthening;农房设计图集|rural house design atlas;风貌管控|townscape control;城市更新|urban renewal;公共厕所|public toilets;菜市场|food markets`,
  roads: `
断头路|dead-end roads;环城高速|ring expressway;旅游公路|scenic roads;农村公路|rural roads;公交专用道|bus lanes;公交枢纽|bus hubs;慢行系统|walking and cycling network;
过街天桥|footbridges;地下通道|underpasses;铁路专用线|railway sidings;货运站场|freight yards;物流园区|logistics parks;桥梁检测|bridge inspection;隧道照明|tunnel lighting;
交通信号|traffic signals;学校门口交通|traffic at school gates;停车泊位|parking bays;道路红线|road reservation lines;道路积水点|waterlogging points;人行道铺装|pavements;
客运班线|coach routes;超限检测站|overload checkpoints;护栏|guardrails;弯道|bends;路灯|street lamps;管廊|utility tunnels;加油站布局|layout of filling stations;高铁站前广场|high-speed station forecourt;
连接线|link roads;互通立交|interchanges;养护工区|maintenance depots;驿站|rest stations;绿波带|green wave;运煤通道|coal haul roads;自行车道|cycle paths;除雪预案|snow clearing plans`,
  surveying: `
卫星定位基准站|satellite positioning stations;水准点|levelling benchmarks;控制网|control networks;实景三维|real-scene three-dimensional model;航空影像|aerial images;遥感监测|remote sensing monitoring;电子地图|electronic maps;
地名|place names;界桩|boundary markers;行政区域界线|administrative boundaries;地理国情|geographical conditions;测绘资质|surveying qualifications;成果汇交|submission of results;涉密图件|classified maps;
问题地图|problem maps;公益服务平台|public service platform;数据目录|data catalogue;共享接口|sharing interfaces;时空信息|spatiotemporal information;地下管线普查|underground pipeline survey;
多测合一|combined surveys;竣工测量|completion surveys;房产测绘|property surveys;坐标系统|coordinate systems;高程基准|height datum;测量标志|survey marks;无人机|drones;激光点云|laser point clouds;
像控点|image control points;一张图系统|one-map system;图斑核查|plot verification;数字乡村|digital villages;国土调查云|land survey cloud;档案数字化|digitisation of archives;信息化项目|information projects;算力资源|computing resources`,
  heritage: `
文物保护单位|protected heritage sites;古村落|ancient villages;古建筑群|ancient building groups;革命旧址|revolutionary sites;石窟|grottoes;壁画|murals;戏台|opera stages;
城墙遗址|city wall remains;考古勘探|archaeological exploration;建设控制地带|construction control zones;历史文化街区|historic quarters;传统民居|traditional dwellings;博物馆|museums;非物质文化遗产|intangible heritage;
工业遗产|industrial heritage;老字号|time-honoured brands;古桥|ancient bridges;碑刻|inscriptions;书院|academies;庙宇|temples;长城遗存|Great Wall remains;红色旅游线路|revolutionary tourism routes;
研学基地|study bases;保护规划|conservation plans;修缮工程|repair works;安防系统|security systems;消防改造|fire safety alterations;展示利用|display and use;文物安全责任人|heritage safety officers;
地下文物埋藏区|buried heritage areas;祠堂|ancestral halls;窑洞|cave dwellings;琉璃构件|glazed components;木构架|timber frames;纪念设施|memorial facilities;文化名镇|cultural towns`,
  farming: `
高标准农田|high-standard farmland;撂荒治理|treatment of abandonment;粮食产能|grain capacity;谷子产业|millet industry;中药材基地|medicinal herb bases;蔬菜大棚|vegetable greenhouses;冷链仓储|cold chain storage;
农产品加工园|produce processing parks;合作社|cooperatives;家庭农场|family farms;托管服务|farm trusteeship;农机具|farm machinery;秸秆还田|straw return;畜禽粪污|livestock manure;
黑土层|dark soil layer;盐碱地|saline land;土壤酸化|soil acidification;测土配方|soil testing and formulation;梯田|terraces;果园|orchards;养蜂|beekeeping;淡水养殖|freshwater farming;
种业基地|seed bases;田间道路|field roads;机耕路|tractor roads;灌溉设施|irrigation facilities;土地流转|land transfer;农业保险|farm insurance;乡村振兴|rural revitalisation;
和美乡村|harmonious and beautiful villages;人居环境|living environment;庭院经济|courtyard economy;民宿|guest houses;电商服务点|online trade points;仓储保鲜|storage and preservation;烘干设备|drying equipment`,
  hazards: `
地质灾害隐患点|geological hazard sites;滑坡|landslides;崩塌体|rockfalls;泥石流沟|debris flow gullies;地裂缝|ground fissures;地面塌陷|ground collapses;群测群防|mass monitoring and prevention;
避险搬迁|hazard avoidance relocation;监测预警设备|monitoring and warning devices;雨量计|rain gauges;裂缝计|crack gauges;应急演练|emergency drills;应急物资|emergency supplies;排查整治|inspection and rectification;
风险普查|risk survey;危岩体|dangerous rock masses;切坡建房|houses on cut slopes;汛期值守|flood season duty;专家驻守|stationed experts;撤离路线|evacuation routes;避难场所|refuges;
工程治理|engineering treatment;抗滑桩|anti-slide piles;挡土墙|retaining walls;锚索|anchor cables;拦渣坝|debris dams;气象风险预警|meteorological risk warnings;灾情速报|rapid disaster reports;
责任清单|responsibility lists;明白卡|information cards;巡查记录|patrol records;勘查设计|survey and design;验收标准|acceptance standard;地震断裂带|fault zones;黄土湿陷|loess collapse;采动影响区|mining-affected zones`,
};
