"""The features and the weights in the Swift sources."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "Sources" / "CopydeskFacts" / "Quotes"
FILES = {"Confidence": "QuoteConfidence.swift"}


def features_of(model):
    """The names of a model's features in the order of their enumeration."""
    source = (FOLDER / FILES.get(model, f"{model}Feature.swift")).read_text()
    body = source.partition(f"enum {model}Feature")[2].partition("{")[2].partition("\n}")[0]
    return [name for name in re.findall(r"\w+", re.sub(r"//.*", "", body)) if name != "case"]


def write_weights(model, weights, threshold=None):
    """Writes `QuotationWeights.swift` and the like."""
    limit = f"  /// What scores less is dropped.\n  static let threshold = {threshold:.2f}\n\n" if threshold is not None else ""
    lines = "".join(f"    {weight:.2f},  // {name}\n" for name, weight in zip(features_of(model), weights))
    (FOLDER / f"{model}Weights.swift").write_text(f"""\
/// The weights of `{model}Feature`, in its order; written by `scripts/train-quotes`.
enum {model}Weights {{
{limit}  static let weights: [Double] = [
{lines}  ]
}}
""")
