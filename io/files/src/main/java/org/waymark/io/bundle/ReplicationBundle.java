package org.waymark.io.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.io.csv.Csv;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Purpose;
import org.waymark.io.json.Json;

/**
 * A folder by which an analyst gets a result again without this library: the counts as CSV, the question as JSON and in
 * words, and a script in base R that recomputes the rates of every group, with Wilson's interval and the bounds for
 * unknown outcomes. If the result is given too, the script compares every figure of it that it knows.
 *
 * <p>It is for analysts: the counts may be small, and are not protected.
 *
 * <pre>{@code
 * ReplicationBundle.forAnalysts("thesis", tally).result(Rate.of(graduation).by(GENDER).over(tally).toTable()).write(folder);
 * // Rscript replicate.R   21 groups recomputed, ... 189 figures compared, 0 differ
 * }</pre>
 */
public final class ReplicationBundle {
    private static final String SCRIPT = "replicate.R";
    private static final double USUAL = 0.95;

    private final Purpose purpose;
    private final Tally tally;
    private final Optional<Table> result;
    private final double confidence;

    private ReplicationBundle(Purpose purpose, Tally tally, Optional<Table> result, double confidence) {
        this.purpose = purpose;
        this.tally = Objects.requireNonNull(tally, "tally");
        this.result = result;
        this.confidence = confidence;
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: must lie in (0, 1), was " + confidence);
        }
    }

    /**
     * A bundle of the counts.
     *
     * @param purpose what it is for, in a few words; the files say so
     */
    public static ReplicationBundle forAnalysts(String purpose, Tally tally) {
        return new ReplicationBundle(Purpose.of(purpose), tally, Optional.empty(), USUAL);
    }

    /** The same, telling somebody else than {@link AuditSink#standard} of each file before it is written. */
    public ReplicationBundle telling(AuditSink sink) {
        return new ReplicationBundle(purpose.telling(sink), tally, result, confidence);
    }

    /**
     * The same with the result that is to be got again. Its rows are found by the columns {@code indicator}, {@code axis}
     * and {@code group}; compared are {@code yes}, {@code n}, {@code rate}, the bounds for unknown outcomes, how many were
     * left out and why, and {@code lower} and {@code upper} where the method is {@code Wilson}.
     */
    public ReplicationBundle result(Table table) {
        return new ReplicationBundle(purpose, tally, Optional.of(table), confidence);
    }

    /** The same with the intervals at another level than 0.95; that of the result. */
    public ReplicationBundle confidence(double level) {
        return new ReplicationBundle(purpose, tally, result, level);
    }

    /**
     * The counts as a table: a row for each indicator, group and state. The groups are those of each crossing that the tally
     * has, and everybody.
     */
    public static Table counts(Tally tally) {
        Table.Builder table = Table.builder("Counts")
                .column(Column.text("indicator", "stable name and version of the definition"))
                .column(Column.text("axis", "along what the group stands"))
                .column(Column.text("group", "who"))
                .column(Column.text("state", "what the members are for the indicator"))
                .column(Column.text("reason", "why they are left out or unknown"))
                .column(Column.count("low", "how many at the least"))
                .column(Column.count("high", "how many at the most; another number only where the count is masked"));
        Set<List<Axis>> crossings = new LinkedHashSet<>();
        if (tally.faces().stream()
                .anyMatch(face -> face.isPartition() || face.axes().isEmpty())) {
            crossings.add(List.of());
        }
        crossings.addAll(tally.question().faces().crossings());
        for (Indicator indicator : tally.question().indicators()) {
            for (List<Axis> axes : crossings) {
                String title = axes.stream().map(Axis::title).collect(Collectors.joining(" x "));
                for (Cell cell : tally.by(indicator, axes.toArray(new Axis[0]))) {
                    for (Map.Entry<State, Count> entry : cell.counts().entrySet()) {
                        table.row(
                                Datum.text(indicator.id() + " v" + indicator.version()),
                                Datum.text(title),
                                Datum.text(cell.name()),
                                Datum.text(entry.getKey().kind().name().toLowerCase(Locale.ROOT)),
                                Datum.text(entry.getKey().reason()),
                                Datum.whole(entry.getValue().low()),
                                Datum.whole(entry.getValue().high()));
                    }
                }
            }
        }
        return table.build();
    }

    /**
     * Writes the bundle into a folder, which is made if it is not there.
     *
     * @throws FileAlreadyExistsException if one of its files is there
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Table counts = counts(tally);
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("counts.csv", counts);
        result.ifPresent(table -> tables.put("result.csv", table));
        for (Map.Entry<String, Table> entry : tables.entrySet()) {
            Csv.forAnalysts(purpose.words())
                    .telling(purpose.sink())
                    .writeDescribed(entry.getValue(), folder.resolve(entry.getKey()));
        }
        Json.write(tally.question(), folder.resolve("question.json"));
        AtomicFile.write(folder.resolve("README.txt"), false, this::readme);
        try (InputStream script = ReplicationBundle.class.getResourceAsStream(SCRIPT)) {
            Objects.requireNonNull(script, SCRIPT);
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("level <- 0.95", "level <- " + confidence);
            AtomicFile.write(folder.resolve(SCRIPT), false, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void readme(OutputStream out) throws IOException {
        String text = "What this folder holds\n\n"
                + "  counts.csv     how many, by indicator, group and state\n"
                + (result.isPresent() ? "  result.csv     the result that is to be got again\n" : "")
                + "  question.json  the definitions, as a program reads them\n"
                + "  replicate.R    recomputes the rates from counts.csv with base R: Rscript replicate.R\n\n"
                + "It is for analysts and not for publication: counts may be small.\n\n"
                + "What was asked\n\n  "
                + tally.question().sentence().replace("\n", "\n  ")
                + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
