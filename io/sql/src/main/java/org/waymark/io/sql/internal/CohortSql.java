package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.tally.CohortLog;

/**
 * How a row belongs to a cohort, as a whole number: 0 not at all, 1 unknown, and from 2 on by how it joined and left.
 *
 * @param definition the cohort
 * @param expression the number
 * @param step the step of the frame that holds all that the expression reads
 */
record CohortSql(CohortDefinition definition, String expression, int step) {
    private static final int UNDETERMINED = 1;
    private static final int FIRST = 2;

    static CohortSql of(Conditions conditions, CohortDefinition definition) {
        Node members = conditions.node(definition.members());
        List<Node> all = new ArrayList<>(List.of(members));
        String joined = way(conditions, definition.joined(), all);
        String left = way(conditions, definition.left(), all);
        int ways = definition.left().size() + 1;
        String expression = "CASE " + members.answer() + " WHEN 0 THEN 0 WHEN 9 THEN " + FIRST + " + " + ways + " * ("
                + joined + ") + (" + left + ") ELSE " + UNDETERMINED + " END";
        int step = all.stream().mapToInt(Node::step).max().orElse(Frame.LEAVES);
        return new CohortSql(definition, expression, step);
    }

    /** The number of the first way that holds, from 1; 0 if none does. */
    private static String way(Conditions conditions, List<Exclusion> ways, List<Node> all) {
        StringBuilder cases = new StringBuilder();
        for (int w = 0; w < ways.size(); w++) {
            Node node = conditions.node(ways.get(w).condition());
            all.add(node);
            cases.append(" WHEN ").append(node.answer()).append(" = 9 THEN ").append(w + 1);
        }
        return cases.isEmpty() ? "0" : "CASE" + cases + " ELSE 0 END";
    }

    /** The numbers of those who belong in the end. */
    String stays() {
        List<String> numbers = new ArrayList<>();
        for (int joined = 0; joined <= definition.joined().size(); joined++) {
            numbers.add(Integer.toString(FIRST + joined * (definition.left().size() + 1)));
        }
        return "(" + String.join(", ", numbers) + ")";
    }

    /** Whether a number is one of those who belong in the end. */
    boolean stays(int number) {
        return number >= FIRST && (number - FIRST) % (definition.left().size() + 1) == 0;
    }

    /** The log of so many rows for each number. */
    CohortLog log(Map<Integer, Long> counts) {
        long initial = 0;
        long undetermined = 0;
        int ways = definition.left().size() + 1;
        Map<String, Long> joined = zeros(definition.joined());
        Map<String, Long> left = zeros(definition.left());
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            int number = entry.getKey();
            long count = entry.getValue();
            if (number == UNDETERMINED) {
                undetermined += count;
            } else if (number >= FIRST) {
                int in = (number - FIRST) / ways;
                int out = (number - FIRST) % ways;
                if (in == 0) {
                    initial += count;
                } else {
                    joined.merge(definition.joined().get(in - 1).reason(), count, Long::sum);
                }
                if (out > 0) {
                    left.merge(definition.left().get(out - 1).reason(), count, Long::sum);
                }
            }
        }
        return new CohortLog(initial, joined, left, undetermined);
    }

    private static Map<String, Long> zeros(List<Exclusion> ways) {
        Map<String, Long> zeros = new LinkedHashMap<>();
        ways.forEach(way -> zeros.put(way.reason(), 0L));
        return zeros;
    }
}
