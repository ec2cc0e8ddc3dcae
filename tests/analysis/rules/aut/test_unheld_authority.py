"""AUT003: unheld-authority."""

from orgspec.testing import check


def test_an_authority_without_levels_is_found_with_what_takes_it() -> None:
    (found,) = check(
        """
        roles: {clerk: {}}
        duties: {buying: {raci: clerk, authorities: purchase}}
        authorities:
          purchase: {measure: CNY, max: 5000}
        # ^^^^^^^^ AUT003
          discount: {levels: []}
        # ^^^^^^^^ AUT003
        """,
        select="AUT003,RAC017,AUT001",
    )[:1]
    assert [label.address for label in found.related] == ["duty/buying"]
    assert "无人持有" in found.message.in_("zh")


def test_a_level_is_enough_even_one_that_names_nobody_known_or_cannot_be_read() -> None:
    check(
        """
        roles: {clerk: {}}
        authorities:
          a: {levels: clerk}
          b: {levels: [{role: nobody}]}
          c: {levels: [{up_to: 5}]}
          d: {level: [{role: clerk}]}
        """,
        select="AUT003",
    )


def test_it_is_withheld_where_a_file_cannot_be_parsed() -> None:
    check("authorities: {a: {}}\nroles: {\n", select="AUT003")
