package org.waymark.io.student;

import java.util.Set;
import java.util.function.Predicate;
import org.waymark.core.indicator.Question;

/**
 * What of rows is taken.
 *
 * @param ids whether the rows' own ids are kept, to find rows by them and to notice one that comes twice
 * @param columns which columns of the mapping are read
 */
record Wanted(boolean ids, Predicate<ColumnMapping> columns) {
    /** Everything that the mapping names. */
    static final Wanted ALL = new Wanted(true, column -> true);

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
                false, column -> !plain || column.role() == ColumnMapping.Role.ID || keys.contains(column.key()));
    }
}
