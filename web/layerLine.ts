import type { LayerCell } from "../server/domain/gridAnswers.ts";

/** The cell of a place in another layer: 巡查责任区：城阳二区（第 3 版） */
export function layerLine({ layer, cell, version }: LayerCell): string {
  return `${layer.name}：${cell.name}（第 ${version} 版）`;
}
