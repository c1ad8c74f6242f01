"""Two prints of the same page are the same bytes."""

from __future__ import annotations

from datetime import date

from journey_site.paper.same_bytes import page_count, same_bytes

PDF = b"""/CreationDate (D:%s+00'00')
/ModDate (D:%s+02'00')>>
/Type /Pages
/Type /Page
/Type /Page
/Headers [(node00000%03d) (node00000829)]
/Names [(node00000829) 3 0 R (node00000%03d) 4 0 R]"""


def test_the_time_and_the_browsers_counting_are_left_out() -> None:
    one = PDF % (b"20261122060745", b"20261122060745", 607, 607)
    other = PDF % (b"20270101235959", b"20270101235959", 606, 606)
    fixed = same_bytes(one, date(2026, 11, 21))
    assert fixed == same_bytes(other, date(2026, 11, 21)).replace(b"+02'00'", b"+00'00'")
    assert len(fixed) == len(one)
    assert fixed.count(b"(D:20261121000000+00'00')") == 2
    assert b"/Headers [(node00000001) (node00000002)]" in fixed


def test_pages_are_counted_without_the_tree_of_them() -> None:
    assert page_count(PDF) == 2
