import { describe, expect, it } from "vitest";
import { act, openHouse, picture } from "./support/house.ts";

const house = openHouse();

describe("a call from a case, to a department and back", () => {
  let path = "";

  it("is started by the township, which sees the limits first", async () => {
    const page = await house.as("xiangzhen1", "desktop");
    const cases = await page.request.get("/api/cases?tab=open&township=371122001&limit=100");
    const calls = await page.request.get("/api/calls?limit=100");
    const told = (await calls.json()) as { rows: { id: string }[] };
    const files = await Promise.all(
      told.rows.map(async ({ id }) => (await page.request.get(`/api/calls/${id}`)).json()),
    );
    const called = new Set((files as { case: { id: string } | null }[]).map((call) => call.case?.id));
    const open = ((await cases.json()) as { rows: { id: string; text: string }[] }).rows;
    const found = open.find(({ id }) => !called.has(id));
    await page.goto(`/cases/${found?.id}`);
    await page.getByRole("link", { name: "发起呼叫" }).click();
    await page.waitForURL(/\/calls\/new/);
    await page.getByLabel("职责清单条目").selectOption("020101");
    await page.getByRole("radio", { name: /路灯管理所/ }).waitFor();
    expect(await page.getByLabel("呼叫事由").inputValue()).toBe(found?.text);
    await page.getByText(/依据职责清单：020101/).waitFor();
    await page.getByRole("button", { name: "已到现场查看" }).click();
    await page.getByRole("button", { name: "已拍照留存" }).click();
    await page.getByRole("button", { name: "已到现场查看" }).click();
    expect(await page.getByLabel("已做工作").inputValue()).toBe("已到现场查看；已拍照留存");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("region", { name: "现在发起，各时限到" }).waitFor();
    expect(await page.getByRole("radio", { name: /^攻坚呼叫/ }).isDisabled()).toBe(true);
    await picture(page, "1-start");
    await page.getByRole("button", { name: "发起日常呼叫" }).click();
    await page.waitForURL((address) => /^\/calls\/(?!new)/.test(address.pathname));
    path = new URL(page.url()).pathname;
    await page.getByText("待签收").first().waitFor();
    await picture(page, "2-launched");
  });

  it("stands in the department's inbox and list, and is answered on a phone", async () => {
    const page = await house.as("bumen1", "phone");
    await page.goto("/inbox");
    await page.locator(`a[href="${path}"]`).first().waitFor();
    await page.goto("/calls");
    await page.locator(`a[href="${path}"]`).click();
    await page.getByRole("region", { name: "呼叫事由" }).getByText("已到现场查看；已拍照留存").waitFor();
    await act(page, "签收");
    await act(page, "到场");
    await page.getByText("已到场").first().waitFor();
    await act(page, "办完", async (dialog) => {
      await dialog.getByLabel("办理结果").fill("线缆已理顺，灯杆扶正");
      await picture(page, "3-finish");
    });
    await act(page, "会签");
    await page.getByText("已会签").first().waitFor();
    await picture(page, "4-answered");
  });

  it("is signed off and rated by the township: not in place, so it goes back once", async () => {
    const page = await house.as("xiangzhen1", "desktop");
    await page.goto(path);
    await act(page, "会签");
    await page.getByText("待互评").first().waitFor();
    await act(page, "评价部门", async (dialog) => {
      for (const mark of ["签收及时", "到场及时", "工作作风"])
        await dialog.getByRole("radiogroup", { name: mark }).getByLabel("到位", { exact: true }).check();
      await dialog
        .getByRole("radiogroup", { name: "解决效果" })
        .getByLabel("不到位", { exact: true })
        .check();
      await picture(page, "5-rate");
    });
    await page.getByText("重新办理").first().waitFor();
    await picture(page, "6-reopened");
  });

  it("is closed when the second time is in place and both have rated", async () => {
    const lights = await house.as("bumen1", "phone");
    await lights.goto(path);
    await act(lights, "签收");
    await act(lights, "到场");
    await act(lights, "办完", (dialog) => dialog.getByLabel("办理结果").fill("全线复查，已亮灯"));
    await act(lights, "会签");
    const township = await house.as("xiangzhen1", "desktop");
    await township.goto(path);
    await act(township, "会签");
    await act(township, "评价部门", async (dialog) => {
      for (const group of await dialog.getByRole("radiogroup").all())
        await group.getByLabel("很到位").check();
    });
    await lights.reload();
    await act(lights, "评价乡镇", async (dialog) => {
      for (const group of await dialog.getByRole("radiogroup").all())
        await group.getByLabel("到位", { exact: true }).check();
    });
    await lights.getByText("已办结").first().waitFor();
    await picture(lights, "7-closed");
  });
});

describe("a call outside the list", () => {
  it("is caught by the centre, which names a lead", async () => {
    const page = await house.as("xiaoneng1", "desktop");
    await page.goto("/calls");
    await page.getByText("待指定牵头").first().click();
    await page.waitForURL(/\/calls\/.+/);
    await act(page, "指定牵头单位", async (dialog) => {
      await dialog.getByLabel("牵头单位").selectOption("ZRZY");
      await dialog.getByLabel("依据的职责清单条目").selectOption("040104");
      await picture(page, "8-catch");
    });
    await page.getByText("呼叫中").first().waitFor();
  });
});

it("asks no other host for anything and breaks no rule of the page", () => {
  house.expectNoFault();
});
