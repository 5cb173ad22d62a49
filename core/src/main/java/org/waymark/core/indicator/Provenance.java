package org.waymark.core.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;

/**
 * What a figure was made by, so that it can be made again: the definition with its parameters, the day of the data, the
 * library.
 *
 * @param id stable name of the indicator or measure
 * @param version version of its definition
 * @param digest the first {@value #DIGITS} hexadecimal digits of the SHA-256 of everything that decides its counts: two figures
 *     with the same id and another threshold have different digests
 * @param asOf the day as of which the data is known
 * @param library version of the library
 */
public record Provenance(String id, int version, String digest, LocalDate asOf, String library) {
    private static final int DIGITS = 12;

    private static final List<Column> COLUMNS = List.of(
            Column.text("indicator", "stable name and version of the definition"),
            Column.day("as_of", "what is dated later has not happened"),
            Column.text("definition", "digest of the definition with its parameters"),
            Column.text("library", "version of the library"));

    /** Refuses null. */
    public Provenance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(library, "library");
    }

    /** Of a figure of an indicator. */
    public static Provenance of(Indicator indicator, LocalDate asOf) {
        return of(indicator, digest(indicator), asOf);
    }

    /** Of one of many figures of an indicator, whose digest is known already. */
    public static Provenance of(Indicator indicator, String digest, LocalDate asOf) {
        return new Provenance(indicator.id(), indicator.version(), digest, asOf, libraryVersion());
    }

    /** Of a measure that is no indicator, by its definition in words or data. */
    public static Provenance of(String id, int version, String definition, LocalDate asOf) {
        return new Provenance(id, version, sha256(definition), asOf, libraryVersion());
    }

    /** The digest of a definition: unit, universe, exclusions, success, rule for unknowns and direction; not its name. */
    public static String digest(Indicator indicator) {
        return sha256(CanonicalText.of(List.of(
                indicator.unit(),
                indicator.universe(),
                indicator.exclusions(),
                indicator.success(),
                indicator.unknowns(),
                indicator.direction())));
    }

    /** The version of this library; {@code development} where it runs from classes that were never packed. */
    public static String libraryVersion() {
        Class<?> own = Provenance.class;
        return Optional.ofNullable(own.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() -> Optional.ofNullable(own.getPackage().getImplementationVersion()))
                .orElse("development");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java platform has it", missing);
        }
    }

    /** The table with this in every row: columns that it has already stay as they are. */
    public Table stamp(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        List<Datum> own = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (table.indexOf(COLUMNS.get(i).name()).isEmpty()) {
                columns.add(COLUMNS.get(i));
                own.add(data().get(i));
            }
        }
        List<List<Datum>> rows = new ArrayList<>();
        for (List<Datum> row : table.rows()) {
            List<Datum> longer = new ArrayList<>(row);
            longer.addAll(own);
            rows.add(longer);
        }
        return new Table(table.title(), columns, rows, table.notes());
    }

    /** The columns that every table of figures has, in order: indicator, as_of, definition, library. */
    public static List<Column> columns() {
        return COLUMNS;
    }

    /** What stands in {@link #columns()}. */
    public List<Datum> data() {
        return List.of(Datum.text(id + " v" + version), Datum.day(asOf), Datum.text(digest), Datum.text(library));
    }

    /** Written as {@code A1-26 v1 (0123456789ab), data as of 2026-06-30, library 0.1.0}. */
    @Override
    public String toString() {
        return id + " v" + version + " (" + digest + "), data as of " + asOf + ", library " + library;
    }
}
