// The legend of the picture, drawn by the same code as the picture.

import { useEffect, useRef } from "preact/hooks";
import { useWorkspace } from "../views/context";
import { t } from "../messages";
import { drawMark, inksOf, type Look } from "./marks";
import type { Shape } from "./shape";

const PLAIN: Look = {
  about: false,
  doubted: false,
  firm: true,
  denied: false,
  rejected: false,
  chosen: false,
};
const BAR: Shape = { from: 4, to: 30, openLeft: false, openRight: false, implied: null };
const SPOT: Shape = { ...BAR, from: 15, to: 19 };
const KINDS: [name: string, shape: Shape, look: Look][] = [
  ["point", SPOT, PLAIN],
  ["bar", BAR, PLAIN],
  ["open", { ...BAR, openRight: true }, PLAIN],
  ["about", { ...BAR, from: 12, to: 22 }, { ...PLAIN, about: true }],
  [
    "implied",
    { ...BAR, from: 1, to: 0, implied: { from: 4, to: 30, openLeft: false, openRight: false } },
    PLAIN,
  ],
  ["hedged", SPOT, { ...PLAIN, firm: false }],
  ["denied", SPOT, { ...PLAIN, denied: true }],
  ["rejected", SPOT, { ...PLAIN, denied: true, rejected: true }],
];

export function Legend() {
  const { events } = useWorkspace();
  const kinds = KINDS.filter(([name]) => name !== "rejected" || events.counted < events.length);
  const roomy = matchMedia("(min-width: 900px)").matches;
  return (
    <details class="legend" open={roomy}>
      <summary>{t("legend")}</summary>
      <ul>
        {kinds.map(([name, shape, look]) => (
          <li key={name}>
            <Sample shape={shape} look={look} /> {t(`legend.${name}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sample({ shape, look }: { shape: Shape; look: Look }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const ratio = devicePixelRatio || 1;
      const element = canvas.current!;
      [element.width, element.height] = [34 * ratio, 14 * ratio];
      const g = element.getContext("2d")!;
      g.scale(ratio, ratio);
      drawMark(g, shape, look, (at) => at, 7, inksOf(), 34);
    };
    draw();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    return () => dark.removeEventListener("change", draw);
  }, []);
  return <canvas ref={canvas} aria-hidden="true" />;
}
