/** Shapes of the icons: one path each. `class01` … `class09` stand for the nine major classes of the taxonomy. */
export const paths = {
  camera:
    "M4 8h3l2-3h6l2 3h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zm8 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  home: "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  map: "M9 4L3 6.5v13L9 17l6 3 6-2.5v-13L15 7zM9 4v13M15 7v13",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0",
  gauge: "M4 18a9 9 0 1 1 16 0M12 14l4-5M12 15.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4z",
  chart: "M4 20h16M7 20v-6M12 20V6M17 20v-9",
  flag: "M6 21V4M6 4.500h11l-2.500 4 2.500 4H6",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5",
  route: "M6 4v9a4 4 0 0 0 4 4h8M14 13l4 4-4 4M6 4l-3 3M6 4l3 3",
  lamp: "M8 21h6M11 21V5h6M17 5l3 5h-6zM16.500 12.500h1",
  copies: "M8 8h11v11H8zM5 16V5h11",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
  peek: "M4 5h16v14H4zM14 5v14",
  pin: "M12 21s7-6.3 7-11a7 7 0 1 0-14 0c0 4.7 7 11 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M6 9l6 6 6-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2",
  pause: "M9 6v12M15 6v12",
  warn: "M12 4l9.5 16h-19zM12 10v4.5M12 17.3h.01",
  lock: "M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8 11V8a4 4 0 0 1 8 0v3",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z",
  send: "M4 12l16-8-6 17-3-7z",
  sync: "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
  phone:
    "M5 4h4l1.5 5L8 10.5a11 11 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z",
  text: "M5 6h14M5 10h14M5 14h9M5 18h6",
  class01: "M7 8h10l-1 12H8zM5 8h14M10 8V5h4v3M10.5 11.5v5M13.5 11.5v5",
  class02: "M12 4v16M8 20h8M12 5c4 0 6 1 7 3h-4M12 4L8 6",
  class03: "M5 19c0-9 6-13 14-14 0 9-4 14-12 14M5 19c2-5 5-7 8-8",
  class04: "M4 20V9l8-5 8 5v11zM9 20v-6h6v6",
  class05: "M12 3l8 3v6c0 5-3.5 8-8 9-4.500-1-8-4-8-9V6zM12 8v5M12 16h.01",
  class06: "M4 5h11v8H9l-3 3v-3H4zM15 9h5v7h-2v3l-3-3h-4v-3",
  class07: "M12 20s-8-5-8-10.500A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 8 2.500C20 15 12 20 12 20z",
  class08: "M4 8h16v12H4zM8 8V5h8v3M12 11v6M9 14h6",
  class09:
    "M3 16V9h10v7M13 11h4l4 3v2h-2M3 16h3M10 16h5M8 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
} as const;

export type IconName = keyof typeof paths;

export function classIcon(majorCode: string): IconName {
  const name = `class${majorCode}`;
  return name in paths ? (name as IconName) : "list";
}
