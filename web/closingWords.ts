/** Words of the screens about closing that is true: photos, answers, evidence, second looks. */
import type { ReplyHint } from "../server/domain/closing/replyHints.ts";
import type { PhotoMark } from "../server/domain/closing/photoMarks.ts";

export const closingWords = {
  title: "办结核对",
  evidence: "已具备的办结凭据",
  required: "必备",
  optional: "可选",
  noPapers: "这一事项不要求书面凭据。",
  photos: "照片核对",
  photosFine: "处置照片没有发现异常。",
  mark: (mark: PhotoMark, when: (at: number) => string): string => {
    if (mark.kind === "far") return `拍摄地点距案卷位置约 ${Math.round(mark.metres)} 米`;
    if (mark.kind === "early") return `拍摄于 ${when(mark.at)}，早于上报时间`;
    return mark.sameCase
      ? "与处置前照片相同"
      : `与${mark.number === null ? "管辖外一件案卷" : `案卷 ${mark.number} `}的照片相同或极相近`;
  },
  reply: "答复核对",
  replyFine: "没有发现问题。",
  hint: (hint: ReplyHint): string => {
    switch (hint.kind) {
      case "short":
        return `只有 ${hint.letters} 个字，请写明做了什么、结果如何`;
      case "besides":
        return "没有回应所反映的事";
      case "unanswered":
        return "诉求中有提问，答复没有说明原因、依据或时间";
      case "template":
        return `与${hint.number === null ? "管辖外一件案卷" : `案卷 ${hint.number} `}的答复几乎相同（${Math.round(hint.alike * 100)}%）`;
      case "internal":
        return `除了“${hint.words.join("、")}”没有给群众看的内容`;
      case "personal":
        return `含有号码 ${hint.digits}，群众会看到`;
    }
  },
  recheck: "随机复查",
  recheckWaiting: (unit: string) => `由${unit}复查，尚未反馈`,
  firstLook: "首次核查：通过",
  secondLook: (solved: boolean) => `复查：${solved ? "已解决" : "没有解决"}`,
  disagree: "两次核查结果不一致，请效能中心处理（可责令整改）。",
  scales: (name: string, level: string) => `${name}：${level}`,
  attachPlace: "附上拍摄位置（用于核对现场，可不附）",
} as const;
