"""What a statement writes, as Django's compilers say it on both databases."""

import pytest

from citewell.pagecache.statements import UNKNOWN, Written, written


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "a"."id" FROM "a" WHERE "a"."b" = %s',
        '(SELECT 1) UNION (SELECT 2)',
        'SAVEPOINT "s1"',
        "PRAGMA foreign_key_check",
        'WITH RECURSIVE t AS (SELECT 1) SELECT * FROM t',
        'SELECT "a"."id" FROM "a" FOR UPDATE',
    ],
)  # fmt: skip
def test_reading_writes_nothing(sql: str) -> None:
    assert written(sql) is None


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ('INSERT INTO "blog_x" ("a") VALUES (%s) RETURNING "blog_x"."id"', "blog_x"),
        ('INSERT OR IGNORE INTO "blog_x" ("a") VALUES (%s)', "blog_x"),
        ('DELETE FROM "blog_x" WHERE "blog_x"."id" IN (%s)', "blog_x"),
        ('UPDATE "blog_x" SET "a" = %s', "blog_x"),
        ("  update blog_x set a = 1", "blog_x"),
    ],
)
def test_the_table_is_read(sql: str, table: str) -> None:
    write = written(sql)
    assert write is not None
    assert write.table == table


def test_an_update_names_its_columns_not_those_it_asks_for() -> None:
    sql = 'UPDATE "p" SET "draft_title" = %s, "locked" = %s WHERE "p"."live" = %s'
    assert written(sql) == Written("p", frozenset({"draft_title", "locked"}))


def test_only_a_plain_insert_adds_rows_alone() -> None:
    insert = 'INSERT INTO "p" ("a") VALUES (%s)'
    assert written(insert) == Written("p", adds=True)
    upsert = written(f'{insert} ON CONFLICT("a") DO UPDATE SET "b" = EXCLUDED."b"')
    assert upsert is not None
    assert not upsert.adds
    assert written(f"{insert} ON CONFLICT DO NOTHING") == Written("p", adds=True)
    assert written('INSERT OR IGNORE INTO "p" ("a") VALUES (%s)') == Written("p", adds=True)
    for replacing in ("INSERT OR REPLACE INTO", "REPLACE INTO"):
        assert written(f'{replacing} "p" ("a") VALUES (%s)') == Written("p")


@pytest.mark.parametrize(
    "sql",
    [
        "TRUNCATE a, b",
        'ALTER TABLE "a" ADD "b" integer',
        "WITH gone AS (DELETE FROM a RETURNING id) SELECT * FROM gone",
        'UPDATE "schema"."table" SET "a" = 1',
        "Composed([SQL('UPDATE ')])",
        "COPY a FROM STDIN",
        "",
    ],
)
def test_what_is_not_understood_may_have_written_anything(sql: str) -> None:
    assert written(sql) == UNKNOWN
