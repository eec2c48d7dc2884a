// Keeps the list and the picture in step: each says where a person has moved it, the other follows and does not answer.

import type { Picture } from "./timeline/picture";

export class Step {
  /** The list shows these places of the chosen events; `led` where a person has scrolled it there. */
  onListed: (first: number, last: number, led: boolean) => void = () => {};
  /** A person has moved the picture to this stretch of time. */
  onViewed: (view: [number, number]) => void = () => {};
  /** The picture as it stands, for print; null where it is not there. */
  picture: () => Picture | null = () => null;
}
