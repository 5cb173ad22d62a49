package org.waymark.io.student;

import java.util.Set;
import java.util.function.Predicate;
import org.waymark.core.indicator.Question;

/**
 * What of rows is taken.
 *
 * @param ids what becomes of the rows' own ids
 * @param columns which columns of the mapping are read
 */
record Wanted(Ids ids, Predicate<ColumnMapping> columns) {
    /** What becomes of ids. */
    enum Ids {
        /** Rows have none. */
        NONE,
        /** They are kept as they come. */
        KEPT,
        /** They are kept, to find rows by them and to withdraw a row of which the id has come before. */
        HELD_APART
    }

    /** Everything that the mapping names. */
    static final Wanted ALL = new Wanted(Ids.HELD_APART, column -> true);

    /** The same, from who sees elsewhere that no id comes twice. */
    static final Wanted ALL_AS_IT_COMES = new Wanted(Ids.KEPT, column -> true);

    /**
     * What counting the answer to a question takes. Columns of which the question does not speak are passed over, if all
     * of which it speaks are columns; if not, some of it may follow from any of them.
     */
    static Wanted toAnswer(Question question, Mapping mapping) {
        Set<String> keys = question.keys();
        boolean plain = keys.stream()
                .allMatch(key -> mapping.columns().stream()
                        .anyMatch(column -> column.role() != ColumnMapping.Role.ID
                                && column.key().equals(key)));
        return new Wanted(
                Ids.NONE, column -> !plain || column.role() == ColumnMapping.Role.ID || keys.contains(column.key()));
    }
}
