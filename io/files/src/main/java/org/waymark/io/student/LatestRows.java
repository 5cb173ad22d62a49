package org.waymark.io.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.LongMap;
import org.waymark.io.internal.SourceRows;

/**
 * Looks through files that have several rows for a student, such as one for each school year: which row is the latest, and
 * whose labels differ between rows. What is passed over afterwards is every row that has a later one.
 */
final class LatestRows implements SourceRows {
    private static final int NONE = -1;

    private static final class Held {
        private int ordinal;
        private String order = "";
        private final long[] labels;
        private final boolean[] told;

        Held(int labels) {
            this.labels = new long[labels];
            this.told = new boolean[labels];
        }
    }

    private final Mapping mapping;
    private final Map<String, String> crosswalk;
    private final String orderHeader;
    private final FindingLog findings;
    private final List<String> labelHeaders = new ArrayList<>();
    private final Map<Long, Held> students = new LinkedHashMap<>();
    private final BitSet superseded = new BitSet();
    private String source = "";
    private int[] label = new int[0];
    private int idColumn = NONE;
    private int orderColumn = NONE;
    private int width;
    private int ordinal = NONE;
    private long id;
    private String order = "";
    private long[] labels = new long[0];

    LatestRows(Mapping mapping, Map<String, String> crosswalk, String orderHeader, FindingLog findings) {
        this.mapping = mapping;
        this.crosswalk = crosswalk;
        this.orderHeader = orderHeader.strip().toLowerCase(Locale.ROOT);
        this.findings = findings;
        for (ColumnMapping column : mapping.columns()) {
            if (column.role() == ColumnMapping.Role.DIMENSION || column.role() == ColumnMapping.Role.LABELS) {
                labelHeaders.add(column.primaryHeader());
            }
        }
    }

    /** Says how many rows will be passed over. */
    void tell() {
        if (!superseded.isEmpty()) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS,
                    source,
                    0,
                    "",
                    superseded.cardinality() + " rows of students who have a later one were passed over"));
        }
    }

    @Override
    public void source(String name) {
        source = name;
    }

    @Override
    public List<String> declared() {
        return mapping.columns().stream().map(ColumnMapping::primaryHeader).toList();
    }

    @Override
    public int declared(String name) {
        return mapping.indexOf(name);
    }

    @Override
    public void headers(List<String> headers, long line) {
        width = headers.size();
        label = new int[width];
        idColumn = NONE;
        orderColumn = NONE;
        for (int i = 0; i < width; i++) {
            int column = mapping.indexOf(headers.get(i));
            label[i] = column < 0
                    ? NONE
                    : labelHeaders.indexOf(mapping.columns().get(column).primaryHeader());
            if (column >= 0 && mapping.columns().get(column).role() == ColumnMapping.Role.ID) {
                idColumn = i;
            }
            if (headers.get(i).strip().toLowerCase(Locale.ROOT).equals(orderHeader)) {
                orderColumn = i;
            }
        }
        labels = new long[labelHeaders.size()];
        if (orderColumn == NONE) {
            findings.add(Finding.error(
                    Reason.MISSING_COLUMN,
                    source,
                    line,
                    "",
                    "the column that tells which row of a student is the latest; the last was taken"));
        }
    }

    @Override
    public void begin(long line) {
        ordinal++;
        id = 0;
        order = "";
        Arrays.fill(labels, 0);
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        String value = new String(text, from, to - from).strip();
        if (value.isEmpty()) {
            return;
        }
        if (column == idColumn) {
            id = LongMap.hash(crosswalk.getOrDefault(value, value));
        }
        if (column == orderColumn) {
            order = value;
        }
        if (label[column] >= 0) {
            labels[label[column]] = LongMap.hash(value);
        }
    }

    @Override
    public void refused(long line) {}

    @Override
    public void end(long line, int given) {
        if (given != width || id == 0) {
            return;
        }
        Held held = students.get(id);
        if (held == null) {
            held = new Held(labels.length);
            students.put(id, held);
            held.ordinal = ordinal;
            held.order = order;
        } else if (compare(order, held.order) >= 0) {
            superseded.set(held.ordinal);
            held.ordinal = ordinal;
            held.order = order;
        } else {
            superseded.set(ordinal);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && held.labels[i] != 0 && labels[i] != held.labels[i] && !held.told[i]) {
                held.told[i] = true;
                findings.add(Finding.warning(
                        Reason.CONTRADICTION,
                        source,
                        line,
                        labelHeaders.get(i),
                        "the same label in every row of a student; that of the latest row was taken"));
            }
            held.labels[i] = held.labels[i] == 0 ? labels[i] : held.labels[i];
        }
    }

    /** Whole numbers by their size, everything else as text; nothing before everything. */
    private static int compare(String one, String other) {
        boolean numbers = isNumber(one) && isNumber(other);
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : one.compareTo(other);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Passes on what has no later row, in one more reading of the same files in the same order. */
    SourceRows only(SourceRows next) {
        return new Only(next, superseded);
    }

    private static final class Only implements SourceRows {
        private final SourceRows next;
        private final BitSet superseded;
        private int ordinal = NONE;
        private boolean passes = true;

        Only(SourceRows next, BitSet superseded) {
            this.next = next;
            this.superseded = superseded;
        }

        @Override
        public void source(String name) {
            next.source(name);
        }

        @Override
        public List<String> declared() {
            return next.declared();
        }

        @Override
        public int declared(String name) {
            return next.declared(name);
        }

        @Override
        public void headers(List<String> headers, long line) {
            next.headers(headers, line);
        }

        @Override
        public boolean wants(int column) {
            return next.wants(column);
        }

        @Override
        public void passedOver() {
            if (passes) {
                next.passedOver();
            }
        }

        @Override
        public void begin(long line) {
            passes = !superseded.get(++ordinal);
            if (passes) {
                next.begin(line);
            }
        }

        @Override
        public void field(int column, char[] text, int from, int to) {
            if (passes) {
                next.field(column, text, from, to);
            }
        }

        @Override
        public void bare(int column, char[] text, int from, int to) {
            if (passes) {
                next.bare(column, text, from, to);
            }
        }

        @Override
        public void unfit(int column) {
            if (passes) {
                next.unfit(column);
            }
        }

        @Override
        public void end(long line, int fields) {
            if (passes) {
                next.end(line, fields);
            }
        }

        @Override
        public void refused(long line) {
            if (passes) {
                next.refused(line);
            }
        }

        @Override
        public void broken() {
            next.broken();
        }

        @Override
        public void finish() {
            next.finish();
        }
    }
}
