"""Evaluation: how far extracted claims agree with those that people annotated."""

from marsad.evaluation.gold import read_gold
from marsad.evaluation.scoring import Scores, annotates, score

__all__ = ["Scores", "annotates", "read_gold", "score"]
