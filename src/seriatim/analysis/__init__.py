"""The analysis of passages: words, sentences, parse and names.

Nothing heavy is imported before it is used.
"""

from seriatim.analysis.parse import Analysis, analyse, joined
from seriatim.analysis.progress import Progress, silent
from seriatim.analysis.words import PassageText, passage_text

__all__ = ["Analysis", "PassageText", "Progress", "analyse", "joined", "passage_text", "silent"]
