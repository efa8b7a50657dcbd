/**
 * A press counts where it began. What a page still waits for may come between button down and button up and move the button
 * away: the browser then takes it for no press at all, and whoever pressed waits for nothing.
 */

/** Further than a resting hand trembles, in pixels: whoever slides off a button takes the press back. */
const SLIDE = 8;

/** @returns a function that ends it. */
export function surePress(): () => void {
  let begun: { readonly on: HTMLButtonElement; readonly x: number; readonly y: number } | null = null;

  function down({ target, button, clientX, clientY }: PointerEvent): void {
    const on = button === 0 && target instanceof Element ? target.closest("button") : null;
    begun = on && { on, x: clientX, y: clientY };
  }

  function up({ target, clientX, clientY }: PointerEvent): void {
    if (!begun) return;
    const { on, x, y } = begun;
    begun = null;
    // Where both ends are on the button the browser presses it by itself
    const isMoved = target instanceof Node && !on.contains(target);
    if (isMoved && on.isConnected && Math.hypot(clientX - x, clientY - y) <= SLIDE) on.click();
  }

  addEventListener("pointerdown", down, true);
  addEventListener("pointerup", up, true);
  return () => {
    removeEventListener("pointerdown", down, true);
    removeEventListener("pointerup", up, true);
  };
}
