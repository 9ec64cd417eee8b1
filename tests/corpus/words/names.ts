/** Characters that made-up place, firm and personal names are put together from, with their reading. */
export const NAME_CHARACTERS = `
安an 柏bai 宝bao 碧bi 冰bing 彩cai 苍cang 昌chang 澄cheng 川chuan 春chun 慈ci 翠cui 丹dan 德de 鼎ding 东dong 端duan 朵duo 恩en 帆fan 芳fang 枫feng 福fu 甘gan 高gao 葛ge 古gu 桂gui 海hai 涵han 禾he 鹤he 恒heng 虹hong 湖hu 桦hua 槐huai 晖hui
吉ji 佳jia 坚jian 江jiang 锦jin 景jing 菊ju 君jun 康kang 可ke 宽kuan 昆kun 兰lan 乐le 丽li 莲lian 林lin 灵ling 柳liu 龙long 鲁lu 露lu 绿lyu 洛luo 茂mao 梅mei 蒙meng 密mi 明ming 木mu 楠nan 宁ning 牛niu 农nong 欧ou 盘pan 鹏peng 萍ping 朴pu 奇qi 前qian 青qing 秋qiu 泉quan
然ran 仁ren 荣rong 如ru 瑞rui 润run 沙sha 杉shan 韶shao 申shen 升sheng 石shi 双shuang 松song 苏su 穗sui 塔ta 潭tan 桃tao 腾teng 天tian 通tong 桐tong 团tuan 望wang 威wei 文wen 沃wo 梧wu 溪xi 霞xia 仙xian 祥xiang 晓xiao 新xin 星xing 秀xiu 旭xu 轩xuan 雪xue
雅ya 岩yan 阳yang 瑶yao 野ye 宜yi 银yin 映ying 永yong 优you 榆yu 玉yu 园yuan 月yue 云yun 泽ze 展zhan 樟zhang 昭zhao 珍zhen 正zheng 芝zhi 中zhong 舟zhou 竹zhu 庄zhuang 卓zhuo 紫zi 祖zu 崇chong 淳chun 砚yan 砺li 岭ling 峪yu 岚lan 曲qu 沁qin 浊zhuo 漳zhang 潞lu`;

/** Family names with their reading. */
export const FAMILY_NAMES = `
赵Zhao 钱Qian 孙Sun 李Li 周Zhou 吴Wu 郑Zheng 王Wang 冯Feng 陈Chen 褚Chu 卫Wei 蒋Jiang 沈Shen 韩Han 杨Yang 朱Zhu 秦Qin 许Xu 何He 吕Lyu 施Shi 张Zhang 孔Kong 曹Cao 严Yan 华Hua 金Jin 魏Wei 陶Tao 姜Jiang 戚Qi 谢Xie 邹Zou 窦Dou 章Zhang
苏Su 潘Pan 葛Ge 范Fan 彭Peng 鲁Lu 韦Wei 马Ma 苗Miao 方Fang 俞Yu 任Ren 袁Yuan 柳Liu 鲍Bao 史Shi 唐Tang 费Fei 薛Xue 雷Lei 贺He 汤Tang 滕Teng 罗Luo 毕Bi 郝Hao 傅Fu 齐Qi 康Kang 伍Wu 余Yu 顾Gu 孟Meng 黄Huang 穆Mu 萧Xiao 尹Yin`;

/** What a place is: suffix of its name. */
export const PLACE_KINDS =
  '县|County;区|District;镇|Town;乡|Township;村|Village;街道|Subdistrict;河|River;水库|Reservoir;山|Mountain;沟|Gully;大道|Avenue;路|Road;工业园|Industrial Park;新区|New Area;灌区|Irrigation District;林场|Forest Farm;煤矿|Coal Mine;社区|Community;泉|Spring;岭|Ridge;桥|Bridge;遗址|Site';

/** What a firm is. */
export const FIRM_KINDS =
  '矿业有限公司|Mining Company;建设集团|Construction Group;农业合作社|Farmers Cooperative;测绘院|Surveying Institute;设计研究院|Design Institute;水务公司|Water Company;文旅公司|Culture and Tourism Company;能源公司|Energy Company;生态科技公司|Ecological Technology Company;物流公司|Logistics Company';
