import { describe, expect, it } from "vitest";
import { readCalendarText } from "../../../server/domain/county/calendarText.ts";
import { reference } from "../../support/county.ts";

/** The notice of 2026 in the form in which it is published. */
const notice = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府：
经国务院批准，现将2026年元旦等节日放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

describe("the text of a year's arrangement", () => {
  it("is read from the notice as it is published, to the very file that ships", () => {
    const { year, unread } = readCalendarText(notice, 2026);
    expect(unread).toEqual([]);
    expect(year).toEqual(reference.years.find((row) => row.year === 2026));
  });

  it("is read from a table, a day in a row", () => {
    const text = "日期,类型,名称\n2027-01-01,放假,元旦\n2027-01-02,放假,元旦\n2027-01-10,上班,元旦\n随便写的";
    const { year, unread } = readCalendarText(text, 2027);
    expect(year.holidays).toEqual([{ name: "元旦", start: "2027-01-01", end: "2027-01-02" }]);
    expect(year.makeupWorkdays).toEqual([{ date: "2027-01-10", forHoliday: "元旦" }]);
    expect(year.offDates).toEqual(["2027-01-01", "2027-01-02"]);
    expect(unread).toEqual([{ line: 5, text: "随便写的", expected: "日期，如 2027-01-01" }]);
  });

  it("is read from a calendar file, whose events end on the day after", () => {
    const event = (start: string, end: string, summary: string) =>
      `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${end}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
    const text = `BEGIN:VCALENDAR\r\n${event("20271001", "20271008", "国庆节（休）")}${event("20271009", "20271010", "国庆节（班）")}END:VCALENDAR`;
    const { year } = readCalendarText(text, 2027);
    expect(year.holidays).toEqual([{ name: "国庆节", start: "2027-10-01", end: "2027-10-07" }]);
    expect(year.makeupWorkdays).toEqual([{ date: "2027-10-09", forHoliday: "国庆节" }]);
  });

  it("names lines it cannot read, and days of another year", () => {
    expect(readCalendarText("元旦1月1日放假", 2027).unread).toMatchObject([
      { line: 1, text: "元旦1月1日放假" },
    ]);
    expect(readCalendarText("一、元旦：照常放假。", 2027).unread).toMatchObject([
      { expected: "元旦放假的日期" },
    ]);
    const strange = readCalendarText("日期,类型\n2026-01-01,放假", 2027);
    expect(strange.year.holidays).toEqual([]);
    expect(strange.unread).toMatchObject([{ text: "2026-01-01 放假", expected: "2027 年的日期" }]);
  });
});
