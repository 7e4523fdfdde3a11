"""Runs `copydesk` on the executors of a Spark cluster: documents in, typed records out.

    from copydesk_spark import Copydesk
    desk = Copydesk(spark, "/usr/bin/copydesk")
    records = desk.records(pages, id="url", html="html", published="date")
    records.selectExpr("id", "explode(quotes) AS quote").select("id", "quote.speaker.name", "quote.text").show()
"""
from .desk import Copydesk
from .filter import FilterError, line_filter

__all__ = ["Copydesk", "FilterError", "line_filter"]
