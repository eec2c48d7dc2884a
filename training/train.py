"""Checkpoints of the span model, trained on PolNeAR and Szeged.

usage: python training/train.py --corpora ../shared/corpora --work training/work

``settings.json`` lists the courses; each starts from the averaged weights of the one before.  An
interrupted run goes on from its last checkpoint.  Same settings, same order of batches.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from seriatim.analysis.spans import best_tags, spans_of
from seriatim.model import Span

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.examples import (
    ROLES,
    Example,
    attribution_documents,
    examples,
    hedge_documents,
    joined,
)
from training.network import LINK, SpanModel, chain_loss, pretrained

HERE = Path(__file__).parent


def main() -> None:
    """Train all courses, with checkpoints, and dev figures after every half epoch."""
    options = _options()
    torch.set_num_threads(options.threads)
    before: Path | None = None
    for number, settings in enumerate(json.loads((HERE / "settings.json").read_text()), 1):
        work = options.work / f"course{number}"
        work.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(settings["seed"])
        model, tokenizer_text = pretrained(settings["dropout"])
        if before:
            model.load_state_dict(torch.load(before)["average"])
        corpora = Corpora(options.corpora, _tokenizer(tokenizer_text), settings)
        train(model, corpora, settings, work)
        before = work / "last.pt"


def _tokenizer(text: str) -> Tokenizer:
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


class Corpora:
    """The training windows, cut and shuffled again each epoch, and the fixed dev windows."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, settings: dict[str, Any]) -> None:
        self.tokenizer, self.settings = tokenizer, settings
        self.attribution = attribution_documents(folder / "attribution/polnear.train.jsonl")
        self.hedges = hedge_documents(folder / "certainty/szeged_wiki.train.jsonl")
        self.dev = [
            e
            for d in attribution_documents(folder / "attribution/polnear.dev.jsonl")
            for e in examples(tokenizer, d)
        ]
        self.dev += [
            e
            for d in hedge_documents(folder / "certainty/szeged_wiki.dev.jsonl")
            for e in examples(tokenizer, d)
        ]

    def epoch(self, number: int) -> list[list[Example]]:
        """The batches of an epoch, each of one corpus and of windows of similar length."""
        chance = random.Random(f"{self.settings['seed']}-{number}")
        first = {"first": chance.randint(64, 256)} if number else {}
        attributed = [
            e
            for d in self.attribution
            if chance.random() < self.settings["attribution_share"]
            for e in examples(self.tokenizer, d, **first)
        ]
        hedged = [e for d in joined(self.hedges, chance) for e in examples(self.tokenizer, d)]
        hedged = [
            e
            for e in hedged
            if any(e.tags["hedge"]) or chance.random() < self.settings["hedge_share"]
        ]
        batches = [
            b
            for group in (attributed, hedged)
            for b in batched(group, self.settings["pieces_a_batch"], chance)
        ]
        chance.shuffle(batches)
        return batches


def batched(group: list[Example], room: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of at most ``room`` pieces with padding, from windows sorted roughly by length."""
    batch: list[Example] = []
    for example in sorted(group, key=lambda e: len(e.window.pieces) + 20 * chance.random()):
        longest = max(len(e.window.pieces) for e in [*batch, example])
        if batch and longest * (len(batch) + 1) > room:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def train(model: SpanModel, corpora: Corpora, settings: dict[str, Any], work: Path) -> None:
    """Train one course to its end, from its last checkpoint if there is one."""
    average = {k: v.clone() for k, v in model.state_dict().items()}
    optimizer = torch.optim.AdamW(_groups(model, settings))
    state = {"epoch": 0, "step": 0, "batch": 0}
    if (work / "last.pt").exists():
        average, state = _resume(work, model, optimizer)
    started, seen = time.time(), 0.0
    while state["epoch"] < settings["epochs"]:
        batches = corpora.epoch(state["epoch"])
        state["total"] = total = _total(state, settings, len(batches))
        for batch in batches[state["batch"] :]:
            if state["step"] >= settings.get("stop", total):
                _save(work, model, optimizer, average, state)
                return
            seen += step(model, optimizer, batch, _rate(state["step"], total, settings), settings)
            _follow(average, model, min(settings["average"], state["step"] / (state["step"] + 10)))
            state["step"] += 1
            state["batch"] += 1
            seen = _print_progress(state, started, seen)
            if state["step"] % 100 == 0 or state["batch"] == len(batches):
                _save(work, model, optimizer, average, state)
            if state["batch"] in (len(batches) // 2, len(batches)):
                report(model, average, corpora.dev)
        state["epoch"], state["batch"] = state["epoch"] + 1, 0
        _save(work, model, optimizer, average, state)


def _total(state: dict[str, Any], settings: dict[str, Any], batches: int) -> int:
    """The number of steps of the course: as begun, as set, or that of all its epochs."""
    return int(state.get("total") or settings.get("steps") or batches * settings["epochs"])


def _print_progress(state: dict[str, Any], started: float, seen: float) -> float:
    """The sum of losses to go on with: 0 after every 25th step, whose mean loss is printed."""
    if state["step"] % 25:
        return seen
    clock = f"{time.strftime('%H:%M:%S')} {time.time() - started:.0f}s"
    progress = f"epoch {state['epoch']} step {state['step']}/{state['total']}"
    print(f"{clock} {progress} loss {seen / 25:.4f}", flush=True)
    return 0.0


def _groups(model: SpanModel, settings: dict[str, Any]) -> list[dict[str, Any]]:
    heads = ("tag", "link", "moves", "shapes")
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    return [
        {
            "params": [p for n, p in named if not n.startswith(heads)],
            "share": settings["encoder_rate"],
            "weight_decay": settings["weight_decay"],
        },
        {
            "params": [p for n, p in named if n.startswith(heads)],
            "share": settings["head_rate"],
            "weight_decay": 0.0,
        },
    ]


def _rate(step: int, total: int, settings: dict[str, Any]) -> float:
    """The learning rate factor: warm-up, plateau, linear decay over the last ``decay_share``."""
    return float(
        min(
            1.0,
            (step + 1) / settings["warmup_steps"],
            max(0.0, (total - step) / (total * settings["decay_share"])),
        )
    )


def step(
    model: SpanModel,
    optimizer: torch.optim.Optimizer,
    batch: list[Example],
    rate: float,
    settings: dict[str, Any],
) -> float:
    """The loss per word of one training step."""
    model.train()
    for group in optimizer.param_groups:
        group["lr"] = group["share"] * rate
    loss = loss_of(model, batch, settings["link_weight"])
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(loss.item())


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """The pieces, shapes and positions of each word's first piece, padded with 0."""

    def pad(rows: list[list[int]]) -> Tensor:
        return torch.nn.utils.rnn.pad_sequence([torch.tensor(r) for r in rows], batch_first=True)

    return (
        pad([e.window.pieces for e in batch]),
        pad([e.window.shapes for e in batch]),
        pad([e.window.firsts for e in batch]),
    )


def forward(model: SpanModel, batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Emissions and link vectors of the words, and link vectors of the window's start.

    Their shapes: ``[b, w, ROLES, TAGS]``, ``[b, w, 4, LINK]``, ``[b, 4, LINK]``.
    """
    pieces, shapes, firsts = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        emissions, links = model(pieces, shapes)
    rows = torch.arange(len(batch))[:, None]
    emissions, of_words = emissions.float()[rows, firsts], links.float()[rows, firsts]
    return (
        emissions.unflatten(2, (len(ROLES), -1)),
        of_words.unflatten(2, (4, LINK)),
        links[:, 0].float().unflatten(1, (4, LINK)),
    )


def loss_of(model: SpanModel, batch: list[Example], link_weight: float) -> Tensor:
    """The loss per word: chains of the roles that the corpus annotates, and links."""
    emissions, of_words, of_none = forward(model, batch)
    lengths = torch.tensor([len(e.window.words) for e in batch])
    roles = [i for i, r in enumerate(ROLES) if r in batch[0].tags]
    width = emissions.shape[1]
    tags = torch.tensor(
        [[e.tags[ROLES[r]] + [0] * (width - len(e.window.words)) for r in roles] for e in batch]
    )
    chains = emissions[:, :, roles].transpose(1, 2).flatten(0, 1)
    moves = model.moves[roles].repeat(len(batch), 1, 1)
    loss = chain_loss(chains, moves, tags.flatten(0, 1), lengths.repeat_interleave(len(roles)))
    for i, e in enumerate(batch):
        for side, links in enumerate((e.to_source, e.to_cue)):
            if links:
                keys = torch.cat(
                    [of_none[i : i + 1, 2 * side + 1], of_words[i, : lengths[i], 2 * side + 1]]
                )
                scores = of_words[i, list(links), 2 * side] @ keys.T / LINK**0.5
                loss = loss + link_weight * cross_entropy(
                    scores, torch.tensor(list(links.values())) + 1, reduction="sum"
                )
    return loss / lengths.sum()


def _follow(average: dict[str, Tensor], model: SpanModel, keep: float) -> None:
    for name, value in model.state_dict().items():
        if name != "words.weight":
            average[name].lerp_(value, 1 - keep)


def _resume(
    work: Path, model: SpanModel, optimizer: torch.optim.Optimizer
) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """The averaged weights and the state of the last checkpoint; loads model and optimizer."""
    saved = torch.load(work / "last.pt")
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["average"], saved["state"]


def _save(
    work: Path,
    model: SpanModel,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    state: dict[str, Any],
) -> None:
    saved = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average,
        "state": state,
    }
    torch.save(saved, work / "next.pt")
    (work / "next.pt").replace(work / "last.pt")


@torch.no_grad()  # type: ignore[untyped-decorator]
def report(model: SpanModel, average: dict[str, Tensor], dev: list[Example]) -> None:
    """Print exact F1 by role and link accuracy on dev, for the averaged weights."""
    own = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average)
    model.eval()
    counts: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
    right, of = [0, 0], [0, 0]
    for batch in batched(dev, 4096, random.Random(0)):
        emissions, of_words, of_none = forward(model, batch)
        moves = model.moves.numpy()
        for i, e in enumerate(batch):
            n = len(e.window.words)
            for role, found in _role_counts(e, emissions[i, :n], moves).items():
                counts[role].update(found)
            for side, links in enumerate((e.to_source, e.to_cue)):
                correct = _correct_links(side, links, of_words[i, :n], of_none[i : i + 1])
                of[side] += len(links)
                right[side] += correct
    model.load_state_dict(own)
    figures = {
        role: round(200 * n["hit"] / max(n["found"] + n["gold"], 1), 1)
        for role, n in counts.items()
    }
    links_right = [round(100 * a / max(b, 1), 1) for a, b in zip(right, of, strict=True)]
    print("dev", figures, "links", links_right, flush=True)


def _role_counts(e: Example, emissions: Tensor, moves: np.ndarray) -> dict[str, dict[str, int]]:
    """The counts of spans of each role that the corpus annotates."""
    return {
        role: _compared(
            spans_of(best_tags(emissions[:, r].numpy()[None], moves[r])[0]), spans_of(e.tags[role])
        )
        for r, role in enumerate(ROLES)
        if role in e.tags
    }


def _compared(found: Iterable[Span], gold: Iterable[Span]) -> dict[str, int]:
    """The number of spans in both, found, and in the gold."""
    a, b = set(found), set(gold)
    return {"hit": len(a & b), "found": len(a), "gold": len(b)}


def _correct_links(side: int, links: dict[int, int], of_words: Tensor, of_none: Tensor) -> int:
    """The number of links to the right word; side 0 leads to sources, side 1 to cues."""
    keys = torch.cat([of_none[:, 2 * side + 1], of_words[:, 2 * side + 1]])
    return sum(
        int((keys @ of_words[word, 2 * side]).argmax()) - 1 == target
        for word, target in links.items()
    )


if __name__ == "__main__":
    main()
