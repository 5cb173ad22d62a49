package org.waymark.io.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Model;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import tools.jackson.core.JsonGenerator;

/**
 * The columns of a roster as text.
 *
 * <p>A column that the model does not have is marked by its kind: {@code label:honors}, {@code day:interview}, {@code
 * number:score}. Several labels are joined by semicolons. What stands where nothing is given is an empty field; any other
 * reason is written behind a question mark, {@code ?not_found}, and {@code ?none} says that there is known to be none.
 */
final class RosterText {
    static final String LABEL = "label:";
    static final String DAY = "day:";
    static final String NUMBER = "number:";
    static final String NONE = "?none";

    private final List<String> headers = new ArrayList<>();
    private final List<IntFunction<String>> columns = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();

    private RosterText() {}

    static RosterText of(Roster roster, Optional<Roster> owners) {
        RosterText text = new RosterText();
        Unit unit = roster.unit();
        if (roster.hasIds()) {
            text.add(idHeader(unit), row -> SafeText.written(roster.id(row)));
        }
        owners.ifPresent(owner -> text.add(ownerHeader(unit), row -> SafeText.written(owner.id(roster.ownerRow(row)))));
        for (Dimension key : roster.dimensions()) {
            Field<?, ?> field = PopulationFolder.field(unit, key.name());
            boolean noneIfAbsent = field != null && field.presence() == Field.Presence.NONE_IF_ABSENT;
            text.add(header(LABEL, key.name(), field), row -> labels(roster.labels(key, row), noneIfAbsent));
        }
        for (Milestone key : roster.milestones()) {
            Field<?, ?> field = PopulationFolder.field(unit, key.name());
            boolean unknownIfAbsent = field != null && field.presence() == Field.Presence.UNKNOWN_IF_ABSENT;
            text.add(header(DAY, key.name(), field), row -> {
                Optional<LocalDate> day = roster.day(key, row);
                return day.map(LocalDate::toString)
                        .orElseGet(() -> absent(roster.dayUnknown(key, row), unknownIfAbsent));
            });
        }
        for (Quantity key : roster.quantities()) {
            Field<?, ?> field = PopulationFolder.field(unit, key.name());
            text.add(
                    header(NUMBER, key.name(), field),
                    row -> roster.number(key, row)
                            .map(BigDecimal::toPlainString)
                            .orElseGet(() -> absent(roster.numberUnknown(key, row), true)));
        }
        return text;
    }

    static String idHeader(Unit unit) {
        return keyHeader(unit, Field.Kind.ID, "id");
    }

    static String ownerHeader(Unit unit) {
        return keyHeader(unit, Field.Kind.OWNER, "owner_id");
    }

    private static String keyHeader(Unit unit, Field.Kind kind, String otherwise) {
        return Model.schema(unit)
                .flatMap(schema -> schema.fields().stream()
                        .filter(field -> field.kind() == kind)
                        .map(field -> field.name())
                        .findFirst())
                .orElse(otherwise);
    }

    private static String header(String kind, String name, @Nullable Field<?, ?> field) {
        return field == null ? kind + name : name;
    }

    private void add(String header, IntFunction<String> column) {
        headers.add(header);
        columns.add(column);
        numbers.add(false);
    }

    /** Writes a row as an object; what the row does not have is left out. */
    void writeRow(JsonGenerator json, int row) {
        json.writeStartObject();
        for (int column = 0; column < columns.size(); column++) {
            String field = columns.get(column).apply(row);
            if (field.isEmpty()) {
                continue;
            }
            json.writeName(headers.get(column));
            if (numbers.get(column) && !field.startsWith("?")) {
                json.writeNumber(new BigDecimal(field));
            } else {
                json.writeString(field);
            }
        }
        json.writeEndObject();
    }

    List<String> headers() {
        return headers;
    }

    List<String> row(int row) {
        List<String> fields = new ArrayList<>(columns.size());
        for (IntFunction<String> column : columns) {
            fields.add(column.apply(row));
        }
        return fields;
    }

    private static String labels(Labels labels, boolean noneIfAbsent) {
        if (labels.unknown().isPresent()) {
            return absent(labels.unknown(), !noneIfAbsent);
        }
        if (labels.labels().isEmpty()) {
            return noneIfAbsent ? "" : NONE;
        }
        List<String> written = new ArrayList<>();
        for (String label : labels.labels()) {
            written.add(escaped(label));
        }
        return SafeText.written(String.join(";", written));
    }

    static String label(String label) {
        return SafeText.written(escaped(label));
    }

    private static String escaped(String label) {
        String escaped = label.replace("\\", "\\\\").replace(";", "\\;");
        return escaped.isEmpty() || escaped.startsWith("?") ? "\\" + escaped : escaped;
    }

    static String unknown(Unknown reason) {
        return "?" + reason.name().toLowerCase(Locale.ROOT);
    }

    private static String absent(Optional<Unknown> reason, boolean unknownIfAbsent) {
        if (reason.isEmpty()) {
            return unknownIfAbsent ? NONE : "";
        }
        boolean usual = unknownIfAbsent && reason.get() == Unknown.NOT_REPORTED;
        return usual ? "" : unknown(reason.get());
    }
}
