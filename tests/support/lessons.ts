/** A small history written for the tests: four matters in the words people use, varied by place and manner. */
import type { Example } from "../../server/domain/learning/train.ts";
import type { Lexicon } from "../../server/domain/learning/lexicon.ts";

const saidByLabel: Readonly<Record<string, readonly string[]>> = {
  路灯: ["路灯不亮三天了", "路灯坏了没人修", "晚上路灯一闪一闪", "灯杆倾斜要倒", "整条街黑灯瞎火"],
  供水: ["家里停水一天了", "自来水发黄有味", "水压太小上不了楼", "水管爆裂往外喷水", "水表走得太快"],
  噪音: ["半夜施工噪音扰民", "广场舞音响太吵", "楼下唱歌到凌晨", "工地打桩睡不着觉", "喇叭一直叫卖"],
  工资: [
    "老板拖欠工资不发",
    "包工头跑了工钱没给",
    "干了三个月没领到工资",
    "公司克扣加班费",
    "离职后工资不结",
  ],
};
const places = ["振兴路", "城北小区", "张庄村口", "文化广场旁", "二中门口"];
const manners = ["", "，请尽快处理", "，多次反映没人管", "，怎么办"];

/** A hundred rows of each label. */
export const lessons: readonly Example[] = Object.entries(saidByLabel).flatMap(([label, said]) =>
  said.flatMap((words) =>
    places.flatMap((place) => manners.map((manner) => ({ text: `${place}${words}${manner}`, label }))),
  ),
);

export const smallLexicon: Lexicon = [
  { name: "供水", words: ["停水", "自来水", "水压", "水表", "水厂"] },
  { name: "劳动", words: ["工资", "拖欠", "加班费", "讨薪"] },
];
