package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waymark.core.indicator.State;

/**
 * What the members are for several indicators at once, as one small number each, so that one increment counts all of
 * them.
 */
final class Outcomes {
    private final List<States> indicators;
    private final Codes ofRow;
    /** For each joint outcome and each indicator the number of the state. */
    private final List<byte[]> combinations;

    private Outcomes(List<States> indicators, Codes ofRow, List<byte[]> combinations) {
        this.indicators = indicators;
        this.ofRow = ofRow;
        this.combinations = combinations;
    }

    static Outcomes of(List<States> indicators, byte[] members) {
        int width = 1;
        for (States states : indicators) {
            width = Math.max(width, states.states().size());
        }
        int keys = 1;
        for (int i = 0; i < indicators.size(); i++) {
            keys = Math.multiplyExact(keys, width);
        }
        int[] numberOfKey = new int[keys];
        Arrays.fill(numberOfKey, -1);
        List<byte[]> combinations = new ArrayList<>();
        byte[][] columns = indicators.stream().map(States::ofRow).toArray(byte[][]::new);
        Codes ofRow = new Codes();
        for (int row = 0; row < members.length; row++) {
            if (members[row] == 0) {
                ofRow.add(0);
                continue;
            }
            int key = 0;
            for (byte[] column : columns) {
                key = key * width + column[row];
            }
            int number = numberOfKey[key];
            if (number < 0) {
                number = combinations.size();
                numberOfKey[key] = number;
                byte[] combination = new byte[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    combination[i] = columns[i][row];
                }
                combinations.add(combination);
            }
            ofRow.add(number);
        }
        return new Outcomes(indicators, ofRow, combinations);
    }

    int size() {
        return combinations.size();
    }

    Codes ofRow() {
        return ofRow;
    }

    /** Reads a face off the cube: for each indicator the states that occur and the counts. */
    void addFace(Cube cube, int[] positions, List<List<State>> statesOf, List<long[]> countsOf) {
        int cells = cube.cells(positions);
        long[] counts = cube.marginal(positions, Math.max(1, size()));
        for (int i = 0; i < indicators.size(); i++) {
            List<State> states = indicators.get(i).states();
            int[] place = new int[states.size()];
            Arrays.fill(place, -1);
            List<State> occurring = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            for (int s = 0; s < place.length; s++) {
                int state = s;
                int indicator = i;
                if (combinations.stream().anyMatch(c -> c[indicator] == state)) {
                    numbers.add(s);
                }
            }
            numbers.sort((a, b) -> states.get(a).compareTo(states.get(b)));
            for (int number : numbers) {
                place[number] = occurring.size();
                occurring.add(states.get(number));
            }
            long[] own = new long[cells * occurring.size()];
            for (int cell = 0; cell < cells; cell++) {
                for (int outcome = 0; outcome < size(); outcome++) {
                    long count = counts[cell * size() + outcome];
                    if (count != 0) {
                        own[cell * occurring.size() + place[combinations.get(outcome)[i]]] += count;
                    }
                }
            }
            statesOf.add(occurring);
            countsOf.add(own);
        }
    }
}
