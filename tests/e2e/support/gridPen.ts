/** 改划: an administrator takes the grid in force into a draft and the pen to one of its cells. */
import type { Locator, Page } from "playwright-core";

/** On the page of the grid, without a draft. @returns the pen's region, with the cell chosen. */
export async function takePen(page: Page, cell: string): Promise<Locator> {
  await page.getByRole("button", { name: "改划现行网格" }).click();
  await page.getByText("检查没有发现问题，可以发布。").waitFor();
  await page.getByRole("button", { name: "在图上改" }).click();
  const pen = page.getByRole("region", { name: "改划" });
  await pen.getByRole("searchbox").fill(cell);
  await pen.getByRole("button", { name: /./ }).last().click();
  await pen.getByText(/已选：/).waitFor();
  return pen;
}
