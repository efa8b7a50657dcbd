import { exitCode, type Subcommand } from "../command.ts";
import { readArgs } from "../cli/args.ts";
import { pastedPoint, readingsOf } from "../../geo/pasted.ts";
import { printGuess, printReading } from "../cli/placementWords.ts";
import { beside } from "../cli/house.ts";
import { sayUsage } from "../cli/runHuying.ts";

export const placeCommand: Subcommand = {
  name: "place",
  summary: "一句话里说的是哪里：村名、路口、地标，最像的三处",
  help: `
用法：huying place <文字> [--json]

例：
  huying place "振兴路与莒州路交叉口东50米"
  huying place "阎庄镇渚汀村村委会对面" --json
  huying place "35.58, 118.83"

settled 是不用人问就可以归入的网格、社区或乡镇的代码；同音字、有重名、说法矛盾时为空，由人选。
文字里是一对坐标时，列出它落进网格的各种读法：经纬度写反的，和高德、微信的偏移坐标（GCJ-02），由人选。

选项：
  --json   输出 JSON：guesses（name、precision、heard、point、code、settled）和 readings（point、datum、swapped、cell）

退出码：0 可以归入网格、社区或乡镇；1 需要人选，或没有听出地名；2 用法不对；3 无法运行。
`,
  run(args, terminal) {
    const read = readArgs(args, { json: { type: "boolean" } });
    if ("bad" in read) return Promise.resolve(sayUsage(terminal, "place", read.bad));
    const text = read.positionals.join(" ").trim();
    if (text === "") return Promise.resolve(sayUsage(terminal, "place", "请给出一句话，如地址"));
    return beside(terminal, ({ findPlaces, locate, names }) => {
      const guesses = findPlaces(text);
      const degrees = pastedPoint(text);
      const readings = degrees === null ? [] : readingsOf(degrees, locate);
      const nameOf = (code: string) => names.cell(code)?.name ?? "";
      const lines = [...readings.map((one) => printReading(one, nameOf)), ...guesses.map(printGuess)];
      if (read.values.json === true) terminal.out(`${JSON.stringify({ guesses, readings })}\n`);
      else terminal.out(`${lines.length === 0 ? "没有听出地名。" : lines.join("\n")}\n`);
      return (guesses[0]?.settled ?? "") === "" ? exitCode.partly : exitCode.done;
    });
  },
};
