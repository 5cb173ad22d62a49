package org.waymark.core.indicator;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waymark.core.schema.Amount;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Schemed;
import org.waymark.core.schema.Where;
import org.waymark.core.schema.Window;

/** Collects the names of all keys that a question speaks of. */
final class KeyNames {
    private final Set<String> names = new LinkedHashSet<>();

    private KeyNames() {}

    static Set<String> of(Question question) {
        KeyNames keys = new KeyNames();
        keys.add(question.of().members());
        keys.addAll(question.of().joined());
        keys.addAll(question.of().left());
        for (Indicator indicator : question.indicators()) {
            keys.add(indicator.universe());
            keys.addAll(indicator.exclusions());
            keys.add(indicator.success());
        }
        question.faces().axes().forEach(keys::add);
        question.cluster().ifPresent(keys::add);
        return Collections.unmodifiableSet(keys.names);
    }

    private void addAll(List<Exclusion> exclusions) {
        exclusions.forEach(exclusion -> add(exclusion.condition()));
    }

    private void add(Axis axis) {
        if (axis instanceof Dimension dimension) {
            names.add(dimension.name());
        } else if (axis instanceof Schemed schemed) {
            names.add(schemed.of().name());
        } else if (axis instanceof Groups groups) {
            groups.members().forEach(group -> add(group.condition()));
        }
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.In in) {
            names.add(in.dimension().name());
        } else if (condition instanceof Condition.InGroup in) {
            add(in.axis());
        } else if (condition instanceof Condition.Passes passes) {
            add(passes.where());
        } else if (condition instanceof Condition.Reached reached) {
            names.add(reached.milestone().name());
            add(reached.window());
        } else if (condition instanceof Condition.Took took) {
            names.add(took.kind().name());
            add(took.where());
            add(took.amount());
            add(took.window());
        } else if (condition instanceof Condition.Held held) {
            names.add(held.spell().name());
            add(held.where());
            add(held.window());
        } else if (condition instanceof Condition.And and) {
            and.of().forEach(this::add);
        } else if (condition instanceof Condition.Or or) {
            or.of().forEach(this::add);
        } else if (condition instanceof Condition.Not not) {
            add(not.of());
        }
    }

    private void add(Where where) {
        for (Where.Test test : where.tests()) {
            if (test instanceof Where.In in) {
                names.add(in.dimension().name());
            } else if (test instanceof Where.AtLeast least) {
                names.add(least.quantity().name());
            } else if (test instanceof Where.NotLess notLess) {
                names.add(notLess.quantity().name());
                names.add(notLess.than().name());
            }
        }
    }

    private void add(Amount amount) {
        if (amount instanceof Amount.Sum sum) {
            names.add(sum.quantity().name());
        } else if (amount instanceof Amount.Distinct distinct) {
            names.add(distinct.dimension().name());
        }
    }

    private void add(Window window) {
        for (Bound bound : List.of(window.fromInclusive(), window.untilExclusive())) {
            if (bound instanceof Bound.After after) {
                names.add(after.anchor().name());
            }
        }
    }
}
