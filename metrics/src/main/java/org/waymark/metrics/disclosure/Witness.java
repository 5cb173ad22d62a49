package org.waymark.metrics.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a cell can be both small and large: by which moves of hidden cells everything printed stays as it is. It is the truth
 * plus one move, and as secret as the truth.
 */
final class Witness {
    private static final Move STILL = new Move(new int[0], new long[0]);

    /** By how much cells move, each cell once. There are very many of them, so that moves by little are kept short. */
    static final class Move {
        private final int[] cells;
        private final long[] far;
        private final byte[] near;

        Move(int[] cells, long[] by) {
            this.cells = cells;
            boolean small = true;
            for (long one : by) {
                small &= one == (byte) one;
            }
            far = small ? new long[0] : by;
            near = new byte[small ? by.length : 0];
            for (int k = 0; k < near.length; k++) {
                near[k] = (byte) by[k];
            }
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
                    return by(k);
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
            return far.length == 0 ? near[place] : far[place];
        }
    }

    /** Moves a cell in a direction by so much, or as far as it can. */
    interface Mover {
        /** The move; one that does not move the cell is none. */
        Move move(int cell, int direction, long amount);
    }

    /** The witness of a need, for a cell of this value; empty if moves do not go far enough. */
    static Optional<Witness> of(Need need, long value, Mover mover) {
        long up = need.anywhere() ? need.spread() : need.up(value);
        Move high = up > 0 ? mover.move(need.cell(), 1, up) : STILL;
        long above = high.at(need.cell());
        if (!need.anywhere() && above < up) {
            return Optional.empty();
        }
        long down = Math.max(need.down(value), need.spread() - above);
        Move low = down > 0 ? mover.move(need.cell(), -1, down) : STILL;
        return -low.at(need.cell()) < down ? Optional.empty() : Optional.of(new Witness(need, low, high));
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
