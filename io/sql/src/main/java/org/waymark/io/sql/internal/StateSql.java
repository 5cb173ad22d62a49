package org.waymark.io.sql.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Unknown;

/**
 * What a row is for one indicator, as a whole number.
 *
 * @param indicator the indicator
 * @param expression the number of the state
 * @param step the step of the frame that holds all that the expression reads
 */
record StateSql(Indicator indicator, String expression, int step) {
    private static final int OUTSIDE = 0;
    private static final int NO = 1;
    private static final int YES = 2;
    private static final int EARLY = 3;
    private static final int FIRST_UNKNOWN = 4;
    private static final int FIRST_EXCLUDED = 20;

    static StateSql of(Conditions conditions, Indicator indicator) {
        Node universe = conditions.node(indicator.universe());
        Node success = conditions.node(indicator.success());
        List<Node> out = indicator.exclusions().stream()
                .map(Exclusion::condition)
                .map(conditions::node)
                .toList();
        StringBuilder cases = new StringBuilder("CASE WHEN " + universe.answer() + " = 0 THEN " + OUTSIDE);
        for (int x = 0; x < out.size(); x++) {
            cases.append(" WHEN ")
                    .append(out.get(x).answer())
                    .append(" = 9 THEN ")
                    .append(FIRST_EXCLUDED + x);
        }
        cases.append(" WHEN " + universe.answer() + " <> 9 THEN " + unknown(universe.answer()));
        success.open()
                .ifPresent(
                        open -> cases.append(" WHEN " + open + " = 1 THEN CASE WHEN " + success.answer() + " = 9 THEN "
                                + EARLY + " ELSE " + (FIRST_UNKNOWN + Unknown.NOT_YET_OBSERVABLE.ordinal()) + " END"));
        cases.append(" WHEN " + success.answer() + " = 9 THEN " + YES);
        cases.append(" WHEN " + success.answer() + " = 0 THEN " + NO);
        cases.append(" ELSE " + (indicator.unknowns() == UnknownRule.AS_NO ? NO : unknown(success.answer())) + " END");
        int step = IntStream.concat(
                        IntStream.of(universe.step(), success.step()),
                        out.stream().mapToInt(Node::step))
                .max()
                .orElse(Frame.LEAVES);
        return new StateSql(indicator, cases.toString(), step);
    }

    private static String unknown(String answer) {
        return answer + " + " + (FIRST_UNKNOWN - Truths.unknown(Unknown.values()[0]));
    }

    /** The state of a number. */
    State state(int number) {
        if (number >= FIRST_EXCLUDED) {
            return State.excluded(
                    indicator.exclusions().get(number - FIRST_EXCLUDED).reason());
        }
        return switch (number) {
            case OUTSIDE -> State.OUTSIDE;
            case NO -> State.NO;
            case YES -> State.YES;
            case EARLY -> State.REACHED_EARLY;
            default -> State.unknown(Unknown.values()[number - FIRST_UNKNOWN]);
        };
    }
}
