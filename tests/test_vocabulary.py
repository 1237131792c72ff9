"""The rules of the source hold together in both directions of the scale."""

import pytest

from netfreedom.vocabulary import CATEGORIES, CONTROLS, DIRECTIONS, TOTAL_MAX, bands, direction_of, flip, status_of


def test_categories_sum_to_the_total():
    assert [category.maximum for category in CATEGORIES] == [25, 35, 40]
    assert TOTAL_MAX == 100


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_bands_cover_every_total_exactly_once(direction):
    for total in range(TOTAL_MAX + 1):
        assert sum(band.low <= total <= band.high for band in bands(direction)) == 1


@pytest.mark.parametrize(("total", "status"), [(0, "Free"), (30, "Free"), (31, "Partly Free"), (60, "Partly Free"),
                                               (61, "Not Free"), (63, "Not Free"), (100, "Not Free")])
def test_a_total_has_the_same_status_seen_from_either_end(total, status):
    assert status_of(total, "zero_is_free") == status
    assert status_of(flip(total, TOTAL_MAX), "hundred_is_free") == status


def test_the_scale_turned_with_the_2019_edition():
    assert direction_of(2018) == "zero_is_free"
    assert direction_of(2019) == "hundred_is_free"


def test_unknown_totals_and_directions_are_refused():
    with pytest.raises(ValueError, match="0 to 100"):
        status_of(101, "zero_is_free")
    with pytest.raises(ValueError, match="zero_is_free, hundred_is_free"):
        bands("up")


def test_there_are_nine_controls_with_keys_of_their_own():
    assert len({control.key for control in CONTROLS}) == 9
