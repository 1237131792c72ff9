"""Running heads and feet do not end up in passages, also where no blank line sets them off."""

import pytest

from netfreedom.report.reader import read_text

BODY = [
    "The ministry of waves counted users in all provinces of the kingdom, and the number", "had doubled. It then asked the operators to lower prices, which they did in", "the towns. The regulator was content with that and said", "so in public.",
]  # fmt: skip


def pages(head, foot):
    return "Introduction\n\n" + "\n".join(f"{line}\n{foot(number)}\n{head(number + 1)}" if number < 4 else line for number, line in enumerate(BODY, 1)) + "\n"


@pytest.mark.parametrize(
    "head, foot",
    [
        (lambda number: f"FREEDOM ON THE NET 2014\nRURITANIA\n", lambda number: f"\nwww.freedomhouse.org\n{number}\n"),
        (lambda number: f"\fFREEDOM ON THE NET 2013 {number}", lambda number: "RURITANIA"),
        (lambda number: f"\f{number}", lambda number: "Ruritania"),
    ],
)  # fmt: skip
def test_heads_and_feet_that_touch_the_body_are_taken_out_of_a_paragraph(head, foot):
    (section,) = read_text(pages(head, foot)).sections
    assert [passage.plain for passage in section.passages] == [" ".join(BODY)]


def test_what_a_library_of_documents_prints_above_its_copy_is_no_passage():
    above = "Freedom on the Net 2016 - Ruritania\nPublisher | Freedom House |\nPublication Date | 14 November 2016 |\nCite as | Freedom House, Freedom on the Net 2016 - Ruritania, 14 November 2016, available at: https://x.example [accessed 1 November 2019] |\n\n"
    assert [passage.plain for passage in read_text(f"{above}Introduction\n\nIt rained.\n").passages] == ["It rained."]
