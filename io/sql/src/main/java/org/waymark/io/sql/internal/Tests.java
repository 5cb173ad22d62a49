package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.waymark.core.schema.Where;

/** Tests of single rows. */
final class Tests {
    private static final int PLACES = 4;

    private final Frame frame;
    private final Reading reading;

    Tests(Frame frame) {
        this.frame = frame;
        this.reading = new Reading(frame.asking().dialect());
    }

    /** The column, at {@link Frame#WINDOWS}, that says whether a row passes; or one answer for all. */
    String passes(Where where) {
        List<String> answers = new ArrayList<>();
        for (Where.Test test : where.tests()) {
            answers.add(answer(test));
        }
        return answers.isEmpty() ? Truths.YES : frame.column(Frame.WINDOWS, Truths.and(answers));
    }

    private String answer(Where.Test test) {
        if (test instanceof Where.In in) {
            return bears(frame.labels(in.dimension()), in.labels());
        } else if (test instanceof Where.AtLeast least) {
            NumberSql number = frame.numbers(least.quantity());
            return "CASE WHEN " + number.value() + " IS NULL THEN " + number.reason() + " WHEN " + number.value()
                    + " >= " + frame.asking().literals().number(scaled(least.least())) + " THEN 9 ELSE 0 END";
        }
        Where.NotLess notLess = (Where.NotLess) test;
        NumberSql number = frame.numbers(notLess.quantity());
        NumberSql than = frame.numbers(notLess.than());
        return "CASE WHEN " + number.value() + " IS NULL THEN " + number.reason() + " WHEN " + than.value()
                + " IS NULL THEN " + than.reason() + " WHEN " + number.value() + " >= " + than.value()
                + " THEN 9 ELSE 0 END";
    }

    /** Whether one of the labels is borne. */
    String bears(LabelSql labels, List<String> wanted) {
        String holds = reading.holdsOne(
                labels, wanted.stream().map(frame.asking().literals()::text).toList());
        return "CASE WHEN " + holds + " THEN 9 WHEN " + labels.reason() + " > 0 THEN " + labels.reason()
                + " ELSE 0 END";
    }

    /** A number in ten-thousandths. */
    static long scaled(BigDecimal number) {
        try {
            return number.setScale(PLACES).unscaledValue().longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "least: must have at most " + PLACES + " decimal places, was " + number, tooFine);
        }
    }
}
