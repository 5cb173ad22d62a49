package org.waymark.metrics.impact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.tally.Label;
import org.waymark.metrics.gap.Reference;

/**
 * With what groups are compared, where it may be something else for each cohort.
 *
 * @param usual with what, unless a cohort has its own
 * @param byCohort the cohorts that have their own, by name
 */
public record References(Reference usual, Map<String, Reference> byCohort) {
    /** Copies the cohorts in their order. */
    public References {
        Objects.requireNonNull(usual, "usual");
        byCohort = Collections.unmodifiableMap(new LinkedHashMap<>(byCohort));
    }

    /** The same for every cohort. */
    public static References of(Reference reference) {
        return new References(reference, new LinkedHashMap<>());
    }

    /** The same, but for one cohort. */
    public References forCohort(String cohort, Reference reference) {
        Map<String, Reference> more = new LinkedHashMap<>(byCohort);
        more.put(cohort, reference);
        return new References(usual, more);
    }

    /** With what the groups of a cohort are compared. */
    Reference in(Optional<Label> cohort) {
        return cohort.filter(Label::isGroup).map(Label::name).map(byCohort::get).orElse(usual);
    }
}
