package org.waymark.core.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Unknown;

/** A column of labels: one code per row, and for each code what it stands for. Code 0 is what stands where nothing is. */
final class LabelColumn {
    private final Codes codes;
    private final List<Labels> atoms;

    LabelColumn(Codes codes, List<Labels> atoms) {
        this.codes = codes;
        this.atoms = List.copyOf(atoms);
    }

    Codes codes() {
        return codes;
    }

    List<Labels> atoms() {
        return atoms;
    }

    Labels get(int row) {
        return atoms.get(codes.get(row));
    }

    LabelColumn permuted(int[] order) {
        return new LabelColumn(codes.permuted(order), atoms);
    }

    /** Takes labels row by row. */
    static final class Builder extends ColumnSink {
        /** More different labels than this in one column are no grouping but free text that was taken for one. */
        static final int MOST_ATOMS = 4_000_000;

        private static final int NOT_UNDERSTOOD = -1;

        private final String name;
        private final LabelReading reading;
        private final Map<Labels, Integer> numbers = new LinkedHashMap<>();
        private final TextDictionary texts = new TextDictionary();
        private final Codes codeOfText = new Codes();
        private final KnownTexts known = new KnownTexts();
        private final Codes codes = new Codes();

        private int most = MOST_ATOMS;
        private List<Labels> atoms = List.of();

        Builder(String name, LabelReading reading, Labels absent) {
            this.name = name;
            this.reading = reading;
            numberOf(absent);
        }

        @Override
        public boolean put(char[] text, int from, int to) {
            int code = codeOf(text, from, to);
            if (code == NOT_UNDERSTOOD) {
                unknown(Unknown.UNREADABLE);
                return false;
            }
            codes.add(code);
            return true;
        }

        private int codeOf(char[] text, int from, int to) {
            int number = texts.find(text, from, to);
            if (number < 0) {
                number = texts.size() - 1;
                Optional<Labels> read = reading.read(texts.text(number));
                // Code 0 of the text dictionary is kept for "not understood".
                codeOfText.add(read.map(labels -> numberOf(labels) + 1).orElse(NOT_UNDERSTOOD + 1));
            }
            return codeOfText.get(number) - 1;
        }

        @Override
        public boolean readsAtOnce() {
            return true;
        }

        @Override
        public int read(TextSlices slices, int[] out) {
            byte[] bytes = slices.bytes;
            int[] bounds = slices.bounds;
            int least = 0;
            for (int i = 0, at = slices.first; i < slices.size; i++, at += slices.step) {
                int start = slices.quoted ? slices.start(at) : bounds[at] + 1;
                int end = slices.quoted ? slices.end(at, start) : bounds[at + 1];
                int code = read(bytes, start, end);
                out[i] = code;
                least = Math.min(least, code);
            }
            return least;
        }

        private int read(byte[] bytes, int from, int to) {
            if (from == to) {
                return EMPTY;
            }
            int code = known.find(bytes, from, to);
            return code >= 0 ? code : lookUp(bytes, from, to);
        }

        private int lookUp(byte[] bytes, int from, int to) {
            int number = texts.known(KnownTexts.text(bytes, from, to));
            int code = number < 0 ? NOT_UNDERSTOOD : codeOfText.get(number) - 1;
            if (code == NOT_UNDERSTOOD) {
                return BY_ITSELF;
            }
            known.add(bytes, from, to, code);
            return code;
        }

        @Override
        public int learn(byte[] text, int from, int to) {
            if (from == to || text[from] <= ' ' || text[to - 1] <= ' ') {
                return BY_ITSELF;
            }
            char[] written = KnownTexts.text(text, from, to).toCharArray();
            int code = codeOf(written, 0, written.length);
            if (code == NOT_UNDERSTOOD) {
                return BY_ITSELF;
            }
            known.add(text, from, to, code);
            return code;
        }

        @Override
        public void put(int[] read, int from, int to) {
            codes.addAll(read, from, to, 0);
        }

        @Override
        public void unknown(Unknown reason) {
            put(Labels.unknown(reason));
        }

        @Override
        public void none() {
            put(Labels.NONE);
        }

        /** Refuses more different labels than this from now on. */
        void most(int labels) {
            most = labels;
        }

        void put(Labels labels) {
            codes.add(numberOf(labels));
        }

        @Override
        int size() {
            return codes.size();
        }

        @Override
        void pad() {
            codes.add(0);
        }

        @Override
        void truncate(int rows) {
            codes.truncate(rows);
        }

        /** The number of the row's labels among the different ones. */
        int code(int row) {
            return codes.get(row);
        }

        /** The different labels so far, by number. */
        List<Labels> atoms() {
            if (atoms.size() < numbers.size()) {
                atoms = List.copyOf(numbers.keySet());
            }
            return atoms;
        }

        private int numberOf(Labels labels) {
            Integer known = numbers.get(labels);
            if (known != null) {
                return known;
            }
            if (numbers.size() >= most) {
                throw new TooManyLabelsException(name, most);
            }
            numbers.put(labels, numbers.size());
            return numbers.size() - 1;
        }

        /** The rows so far; the next rows start a new column with the same codes. */
        LabelColumn cut() {
            return new LabelColumn(codes.cut(), atoms());
        }
    }
}
