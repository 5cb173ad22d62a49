package org.waymark.metrics.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Whole-number cells and what holds between them, whether or not they are printed: a district is the sum of its schools, a
 * total the sum of its groups, a numerator at most its denominator.
 *
 * <p>Cells are numbers from 0 on; their names are for people.
 */
public final class Relations {
    /** How the two sides of a relation compare. */
    public enum Sense {
        /** The weighted sum is the right side. */
        EQUAL,
        /** The weighted sum is at most the right side. */
        AT_MOST
    }

    private final List<String> names;
    private final int[] start;
    private final int[] cells;
    private final long[] weights;
    private final Sense[] senses;
    private final long[] right;
    private final int[] cellStart;
    private final int[] relationsOf;
    private final long[] weightsOf;
    private final BitSet implied;

    private Relations(Builder from) {
        names = from.names;
        start = Arrays.copyOf(from.start, from.size + 1);
        cells = Arrays.copyOf(from.cells, from.used);
        weights = Arrays.copyOf(from.weights, from.used);
        senses = Arrays.copyOf(from.senses, from.size);
        right = Arrays.copyOf(from.right, from.size);
        implied = (BitSet) from.implied.clone();
        cellStart = new int[names.size() + 1];
        for (int cell : cells) {
            cellStart[cell + 1]++;
        }
        for (int i = 0; i < names.size(); i++) {
            cellStart[i + 1] += cellStart[i];
        }
        int[] at = Arrays.copyOf(cellStart, names.size());
        relationsOf = new int[cells.length];
        weightsOf = new long[cells.length];
        for (int r = 0; r < senses.length; r++) {
            for (int i = start[r]; i < start[r + 1]; i++) {
                weightsOf[at[cells[i]]] = weights[i];
                relationsOf[at[cells[i]]++] = r;
            }
        }
    }

    /** Starts relations between cells of these names. */
    public static Builder between(List<String> names) {
        return new Builder(List.copyOf(names));
    }

    /** The same for names that are made when they are asked for. */
    static Builder betweenNamed(List<String> names) {
        return new Builder(names);
    }

    /** How many cells there are. */
    public int cells() {
        return names.size();
    }

    /** How many relations hold between them. */
    public int size() {
        return senses.length;
    }

    /** A cell's name. */
    public String name(int cell) {
        return names.get(cell);
    }

    /** How many cells a relation binds. */
    public int length(int relation) {
        return start[relation + 1] - start[relation];
    }

    /** One of the cells that a relation binds. */
    public int cell(int relation, int place) {
        return cells[start[relation] + place];
    }

    /** The weight of one of the cells that a relation binds. */
    public long weight(int relation, int place) {
        return weights[start[relation] + place];
    }

    /** How its sides compare. */
    public Sense sense(int relation) {
        return senses[relation];
    }

    /** Its right side. */
    public long right(int relation) {
        return right[relation];
    }

    /** Whether it holds wherever the others hold: who looks for moves need not keep it. */
    boolean implied(int relation) {
        return implied.get(relation);
    }

    /** How many relations bind a cell. */
    public int degree(int cell) {
        return cellStart[cell + 1] - cellStart[cell];
    }

    /** One of the relations that bind a cell. */
    public int relation(int cell, int place) {
        return relationsOf[cellStart[cell] + place];
    }

    /** The weight of a cell in one of the relations that bind it. */
    long weightOf(int cell, int place) {
        return weightsOf[cellStart[cell] + place];
    }

    /** How many cells and relations there are. */
    @Override
    public String toString() {
        return cells() + " cells, " + size() + " relations";
    }

    /** Collects relations. */
    public static final class Builder {
        private final List<String> names;
        private int size;
        private int used;
        private int[] start = new int[17];
        private int[] cells = new int[64];
        private long[] weights = new long[64];
        private Sense[] senses = new Sense[16];
        private long[] right = new long[16];
        private final BitSet implied = new BitSet();

        private Builder(List<String> names) {
            this.names = names;
        }

        /** The relation that was added last follows from the others. */
        Builder implied() {
            implied.set(size - 1);
            return this;
        }

        /** A total is the sum of its parts. */
        public Builder sum(int total, int... parts) {
            int[] bound = Arrays.copyOf(parts, parts.length + 1);
            bound[parts.length] = total;
            long[] with = new long[bound.length];
            Arrays.fill(with, 1);
            with[parts.length] = -1;
            return relation(bound, with, Sense.EQUAL, 0);
        }

        /** One cell is at most another, as a part of it is. */
        public Builder atMost(int part, int whole) {
            return relation(new int[] {part, whole}, new long[] {1, -1}, Sense.AT_MOST, 0);
        }

        /** A cell is at most the sum of others, if that is so. */
        void covered(int whole, List<Integer> by, IntToLongFunction value) {
            long sum = 0;
            int[] cells = new int[by.size() + 1];
            long[] signs = new long[cells.length];
            for (int k = 0; k < by.size(); k++) {
                sum = Math.addExact(sum, value.applyAsLong(by.get(k)));
                cells[k] = by.get(k);
                signs[k] = -1;
            }
            cells[by.size()] = whole;
            signs[by.size()] = 1;
            if (value.applyAsLong(whole) <= sum) {
                relation(cells, signs, Sense.AT_MOST, 0);
            }
        }

        /** A weighted sum of cells compares with a number. */
        public Builder relation(int[] bound, long[] with, Sense sense, long rightSide) {
            if (bound.length != with.length) {
                throw new IllegalArgumentException(
                        "with: must be one weight per cell, " + bound.length + ", were " + with.length);
            }
            for (int cell : bound) {
                if (cell < 0 || cell >= names.size()) {
                    throw new IllegalArgumentException(
                            "bound: must be cells from 0 to " + (names.size() - 1) + ", was " + cell);
                }
            }
            if (size == senses.length) {
                senses = Arrays.copyOf(senses, size * 2);
                right = Arrays.copyOf(right, size * 2);
                start = Arrays.copyOf(start, size * 2 + 1);
            }
            while (used + bound.length > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
                weights = Arrays.copyOf(weights, cells.length);
            }
            System.arraycopy(bound, 0, cells, used, bound.length);
            System.arraycopy(with, 0, weights, used, bound.length);
            used += bound.length;
            senses[size] = sense;
            right[size] = rightSide;
            start[++size] = used;
            return this;
        }

        /** The relations. */
        public Relations build() {
            return new Relations(this);
        }
    }
}
