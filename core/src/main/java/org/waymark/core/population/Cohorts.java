package org.waymark.core.population;

import java.util.List;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;

/** The cohorts of the field, by name. */
public final class Cohorts {
    private static final Dimension CLASS_OF = Dimension.of("class_of");
    private static final Dimension EXIT_KIND = Dimension.of("kind");
    static final EventKind EXITS = EventKind.of("cohort_exits");

    private Cohorts() {}

    /** The students of a graduating class, with nobody leaving. */
    public static CohortDefinition everybodyOfClass(int year) {
        return CohortDefinition.of("class of " + year, CLASS_OF.in(Integer.toString(year)));
    }

    /**
     * The adjusted cohort of a graduating class: transferred out, emigrated and deceased students leave it, nobody else
     * does (National Center for Education Statistics, adjusted cohort graduation rate). Needs the roster of cohort
     * exits; see {@link #everybodyOfClass} for data without.
     */
    public static CohortDefinition classOf(int year) {
        return new CohortDefinition(
                "class of " + year,
                Unit.STUDENT,
                CLASS_OF.in(Integer.toString(year)),
                List.of(),
                List.of(
                        new Exclusion("transferred out", exit("TRANSFERRED_OUT")),
                        new Exclusion("emigrated", exit("EMIGRATED")),
                        new Exclusion("deceased", exit("DECEASED"))));
    }

    private static Condition exit(String kind) {
        return EXITS.taken().where(Where.in(EXIT_KIND, kind)).within(Window.ALWAYS);
    }
}
