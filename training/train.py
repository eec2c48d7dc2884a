"""Train the span model: ``python training/train.py --corpora ../shared/corpora --work training/work``.

Course after course, each from the running average of the one before, as ``settings.json`` has them.
Resumable: the last checkpoint of a course is taken up.  Same settings, same order of batches.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from seriatim.analysis.spans import best_tags, spans_of

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
    """Course after course: data, model, steps with a checkpoint now and then, dev figures after every half epoch."""
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
    """Training windows, cut and mixed anew each epoch; dev windows, always the same."""

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
        """Batches of one corpus each, of windows about equally long."""
        chance = random.Random(f"{self.settings['seed']}-{number}")
        first = {"first": chance.randint(64, 256)} if number else {}
        told = [
            e
            for d in self.attribution
            if chance.random() < self.settings["told_share"]
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
            for group in (told, hedged)
            for b in batched(group, self.settings["pieces_a_batch"], chance)
        ]
        chance.shuffle(batches)
        return batches


def batched(group: list[Example], room: int, chance: random.Random) -> Iterator[list[Example]]:
    """Windows sorted by length with a little chance, cut into batches of at most ``room`` pieces with their padding."""
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
    """Steps to the end, from the last checkpoint on."""
    average = {k: v.clone() for k, v in model.state_dict().items()}
    optimizer = torch.optim.AdamW(_groups(model, settings))
    state = {"epoch": 0, "step": 0, "batch": 0}
    if (work / "last.pt").exists():
        saved = torch.load(work / "last.pt")
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, state = saved["average"], saved["state"]
    started, seen = time.time(), 0.0
    while state["epoch"] < settings["epochs"]:
        batches = corpora.epoch(state["epoch"])
        state["total"] = total = (
            state.get("total") or settings.get("steps") or len(batches) * settings["epochs"]
        )
        for batch in batches[state["batch"] :]:
            if state["step"] >= settings.get("stop", total):
                _save(work, model, optimizer, average, state)
                return
            seen += step(model, optimizer, batch, _rate(state["step"], total, settings), settings)
            _follow(average, model, min(settings["average"], state["step"] / (state["step"] + 10)))
            state["step"] += 1
            state["batch"] += 1
            if state["step"] % 25 == 0:
                clock = f"{time.strftime('%H:%M:%S')} {time.time() - started:.0f}s"
                print(
                    f"{clock} epoch {state['epoch']} step {state['step']}/{total} loss {seen / 25:.4f}",
                    flush=True,
                )
                seen = 0.0
            if state["step"] % 100 == 0 or state["batch"] == len(batches):
                _save(work, model, optimizer, average, state)
            if state["batch"] in (len(batches) // 2, len(batches)):
                report(model, average, corpora.dev)
        state["epoch"], state["batch"] = state["epoch"] + 1, 0
        _save(work, model, optimizer, average, state)


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
    """Warm-up, a plateau, and a straight way down over the last ``decay_share`` of the steps."""
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
    """One step; the loss a word."""
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
    """Pieces, shapes, and for each word the position of its first piece, padded with 0."""

    def pad(rows: list[list[int]]) -> Tensor:
        return torch.nn.utils.rnn.pad_sequence([torch.tensor(r) for r in rows], batch_first=True)

    return (
        pad([e.window.pieces for e in batch]),
        pad([e.window.shapes for e in batch]),
        pad([e.window.firsts for e in batch]),
    )


def forward(model: SpanModel, batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Emissions ``[b, w, ROLES, TAGS]`` and link vectors ``[b, w, 4, LINK]`` of the words, and the link vectors of the window's start."""
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
    """Chain loss of the roles that the corpus marks, and the loss of the links, a word."""
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
    """Exact F1 of each role and accuracy of the links on dev, for the running average of the weights."""
    own = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average)
    model.eval()
    counts = {role: [0, 0, 0] for role in ROLES}
    right, of = [0, 0], [0, 0]
    for batch in batched(dev, 4096, random.Random(0)):
        emissions, of_words, of_none = forward(model, batch)
        moves = model.moves.numpy()
        for i, e in enumerate(batch):
            n = len(e.window.words)
            for r, role in enumerate(ROLES):
                if role in e.tags:
                    found = set(spans_of(best_tags(emissions[i, :n, r].numpy()[None], moves[r])[0]))
                    gold = set(spans_of(e.tags[role]))
                    counts[role] = [
                        a + b
                        for a, b in zip(
                            counts[role], (len(found & gold), len(found), len(gold)), strict=True
                        )
                    ]
            for side, links in enumerate((e.to_source, e.to_cue)):
                keys = torch.cat([of_none[i : i + 1, 2 * side + 1], of_words[i, :n, 2 * side + 1]])
                for word, target in links.items():
                    of[side] += 1
                    right[side] += int((keys @ of_words[i, word, 2 * side]).argmax()) - 1 == target
    model.load_state_dict(own)
    figures = {
        role: round(200 * hit / max(found + gold, 1), 1)
        for role, (hit, found, gold) in counts.items()
    }
    print(
        "dev",
        figures,
        "links",
        [round(100 * a / max(b, 1), 1) for a, b in zip(right, of, strict=True)],
        flush=True,
    )


if __name__ == "__main__":
    main()
