/** All that paints the base map, in one piece that is fetched beside Leaflet. */
export { paintGround } from "./ground.ts";
export { readSheet } from "./sheet.ts";
export { cellLayer } from "./cells.ts";
