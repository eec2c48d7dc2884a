"""Checkpoint → ONNX int8, the chains' moves and the tokenizer: ``python training/export.py --work training/work --to src/seriatim/models``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.network import FORBIDDEN, MAY_FOLLOW, pretrained


def main() -> None:
    """The running average of the last checkpoint, quantized a channel at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    model, tokenizer = pretrained(0.0)
    model.load_state_dict(torch.load(max(options.work.glob("course*/last.pt")))["average"])
    model.eval()
    options.to.mkdir(parents=True, exist_ok=True)
    whole = options.work / "spans.fp32.onnx"
    write_onnx(model, whole)
    quantize_dynamic(
        whole,
        options.to / "spans.onnx",
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=_kept_whole(whole),
    )
    moves = torch.where(MAY_FOLLOW, model.moves.detach(), torch.tensor(FORBIDDEN))
    rounded = [[[round(x, 4) for x in row] for row in role] for role in moves.tolist()]
    (options.to / "spans.json").write_text(
        json.dumps({"roles": ["source", "cue", "content", "hedge"], "moves": rounded}) + "\n",
        "utf8",
    )
    (options.to / "tokenizer.json").write_text(plain(tokenizer), "utf8")


def _kept_whole(path: Path) -> list[str]:
    """The nodes of the heads and of the words' shapes: 0.3 MB more, and two of a hundred cues fewer that int8 changes."""
    return [
        node.name
        for node in onnx.load(str(path)).graph.node
        if node.name.startswith(("/tag/", "/link/", "/shapes/"))
    ]


def write_onnx(model: torch.nn.Module, path: Path) -> None:
    """Pieces and shapes ``int64 [b, n]`` → ``emissions`` and ``links``, any batch and length."""
    example = (torch.ones(2, 16, dtype=torch.int64), torch.zeros(2, 16, dtype=torch.int64))
    axes = {name: {0: "batch", 1: "length"} for name in ("pieces", "shapes", "emissions", "links")}
    names = {"input_names": ["pieces", "shapes"], "output_names": ["emissions", "links"]}
    torch.onnx.export(
        model, example, str(path), dynamic_axes=axes, opset_version=17, dynamo=False, **names
    )
    onnx.checker.check_model(str(path))


def plain(tokenizer: str) -> str:
    """The tokenizer without truncation and padding, which windows see to."""
    return (
        json.dumps(
            json.loads(tokenizer) | {"truncation": None, "padding": None}, ensure_ascii=False
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
