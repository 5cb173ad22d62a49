package org.waymark.metrics.disclosure;

/**
 * How a cell can be both small and large: by which moves of hidden cells everything printed stays as it is. It is the truth
 * plus one move, and as secret as the truth.
 */
final class Witness {
    private static final Move STILL = new Move(new int[0], new long[0]);

    /** By how much cells move, each cell once. */
    static final class Move {
        private final int[] cells;
        private final long[] by;

        Move(int[] cells, long[] by) {
            this.cells = cells;
            this.by = by;
        }

        int size() {
            return cells.length;
        }

        int cell(int place) {
            return cells[place];
        }

        long by(int place) {
            return by[place];
        }
    }

    private final Need need;
    private final Move low;
    private final Move high;

    Witness(Need need, Move low, Move high) {
        this.need = need;
        this.low = low;
        this.high = high;
    }

    /** No move. */
    static Move still() {
        return STILL;
    }

    Need need() {
        return need;
    }

    Move low() {
        return low;
    }

    Move high() {
        return high;
    }

    /** Nothing of the truth is printed. */
    @Override
    public String toString() {
        return "Witness[secret]";
    }
}
