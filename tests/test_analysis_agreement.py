"""Agreement of two coders, on frames made up for it and on the Kazakhstan dataset, which was coded twice."""

from pathlib import Path

import pandas as pd
import pytest

import netfreedom as nf
from netfreedom.analysis import agreement as coders
from netfreedom.data.schemas import schemas
from netfreedom.errors import InputError
from netfreedom.prose.words import in_words

README = Path(__file__).parent.parent / "data" / "README.md"
CELL = ["table", "id", "column"]


class Coded:
    """A report with one table of laws: kind holds one value, subject a list."""

    laws = pd.DataFrame({"id": ["l001", "l002", "l003"], "kind": ["law", "bill", "law"], "subject": [("speech",), ("removal", "blocking"), ()]})

    def table(self, name):
        return self.laws


def judged(*values, column="kind"):
    """What the second coder said of the rows l001, l002, ... in turn."""
    return pd.DataFrame([("laws", f"l{number:03}", column, value) for number, value in enumerate(values, 1)], columns=coders.JUDGEMENTS)


def changed(*rows):
    return pd.DataFrame([("laws", *row, "why not") for row in rows], columns=coders.CHANGES)


def one_row(result):
    (row,) = result.to_dict("records")
    return row


class TestKappa:
    def test_worked_out_by_hand(self):
        # Fifty cells: both yes 20, first alone 5, second alone 10, both no 15. Alike 35 of 50 = 0.7. First says yes in
        # half of the cells, second in 0.6: alike by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5. Kappa (0.7 - 0.5) / 0.5 = 0.4.
        first = ["yes"] * 25 + ["no"] * 25
        second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
        assert coders.kappa(first, second) == pytest.approx(0.4)

    def test_three_values_worked_out_by_hand(self):
        # Alike 3 of 4; by chance (2*1 + 1*2 + 1*1) / 16 = 5/16. Kappa (12 - 5) / (16 - 5) = 7/11.
        assert coders.kappa(["a", "a", "b", "c"], ["a", "b", "b", "c"]) == pytest.approx(7 / 11)

    def test_coders_who_agree_on_values_that_vary_reach_one(self):
        assert coders.kappa(["a", "b", "a"], ["a", "b", "a"]) == 1

    def test_agreement_as_chance_would_give_it_is_zero(self):
        assert coders.kappa(["a", "a", "b", "b"], ["a", "b", "a", "b"]) == 0

    def test_coders_who_always_differ_fall_below_zero(self):
        assert coders.kappa(["a", "b"], ["b", "a"]) == -1

    def test_one_value_throughout_leaves_it_undefined(self):
        assert coders.kappa(["a", "a"], ["a", "a"]) is None

    def test_each_coder_with_a_value_of_their_own_is_no_agreement_and_defined(self):
        assert coders.kappa(["a", "a"], ["b", "b"]) == 0

    def test_nothing_judged_leaves_it_undefined(self):
        assert coders.kappa([], []) is None

    def test_different_cells_cannot_be_compared(self):
        with pytest.raises(ValueError, match="1 and 2 cells"):
            coders.kappa(["a"], ["a", "b"])


class TestAgreement:
    def test_a_column_with_one_value_per_cell(self):
        # By chance: law 2 * 1, bill 1 * 2 of 9; alike 2 of 3. Kappa (2 * 3 - 4) / (9 - 4) = 0.4.
        row = one_row(coders.agreement(Coded(), judged("law", "bill", "bill")))
        assert (row["table"], row["column"], row["rows"], row["agree"]) == ("laws", "kind", 3, 2)
        assert (row["share"], row["kappa"]) == (pytest.approx(2 / 3), pytest.approx(0.4))

    def test_lists_are_alike_in_any_order_and_only_as_a_whole(self):
        row = one_row(coders.agreement(Coded(), judged("speech;removal", "blocking;removal", "", column="subject")))
        assert row["agree"] == 2

    def test_an_undefined_kappa_is_empty(self):
        result = coders.agreement(Coded(), judged("law"))
        assert result["kappa"].isna().all()
        assert result["share"].tolist() == [1.0]

    def test_columns_keep_the_order_in_which_they_were_judged(self):
        both = pd.concat([judged("", column="subject"), judged("law")])
        assert coders.agreement(Coded(), both)["column"].tolist() == ["subject", "kind"]

    def test_is_that_before_the_changes(self):
        changes = changed(("l002", "kind", "law", "bill"))
        assert one_row(coders.agreement(Coded(), judged("law", "bill", "law")))["agree"] == 3
        assert one_row(coders.agreement(Coded(), judged("law", "bill", "law"), changes))["agree"] == 2

    def test_a_cell_changed_twice_counts_as_it_was_at_first(self):
        changes = changed(("l002", "kind", "plan", "law"), ("l002", "kind", "law", "bill"))
        first = coders.disagreements(Coded(), judged("law", "bill"), changes)["first"]
        assert first.tolist() == ["plan"]

    def test_a_changed_list_may_stand_in_another_order(self):
        changes = changed(("l002", "subject", "removal", "blocking;removal"))
        assert one_row(coders.agreement(Coded(), judged("speech", "removal", column="subject"), changes))["agree"] == 2

    @pytest.mark.parametrize("rows", [
        [("l002", "kind", "law", "plan")],
        [("l002", "kind", "law", "plan"), ("l002", "kind", "order", "bill")],
        [("l009", "kind", "law", "bill")],
    ])  # fmt: skip
    def test_a_change_that_was_not_logged_is_told(self, rows):
        with pytest.raises(InputError, match="log every change"):
            coders.agreement(Coded(), judged("law"), changed(*rows))

    @pytest.mark.parametrize("column", ["kind", "status"])
    def test_a_cell_that_only_one_coder_knows_is_told(self, column):
        with pytest.raises(InputError, match="laws has no cell"):
            coders.agreement(Coded(), judged("law", "bill", "law", "law", column=column))

    def test_disagreements_name_both_values(self):
        assert coders.disagreements(Coded(), judged("law", "plan")).values.tolist() == [["laws", "l002", "kind", "bill", "plan"]]

    def test_markdown_rounds_and_says_undefined(self):
        lines = coders.agreement_markdown(coders.agreement(Coded(), pd.concat([judged("law", "plan", "law"), judged("speech", column="subject")])))
        assert lines.splitlines()[2:] == ["| laws | kind | 3 | 2 | 67% | 0.40 |", "| laws | subject | 1 | 1 | 100% | undefined |"]


class TestFiles:
    def report(self, folder):
        return type("Report", (), {"folder": folder})()

    def test_a_report_coded_once_has_no_second_coding(self, tmp_path):
        assert coders.second_coding(self.report(tmp_path)) is None

    def test_a_missing_file_is_told(self, tmp_path):
        (tmp_path / "second_coding").mkdir()
        with pytest.raises(InputError, match="judgements.csv"):
            coders.second_coding(self.report(tmp_path))

    def test_wrong_columns_are_told(self, tmp_path):
        (tmp_path / "second_coding").mkdir()
        (tmp_path / "second_coding" / "judgements.csv").write_text("table,id\n", encoding="utf-8")
        with pytest.raises(InputError, match="the columns must be table, id, column, value"):
            coders.second_coding(self.report(tmp_path))


class TestKazakhstan:
    """The dataset that was coded twice."""

    report = nf.load("kazakhstan", 2016)
    second = coders.second_coding(report)

    def test_the_data_documentation_prints_the_computed_agreement(self):
        table = coders.agreement_markdown(coders.agreement(self.report, self.second.judgements, self.second.changes))
        assert table in README.read_text(encoding="utf-8")

    def test_every_judgement_uses_the_vocabulary(self):
        allowed = {(name, field.name): field.vocabulary for name, schema in schemas().items() for field in schema.fields}
        for cell in self.second.judgements.itertuples():
            values = dict.fromkeys(allowed[cell.table, cell.column] or ())
            assert not values or set(filter(None, cell.value.split(";"))) <= set(values), cell

    def test_every_disagreement_has_one_verdict(self):
        differ = coders.disagreements(self.report, self.second.judgements, self.second.changes)
        cells = list(differ[["table", "id", "column"]].itertuples(index=False, name=None))
        assert list(self.second.verdicts[["table", "id", "column"]].itertuples(index=False, name=None)) == cells

    def test_the_dataset_follows_the_verdicts(self):
        """Right the second coder: the cell was changed; otherwise it stands as it was."""
        right = set(self.second.verdicts.query("right == 'second'")[CELL].itertuples(index=False, name=None))
        judged = set(self.second.verdicts[CELL].itertuples(index=False, name=None))
        changed = set(self.second.changes[CELL].itertuples(index=False, name=None))
        assert changed & judged == right
        assert set(self.second.verdicts["right"]) <= {"first", "second", "open"}

    def test_cells_on_which_both_coders_erred_are_counted_in_the_documentation(self):
        judged = set(self.second.verdicts[CELL].itertuples(index=False, name=None))
        agreed = set(self.second.changes[CELL].itertuples(index=False, name=None)) - judged
        assert f"Besides, {in_words(len(agreed))} cells were mended in which both codings broke a rule" in README.read_text(encoding="utf-8")

    def test_the_data_documentation_counts_the_verdicts(self):
        counts = self.second.verdicts["right"].value_counts()
        told = f"{counts['second']} for the second coder, {counts['first']} for the first, {counts['open']} left open"
        assert told in " ".join(README.read_text(encoding="utf-8").split())
