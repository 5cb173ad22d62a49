package org.waymark.metrics.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

        static Move of(Map<Integer, Long> moved) {
            return new Move(
                    moved.keySet().stream().mapToInt(cell -> cell).toArray(),
                    moved.values().stream().mapToLong(by -> by).toArray());
        }

        /** Both moves together. */
        Move plus(Move other) {
            Map<Integer, Long> sum = new LinkedHashMap<>();
            for (Move move : List.of(this, other)) {
                for (int k = 0; k < move.size(); k++) {
                    sum.merge(move.cell(k), move.by(k), Long::sum);
                }
            }
            sum.values().removeIf(by -> by == 0);
            return of(sum);
        }

        /** By how much it moves a cell. */
        long at(int cell) {
            for (int k = 0; k < cells.length; k++) {
                if (cells[k] == cell) {
                    return by[k];
                }
            }
            return 0;
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
