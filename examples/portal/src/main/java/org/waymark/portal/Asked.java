package org.waymark.portal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.springframework.web.bind.annotation.BindParam;
import org.waymark.core.student.Student;

/**
 * One table of the grid, as a request asks for it.
 *
 * @param indicator the id of an indicator
 * @param by the name of the groups
 * @param measure the name of a measure; rate where the request says nothing
 * @param classOf the year in which the class graduates
 */
record Asked(
        @NotNull @Pattern(regexp = NAME, message = NAMED) String indicator,
        @NotNull @Pattern(regexp = NAME, message = NAMED) String by,
        @Pattern(regexp = NAME, message = NAMED) String measure,

        @BindParam("class_of") @NotNull @SameAs(entity = Student.class, property = "classOf")
        Integer classOf) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String NAMED = "must be a name of letters, digits, points, underscores and hyphens";

    /** Fills in the measure. */
    Asked {
        measure = Objects.requireNonNullElse(measure, "rate");
    }

    /** The class alone. */
    record OfClass(
            @BindParam("class_of") @NotNull @SameAs(entity = Student.class, property = "classOf")
            Integer classOf) {}
}
