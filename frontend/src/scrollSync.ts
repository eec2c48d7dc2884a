// Keeps the list and the picture in step: each says where a person has moved it, the other follows and does not answer.

import type { Picture } from "./timeline/canvas";

const PAUSE = 100; // milliseconds

export class ScrollSync {
  /** The list shows these places of the chosen events; `led` where a person has scrolled it there. */
  onListed: (first: number, last: number, led: boolean) => void = () => {};
  /** A person has moved the picture to this stretch of time. */
  onViewed: (view: [number, number]) => void = () => {};
  /** The picture as it stands, for print; null where it is not there. */
  picture: () => Picture | null = () => null;

  private timer = 0;
  private last: [number, number] = [0, 0];

  /** Tells the list where the picture is, at most every `PAUSE`: laying out rows for every frame would cost the picture its frames. */
  moved(view: [number, number]): void {
    this.last = view;
    this.timer ||= window.setTimeout(() => {
      this.timer = 0;
      this.onViewed(this.last);
    }, PAUSE);
  }
}
