package org.waymark.metrics.impact;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Tabular;

/**
 * Every impact that was asked for: for each scenario, outcome and cohort first everybody, then the groups.
 *
 * @param rules by which they are flagged
 * @param claims how many are looked at together
 * @param confidence the level of the verdicts
 * @param all one per group and setting
 */
public record Impacts(ImpactRules rules, Claims claims, double confidence, List<Impact> all) implements Tabular {
    /** Copies the list. */
    public Impacts {
        all = List.copyOf(all);
    }

    /** Those of groups about which it is claimed that they are impacted. */
    public List<Impact> impacted() {
        return all.stream()
                .filter(impact -> impact.claim().verdict() == ImpactVerdict.IMPACT)
                .toList();
    }

    /** Those that pass a test; verdicts stay as they were found among all. */
    public Impacts only(Predicate<Impact> test) {
        return new Impacts(rules, claims, confidence, all.stream().filter(test).toList());
    }

    /** The first one of a group of that name, for looking at one report of one outcome. */
    public Optional<Impact> group(String name) {
        return all.stream().filter(impact -> impact.group().equals(name)).findFirst();
    }

    /** Three rows per group, in the form that all families of measures share. */
    public List<Figure> figures() {
        return all.stream().flatMap(impact -> impact.figures().stream()).toList();
    }

    /** One row per group with everything: tidy, for other programs. */
    @Override
    public Table toTable() {
        return ImpactTable.full(this);
    }

    /** The columns that one reads on a screen. */
    public Table summary() {
        return ImpactTable.summary(this);
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary().toString();
    }
}
