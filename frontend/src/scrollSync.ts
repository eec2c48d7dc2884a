// Keeps list and picture in sync: each reports where a person moved it, and the other follows
// without reporting back.

import type { Picture } from "./timeline/canvas";

const PAUSE = 100; // milliseconds

export class ScrollSync {
  /** The list shows these matching events; `byUser`: a person scrolled it there. */
  onListed: (first: number, last: number, byUser: boolean) => void = () => {};
  /** A person has moved the picture to this stretch of time. */
  onViewed: (view: [number, number]) => void = () => {};
  /** The picture as it stands, for print; null where it is not there. */
  picture: () => Picture | null = () => null;

  private timer = 0;
  private last: [number, number] = [0, 0];

  /** Moves the list to the picture's view, at most every `PAUSE`, as rendering rows is slow. */
  moved(view: [number, number]): void {
    this.last = view;
    this.timer ||= window.setTimeout(() => {
      this.timer = 0;
      this.onViewed(this.last);
    }, PAUSE);
  }
}
