"""The features in the Swift sources, and their weights in Models."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "Sources" / "CopydeskFacts" / "Quotes"
MODELS = FOLDER.parents[2] / "Models"
TABLES = {"Quotation": MODELS / "quotations.tsv", "Speaker": MODELS / "speakers.tsv",
          "Confidence": MODELS / "quote-confidence.tsv"}
FILES = {"Confidence": "QuoteConfidence.swift", "Speaker": "Speakers/SpeakerFeature.swift"}


def features_of(model):
    """The names of a model's features in the order of their enumeration."""
    source = (FOLDER / FILES.get(model, f"{model}Feature.swift")).read_text()
    body = source.partition(f"enum {model}Feature")[2].partition("{")[2].partition("\n}")[0]
    return [name for name in re.findall(r"\w+", re.sub(r"//.*", "", body)) if name != "case"]


def write_weights(model, weights, threshold=None):
    """Writes `Models/quotations.tsv` and the like."""
    limit = f"threshold\t{threshold:.2f}\n" if threshold is not None else ""
    rows = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(features_of(model), weights))
    TABLES[model].write_text(f"# Weights of {model}Feature; written by scripts/train-quotes.\n{limit}{rows}")
