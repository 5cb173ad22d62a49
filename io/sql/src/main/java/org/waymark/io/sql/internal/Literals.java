package org.waymark.io.sql.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a question names, such as labels and days: it never becomes part of a statement's text, but a parameter. While a
 * statement is being put together a mark stands for each.
 */
final class Literals {
    private static final char BEGIN = '\u0001';
    private static final char END = '\u0002';
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private record Literal(Object value, String type) {}

    private final Dialect dialect;
    private final List<Literal> literals = new ArrayList<>();

    Literals(Dialect dialect) {
        this.dialect = dialect;
    }

    String text(String value) {
        return mark(new Literal(value, dialect.textType()));
    }

    String number(long value) {
        return mark(new Literal(value, "BIGINT"));
    }

    /** A day; one that lies far outside all data is moved to where every engine can hold it. */
    String day(LocalDate value) {
        LocalDate held = value.isBefore(FIRST) ? FIRST : value.isAfter(LAST) ? LAST : value;
        return mark(new Literal(held.toString(), "DATE"));
    }

    private String mark(Literal literal) {
        int known = literals.indexOf(literal);
        if (known < 0) {
            known = literals.size();
            literals.add(literal);
        }
        return BEGIN + Integer.toString(known) + END;
    }

    /** The statement of a text with marks. */
    Statement statement(String marked) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int at = 0;
        for (int begin = marked.indexOf(BEGIN); begin >= 0; begin = marked.indexOf(BEGIN, at)) {
            int end = marked.indexOf(END, begin);
            Literal literal = literals.get(Integer.parseInt(marked.substring(begin + 1, end)));
            text.append(marked, at, begin)
                    .append("CAST(")
                    .append(dialect.parameter(values.size()))
                    .append(" AS ")
                    .append(literal.type())
                    .append(')');
            values.add(literal.value());
            at = end + 1;
        }
        return new Statement(text.append(marked.substring(at)).toString(), values);
    }
}
