package org.waymark.io.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.ColumnSink;
import org.waymark.core.population.DayReading;
import org.waymark.core.population.LabelReading;
import org.waymark.core.population.Model;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;

/** Reads back the columns that {@link RosterText} writes. */
final class RosterRows implements Rows {
    /** The header of a student's id, the student's own or that of what hangs on the student. */
    private static final String STUDENT = "student_id";

    private static final String WHOLE = "a whole number";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private record Target(String header, ColumnSink sink, Reason reason, String expected, boolean key) {}

    private final RosterBuilder roster;
    private final Map<String, String> crosswalk;
    private final Unit unit;
    private final String source;
    private final FindingLog findings;
    private final List<@Nullable Target> targets = new ArrayList<>();
    private long line;
    private int keys;
    private int keysGiven;

    RosterRows(RosterBuilder roster, String source, Map<String, String> crosswalk, FindingLog findings) {
        this.crosswalk = crosswalk;
        this.roster = roster.source(source);
        this.unit = roster.unit();
        this.source = source;
        this.findings = findings;
    }

    @Override
    public void headers(List<String> headers, long headerLine) {
        Set<String> taken = new LinkedHashSet<>();
        for (String header : headers) {
            Target target = taken.add(header.substring(header.indexOf(':') + 1)) ? target(header) : null;
            if (target == null) {
                findings.add(Finding.warning(
                        Reason.UNREAD_COLUMNS,
                        source,
                        headerLine,
                        SafeText.place(targets.size()),
                        "a column of " + unit + " that none before is; it was not read"));
            } else if (target.key()) {
                keys++;
            }
            targets.add(target);
        }
    }

    private @Nullable Target target(String header) {
        try {
            return targetOf(header);
        } catch (IllegalArgumentException noNameOrOfAnotherKind) {
            return null;
        }
    }

    private @Nullable Target targetOf(String header) {
        Field<?, ?> field = PopulationFolder.field(unit, header);
        if (field != null) {
            return switch (field.kind()) {
                case ID -> new Target(header, roster.ids(), Reason.MISSING_VALUE, "an id", true);
                case OWNER -> new Target(header, roster.owners(), Reason.MISSING_VALUE, "an id", true);
                case DAY -> day(header, header);
                case NUMBER -> number(header, header);
                default -> label(header, header, field);
            };
        }
        if (header.startsWith(RosterText.LABEL)) {
            return label(header, header.substring(RosterText.LABEL.length()), null);
        } else if (header.startsWith(RosterText.DAY)) {
            return day(header, header.substring(RosterText.DAY.length()));
        } else if (header.startsWith(RosterText.NUMBER)) {
            return number(header, header.substring(RosterText.NUMBER.length()));
        }
        return header.equals(RosterText.idHeader(unit))
                ? new Target(header, roster.ids(), Reason.MISSING_VALUE, "an id", true)
                : null;
    }

    private Target label(String header, String name, @Nullable Field<?, ?> field) {
        List<String> known = field == null ? List.of() : field.labels();
        String expected = known.isEmpty() ? "labels joined by semicolons" : "one of " + known;
        LabelReading reading = reading(known);
        LabelReading taken =
                field == null ? reading : text -> reading.read(text).filter(labels -> takes(unit, name, labels));
        return new Target(header, roster.labels(Dimension.of(name), taken), Reason.UNKNOWN_LABEL, expected, false);
    }

    private Target day(String header, String name) {
        return new Target(
                header,
                roster.days(Milestone.of(name), DayReading.ISO),
                Reason.UNREADABLE_DATE,
                "a date like 2005-04-30",
                false);
    }

    private Target number(String header, String name) {
        boolean whole = Model.schema(unit)
                .map(schema -> schema.field(name).isPresent() && !schema.takes(name, List.of(HALF)))
                .orElse(false);
        if (whole) {
            return new Target(header, roster.numbers(Quantity.of(name)), Reason.UNREADABLE_NUMBER, WHOLE, false);
        }
        return new Target(
                header,
                roster.numbers(Quantity.of(name)),
                Reason.UNREADABLE_NUMBER,
                "a number of at most four decimal places",
                false);
    }

    /** Whether the entity's builder takes the labels: that of a class takes a year only. */
    private static boolean takes(Unit unit, String name, Labels labels) {
        return labels.labels().isEmpty()
                || Model.schema(unit)
                        .map(schema -> schema.takes(name, labels.labels()))
                        .orElse(true);
    }

    private static LabelReading reading(List<String> known) {
        return written -> {
            String text = SafeText.read(written);
            if (text.equals(RosterText.NONE)) {
                return Optional.of(Labels.NONE);
            }
            if (text.startsWith("?")) {
                return reason(text).map(Labels::unknown);
            }
            List<String> labels = split(text);
            boolean allKnown = known.isEmpty() || known.containsAll(labels);
            return allKnown ? Optional.of(Labels.of(labels)) : Optional.empty();
        };
    }

    private static List<String> split(String text) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                label.append(text.charAt(++i));
            } else if (c == ';') {
                labels.add(label.toString());
                label.setLength(0);
            } else if (c != '\\') {
                label.append(c);
            }
        }
        labels.add(label.toString());
        return labels;
    }

    private static Optional<Unknown> reason(String text) {
        for (Unknown reason : Unknown.values()) {
            if (text.equals("?" + reason.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        keysGiven = 0;
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        Target target = targets.get(column);
        if (target == null || from == to) {
            return;
        }
        if (target.key()) {
            keysGiven++;
            String id = SafeText.read(new String(text, from, to - from));
            boolean student = target.header().equals(STUDENT);
            target.sink().put(student ? crosswalk.getOrDefault(id, id) : id);
            return;
        }
        boolean isLabel = target.reason() == Reason.UNKNOWN_LABEL;
        if (!isLabel && text[from] == '?') {
            Optional<Unknown> reason = reason(new String(text, from, to - from));
            if (reason.isPresent()) {
                target.sink().unknown(reason.get());
                return;
            }
            boolean day = target.reason() == Reason.UNREADABLE_DATE;
            if (day && new String(text, from, to - from).equals(RosterText.NONE)) {
                target.sink().none();
                return;
            }
        }
        boolean fraction = target.expected().equals(WHOLE) && !isWhole(text, from, to);
        if (fraction) {
            target.sink().unknown(Unknown.UNREADABLE);
        }
        if (fraction || !target.sink().put(text, from, to)) {
            findings.add(Finding.error(target.reason(), source, line, target.header(), target.expected())
                    .withRaw(new String(text, from, to - from)));
        }
    }

    private static boolean isWhole(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void refused(long rowLine) {
        roster.dropRow();
    }

    @Override
    public void end(long rowLine, int fields) {
        if (fields != targets.size() || keysGiven != keys) {
            findings.add(Finding.error(
                    fields != targets.size() ? Reason.RAGGED_ROW : Reason.MISSING_VALUE,
                    source,
                    line,
                    "",
                    "as many fields as headers, and every id; the row was left out"));
            roster.dropRow();
        } else {
            roster.endRow(line).ifPresent(why -> findings.add(Finding.error(why, source, line, "", expected(why))));
        }
    }

    private static String expected(Reason why) {
        return switch (why) {
            case DUPLICATE_ID -> "an id that no row before has; the row was left out";
            case MISSING_VALUE -> "every id that rows of this roster have; the row was left out";
            default -> "a spell that does not end before it starts; the row was left out";
        };
    }
}
