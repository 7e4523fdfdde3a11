"""What mypy --strict must take, and what it must not: each `# wrong` line has to be an error."""
from typing import List, Optional

import copydesk


def speakers(paths: List[str]) -> List[Optional[str]]:
    return [
        quote["speaker"]["name"] for record in copydesk.records(paths, layers=["quotes"], jobs=2) for quote in record["quotes"]
        if quote["speaker"] is not None]


def kinds() -> List[str]:
    with copydesk.facts(texts=["a"], on_error="raise") as facts:
        return [fact["kind"] for fact in facts]


def mistakes() -> None:
    for one in copydesk.records("a"):
        one["quote"]  # wrong
        one["entities"][0]["type"] == "GPE"
        one["quotes"][0]["speaker"]["name"]  # wrong
    copydesk.records("a", layer="quotes")  # wrong
    copydesk.records("a", on_error="ignore")  # wrong
    copydesk.records(5)  # wrong
