"""Rows to tables."""
import copydesk
import pandas
import pyarrow
import pyarrow.parquet

TEXT = 'On 4 March 2021 "we will open 12 schools in Lyon," Mayor Ann Lee said.'


def test_types_do_not_depend_on_the_rows():
    for rows in (copydesk.facts(texts=[]), copydesk.facts(texts=[TEXT])):
        frame = copydesk.to_pandas(rows)
        assert list(frame.columns) == list(copydesk.Fact.__annotations__)
        assert frame.dtypes["value"] == "Float64" and frame.dtypes["start"] == "Int64" and frame.dtypes["speaker"] == "string"
    for rows in (copydesk.records(texts=[]), copydesk.records(texts=[TEXT])):
        assert copydesk.to_arrow(rows).schema == copydesk.arrow_schema(copydesk.Record)


def test_tables_hold_the_rows():
    facts = list(copydesk.facts(texts=[TEXT] * 3))
    assert copydesk.to_arrow(facts).to_pylist() == facts
    frame = copydesk.to_pandas(facts)
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == facts
    records = list(copydesk.records(texts=[TEXT] * 3))
    assert copydesk.to_arrow(records).to_pylist() == records
    assert list(copydesk.to_pandas(iter(records))["quotes"]) == [record["quotes"] for record in records]


def test_batches_go_into_parquet(tmp_path):
    path = tmp_path / "facts.parquet"
    with pyarrow.parquet.ParquetWriter(path, copydesk.arrow_schema(copydesk.Fact)) as writer:
        for batch in copydesk.arrow_batches(copydesk.facts(texts=[TEXT] * 40), size=7):
            assert 0 < batch.num_rows <= 7
            writer.write_batch(batch)
    assert pyarrow.parquet.read_table(path).to_pylist() == list(copydesk.facts(texts=[TEXT] * 40))
    assert list(pandas.read_parquet(path)["doc"].unique())[:2] == ["-#1", "-#2"]
