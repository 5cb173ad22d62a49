package org.waymark.io.sql;

import java.util.List;
import java.util.Random;
import org.waymark.core.population.Model;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Unit;

/** Spoils the tables of a made-up population in every way in which tables are found to be wrong. */
final class DirtyTables {
    private final Database db;
    private final Random random;
    private final String text;

    DirtyTables(Database db, long seed) {
        this.db = db;
        this.random = new Random(seed);
        this.text = db.session().engine().dialect().textType();
    }

    void spoil() {
        asText("students", "birth_date");
        some("students", "birth_date", "'2001-02-30'", "'soon'", "''", "'2001-02-03'", "'1850-01-01'", "' 2001-02-03'");
        asText("school_year_records", "credits_earned");
        some("school_year_records", "credits_earned", "'1.23456'", "'many'", "''", "'+3'", "'1e2'", "'4.5000'", "'.5'");
        some("students", "graduation_date", "DATE '1850-01-01'", "DATE '3000-01-01'");
        some("students", "gender", "'Q'", "'f'", "''");
        some("students", "hispanic", "'perhaps'");
        some("students", "class_of", "'soon'", "'2013.5'", "'02013'");
        some("statuses", "kind", "'RICH'");
        some("statuses", "\"end\"", "DATE '1999-01-01'");
        for (String events : List.of("statuses", "credential_awards", "enrolments", "school_year_records")) {
            some(events, owner(events), "'nobody'", "NULL", "''");
        }
        some("students", "student_id", "NULL");
        if (random.nextBoolean()) {
            execute("UPDATE students SET student_id = '' WHERE waymark_row = " + random.nextInt(10));
        }
    }

    private static String owner(String unit) {
        return Model.schema(Unit.of(unit))
                .orElseThrow()
                .owner()
                .map(Field::name)
                .orElseThrow();
    }

    private void asText(String table, String column) {
        execute("ALTER TABLE " + table + " ALTER COLUMN " + column + " TYPE " + text + " USING CAST(" + column + " AS "
                + text + ")");
        db.table(Unit.of(table), table);
    }

    private void some(String table, String column, String... values) {
        int of = 3 + random.nextInt(6);
        for (String value : values) {
            execute("UPDATE " + table + " SET " + column + " = " + value + " WHERE MOD(CAST(waymark_row AS BIGINT), "
                    + of + ") = " + random.nextInt(of) + " AND MOD(CAST(waymark_row AS BIGINT), 7) <> "
                    + random.nextInt(7));
        }
    }

    private void execute(String sql) {
        db.session().execute(sql);
    }
}
