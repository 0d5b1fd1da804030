"""Wording: the sentences of a view, made from claims. One YAML file a language, one writer for all."""

from marsad.views.wording.phrases import Phrases, phrases
from marsad.views.wording.writer import Writer

__all__ = ["Phrases", "Writer", "phrases"]
