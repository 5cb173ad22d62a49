package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.waymark.core.indicator.State;

/**
 * What the members are for several indicators at once, as one small number each, so that one increment counts all of
 * them.
 */
final class Outcomes {
    private final Codes ofRow;
    private final int size;

    /** For each indicator the states that occur, and for each joint outcome which of them it is. */
    private final List<List<State>> occurring = new ArrayList<>();

    private final List<int[]> placeOf = new ArrayList<>();

    private Outcomes(List<States> indicators, Codes ofRow, List<byte[]> combinations) {
        this.ofRow = ofRow;
        this.size = combinations.size();
        for (int i = 0; i < indicators.size(); i++) {
            List<State> all = indicators.get(i).states();
            TreeSet<State> states = new TreeSet<>();
            for (byte[] combination : combinations) {
                states.add(all.get(combination[i]));
            }
            List<State> inOrder = new ArrayList<>(states);
            int[] places = new int[size];
            for (int outcome = 0; outcome < size; outcome++) {
                places[outcome] = inOrder.indexOf(all.get(combinations.get(outcome)[i]));
            }
            occurring.add(inOrder);
            placeOf.add(places);
        }
    }

    static Outcomes of(List<States> indicators, byte[] members) {
        int width = 1;
        for (States states : indicators) {
            width = Math.max(width, states.states().size());
        }
        int keys = 1;
        byte[][] columns = new byte[indicators.size()][];
        for (int i = 0; i < columns.length; i++) {
            keys = Math.multiplyExact(keys, width);
            columns[i] = indicators.get(i).ofRow();
        }
        Numbers numbers = new Numbers(keys, width, columns);
        Codes ofRow = new Codes(members.length);
        int[] block = new int[Node.BLOCK];
        for (int from = 0; from < members.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, members.length - from);
            numbers.fill(from, count, members, block);
            ofRow.addAll(block, 0, count, 0);
        }
        return new Outcomes(indicators, ofRow, numbers.combinations);
    }

    /** Numbers the combinations of states from 0 in the order in which members are first seen to have them. */
    private static final class Numbers {
        private final List<byte[]> combinations = new ArrayList<>();
        private final int[] numberOfKey;
        private final int width;
        private final byte[][] columns;

        Numbers(int keys, int width, byte[][] columns) {
            this.numberOfKey = new int[keys];
            Arrays.fill(numberOfKey, -1);
            this.width = width;
            this.columns = columns;
        }

        void fill(int from, int count, byte[] members, int[] out) {
            Arrays.fill(out, 0, count, 0);
            for (byte[] column : columns) {
                for (int i = 0; i < count; i++) {
                    out[i] = out[i] * width + column[from + i];
                }
            }
            for (int i = 0; i < count; i++) {
                int number = members[from + i] == 0 ? 0 : numberOfKey[out[i]];
                out[i] = number < 0 ? add(out[i], from + i) : number;
            }
        }

        private int add(int key, int row) {
            byte[] combination = new byte[columns.length];
            for (int i = 0; i < combination.length; i++) {
                combination[i] = columns[i][row];
            }
            numberOfKey[key] = combinations.size();
            combinations.add(combination);
            return combinations.size() - 1;
        }
    }

    int size() {
        return size;
    }

    Codes ofRow() {
        return ofRow;
    }

    /** Reads a face off the cube: for each indicator the states that occur and the counts. */
    void addFace(Cube cube, int[] positions, List<List<State>> statesOf, List<long[]> countsOf) {
        long[] counts = cube.marginal(positions, Math.max(1, size));
        for (int i = 0; i < placeOf.size(); i++) {
            statesOf.add(occurring.get(i));
            countsOf.add(byState(counts, placeOf.get(i), occurring.get(i).size()));
        }
    }

    private static long[] byState(long[] counts, int[] placeOf, int states) {
        int cells = placeOf.length == 0 ? 0 : counts.length / placeOf.length;
        long[] own = new long[cells * states];
        for (int cell = 0; cell < cells; cell++) {
            for (int outcome = 0; outcome < placeOf.length; outcome++) {
                own[cell * states + placeOf[outcome]] += counts[cell * placeOf.length + outcome];
            }
        }
        return own;
    }
}
