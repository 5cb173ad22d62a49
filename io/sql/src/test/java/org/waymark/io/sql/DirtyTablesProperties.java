package org.waymark.io.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;

/**
 * Tables in which much is wrong: what is counted where they lie is what is counted of the population that is read from them,
 * and what is told of them is the same.
 */
class DirtyTablesProperties {
    private static final LocalDate AS_OF = LocalDate.of(2020, 6, 30);
    private static final Set<Reason> TOLD = EnumSet.of(
            Reason.MISSING_VALUE,
            Reason.CONTRADICTION,
            Reason.DANGLING_REFERENCE,
            Reason.UNREADABLE_DATE,
            Reason.UNREADABLE_NUMBER,
            Reason.UNKNOWN_LABEL);

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void duckDbCountsAndTellsWhatThePopulationDoes(@ForAll long seed) {
        try (DuckDb db = DuckDb.inMemory().threads(1)) {
            check(db, seed);
        }
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void postgresCountsAndTellsWhatThePopulationDoes(@ForAll long seed) {
        try (Postgres db = Server.schema()) {
            check(db, seed);
        }
    }

    private static void check(Database db, long seed) {
        MadeUp made = new MadeUp(seed);
        db.forAnalysts("test").write(made.population());
        new DirtyTables(db, seed).spoil();
        Loaded<Population> loaded = db.population(AS_OF);
        assertEquals(places(loaded.findings()), places(db.check()));
        for (int i = 0; i < 3; i++) {
            Question question = made.question();
            Same.counts(
                    loaded.value().cohort(question.of()).asOf(question.asOf()).tally(question), db.tally(question));
        }
    }

    /** How many places there are of each fault that leaves something out. */
    private static Map<String, Long> places(List<Finding> findings) {
        Map<String, Long> places = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR && TOLD.contains(finding.reason()))
                .forEach(finding -> places.merge(
                        finding.source() + " " + (finding.reason() == Reason.CONTRADICTION ? "" : finding.column())
                                + " " + finding.reason(),
                        1 + finding.repeats(),
                        Long::sum));
        return places;
    }
}
