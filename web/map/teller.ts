/** The small sheet beside the pointer that tells what lies there. Names go in as text and are never read as markup. */
interface Teller {
  readonly tell: (lines: readonly string[], at: { readonly x: number; readonly y: number }) => void;
}

export function createTeller(box: HTMLElement): Teller {
  const sheet = document.createElement("div");
  sheet.className = "map-teller";
  sheet.hidden = true;
  box.append(sheet);
  return {
    tell(lines, { x, y }) {
      sheet.hidden = lines.length === 0;
      if (sheet.hidden) return;
      sheet.replaceChildren(
        ...lines.map((line) => {
          const row = document.createElement("div");
          row.textContent = line;
          return row;
        }),
      );
      const left = x + 16 + sheet.offsetWidth > box.clientWidth ? x - 12 - sheet.offsetWidth : x + 16;
      const top = y + 18 + sheet.offsetHeight > box.clientHeight ? y - 10 - sheet.offsetHeight : y + 18;
      sheet.style.transform = `translate(${Math.max(2, Math.round(left))}px, ${Math.max(2, Math.round(top))}px)`;
    },
  };
}
