package org.waymark.core.population;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.core.schema.Unknown;

/** A column of days, coded as {@link Days} says. */
final class DayColumn {
    private final Codes codes;

    DayColumn(Codes codes) {
        this.codes = codes;
    }

    Codes codes() {
        return codes;
    }

    DayColumn permuted(int[] order) {
        return new DayColumn(codes.permuted(order));
    }

    /** Takes days row by row. */
    static final class Builder extends ColumnSink {
        private final DayReading reading;
        private final boolean isIso;
        private final int absent;
        private final TextDictionary texts = new TextDictionary();
        private final Codes codeOfText = new Codes();
        private final KnownTexts known = new KnownTexts();
        private final Codes codes = new Codes();

        Builder(DayReading reading, int absent) {
            this.reading = reading;
            this.isIso = reading == DayReading.ISO;
            this.absent = absent;
        }

        @Override
        public boolean put(char[] text, int from, int to) {
            if (isIso && to - from == Days.ISO_LENGTH) {
                int code = Days.iso(text, from);
                codes.add(code < 0 ? Days.unknown(Unknown.UNREADABLE) : code);
                return code >= 0;
            }
            int number = texts.find(text, from, to);
            if (number < 0) {
                number = texts.size() - 1;
                codeOfText.add(reading.read(texts.text(number))
                        .filter(Days::holds)
                        .map(Days::code)
                        .orElse(Days.unknown(Unknown.UNREADABLE)));
            }
            int code = codeOfText.get(number);
            codes.add(code);
            return code >= Days.FIRST_DAY;
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
            int code = isIso && to - from == Days.ISO_LENGTH ? Days.iso(bytes, from) : lookUp(bytes, from, to);
            return code < 0 ? BY_ITSELF : code;
        }

        private int lookUp(byte[] bytes, int from, int to) {
            int code = known.find(bytes, from, to);
            if (code >= 0) {
                return code;
            }
            int number = texts.known(KnownTexts.text(bytes, from, to));
            if (number < 0 || !Days.isDay(codeOfText.get(number))) {
                return BY_ITSELF;
            }
            known.add(bytes, from, to, codeOfText.get(number));
            return codeOfText.get(number);
        }

        @Override
        public void put(int[] read, int from, int to) {
            codes.addAll(read, from, to, absent);
        }

        @Override
        public void unknown(Unknown reason) {
            codes.add(Days.unknown(reason));
        }

        @Override
        public void none() {
            codes.add(Days.NEVER);
        }

        @Override
        public int lastDay() {
            int code = codes.size() == 0 ? Days.NEVER : codes.get(codes.size() - 1);
            return Days.isDay(code) ? Days.epochDay(code) : NO_DAY;
        }

        int code(int row) {
            return codes.get(row);
        }

        void put(LocalDate day) {
            if (!Days.holds(day)) {
                throw new IllegalArgumentException("day: must lie in " + Days.FIRST + " to " + Days.LAST);
            }
            codes.add(Days.code(day));
        }

        void put(Optional<LocalDate> day) {
            day.ifPresentOrElse(this::put, this::pad);
        }

        @Override
        int size() {
            return codes.size();
        }

        @Override
        void pad() {
            codes.add(absent);
        }

        @Override
        void truncate(int rows) {
            codes.truncate(rows);
        }

        DayColumn cut() {
            return new DayColumn(codes.cut());
        }
    }
}
