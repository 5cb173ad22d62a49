package org.waymark.core.population;

import java.util.Arrays;
import java.util.List;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unknown;

/** Makes conditions ready for a roster. */
final class Conditions {
    /** Nothing was seen, and the window is still open. */
    static final byte NOT_YET = (byte) (Truth.unknown(Unknown.NOT_YET_OBSERVABLE) | Truth.OPEN);

    private final Scope scope;

    Conditions(Scope scope) {
        this.scope = scope;
    }

    Node node(Condition condition) {
        if (condition instanceof Condition.Always) {
            return (from, count, out) -> Arrays.fill(out, 0, count, Truth.YES);
        } else if (condition instanceof Condition.In in) {
            return in(in);
        } else if (condition instanceof Condition.InGroup in) {
            return inGroup(in);
        } else if (condition instanceof Condition.Passes passes) {
            byte[] answers = EventTests.answers(scope, passes.where());
            return (from, count, out) -> System.arraycopy(answers, from, out, 0, count);
        } else if (condition instanceof Condition.Reached reached) {
            return reached(reached);
        } else if (condition instanceof Condition.Took took) {
            return new TookNode(scope, took, new WindowOfRow(scope, took.window()));
        } else if (condition instanceof Condition.Held held) {
            return new HeldNode(scope, held, new WindowOfRow(scope, held.window()));
        } else if (condition instanceof Condition.And and) {
            return combined(and.of(), true);
        } else if (condition instanceof Condition.Or or) {
            return combined(or.of(), false);
        }
        Node inner = node(((Condition.Not) condition).of());
        return (from, count, out) -> {
            inner.fill(from, count, out);
            for (int i = 0; i < count; i++) {
                out[i] = Truth.not(out[i]);
            }
        };
    }

    /** The answers of a condition for the whole roster. */
    byte[] answers(Condition condition) {
        return answers(node(condition), scope.roster().size());
    }

    static byte[] answers(Node node, int size) {
        byte[] all = new byte[size];
        byte[] block = new byte[Node.BLOCK];
        for (int from = 0; from < size; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, size - from);
            node.fill(from, count, block);
            System.arraycopy(block, 0, all, from, count);
        }
        return all;
    }

    private Node in(Condition.In in) {
        LabelColumn column = scope.labels(in.dimension());
        byte[] table = new byte[column.atoms().size()];
        for (int code = 0; code < table.length; code++) {
            table[code] = column.atoms().get(code).unknown().map(Truth::unknown).orElse(Truth.NO);
            if (column.atoms().get(code).labels().stream().anyMatch(in.labels()::contains)) {
                table[code] = Truth.YES;
            }
        }
        return (from, count, out) -> column.codes().map(from, count, table, out);
    }

    private Node inGroup(Condition.InGroup in) {
        AxisColumn axis = new Axes(scope).column(in.axis());
        byte[] table = new byte[axis.categories().size()];
        for (int code = 0; code < table.length; code++) {
            table[code] = axis.categories()
                    .list()
                    .get(code)
                    .unknown()
                    .map(Truth::unknown)
                    .orElse(Truth.NO);
            if (axis.categories().list().get(code).groups().stream().anyMatch(in.groups()::contains)) {
                table[code] = Truth.YES;
            }
        }
        return axis.node(table);
    }

    private Node reached(Condition.Reached reached) {
        Codes days = scope.days(reached.milestone()).codes();
        WindowOfRow windows = new WindowOfRow(scope, reached.window());
        int asOf = scope.asOfCode();
        int[] block = new int[Node.BLOCK];
        return (from, count, out) -> {
            days.copy(from, count, block);
            for (int i = 0; i < count; i++) {
                byte window = windows.open(from + i);
                out[i] = Truth.isYes(window) ? reached(block[i], windows, asOf) : window;
            }
        };
    }

    private static byte reached(int day, WindowOfRow windows, int asOf) {
        byte open = windows.isClosed() ? 0 : Truth.OPEN;
        if (day != Days.NEVER && day < Days.FIRST_DAY) {
            return (byte) (Truth.unknown(day - 1) | open);
        } else if (day >= Days.FIRST_DAY && day <= asOf && windows.contains(day)) {
            return (byte) (Truth.YES | open);
        }
        return windows.isClosed() ? Truth.NO : NOT_YET;
    }

    private Node combined(List<Condition> parts, boolean and) {
        Node[] nodes = parts.stream().map(this::node).toArray(Node[]::new);
        return (from, count, out) -> {
            nodes[0].fill(from, count, out);
            byte[] other = new byte[count];
            for (int n = 1; n < nodes.length; n++) {
                nodes[n].fill(from, count, other);
                for (int i = 0; i < count; i++) {
                    out[i] = and ? Truth.and(out[i], other[i]) : Truth.or(out[i], other[i]);
                }
            }
        };
    }
}
