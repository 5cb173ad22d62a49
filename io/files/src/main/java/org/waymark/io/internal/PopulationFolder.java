package org.waymark.io.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Model;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Unit;
import org.waymark.io.progress.Progress;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A population as a folder: {@code waymark.csv} with the format's version, the as-of day and the columns of each roster,
 * and beside it one file per roster, named after its unit.
 */
public final class PopulationFolder {
    private static final String VERSION = "1";
    private static final String MANIFEST = "waymark.csv";

    private static final JsonFactory JSON = new JsonFactory();

    /** How the rosters are written. */
    public enum Format {
        /** Comma-separated text. */
        CSV("csv"),
        /** One JSON object per line; what a row does not have is left out. */
        JSON_LINES("jsonl");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    private final Path folder;

    /** A folder, there or to be made. */
    public PopulationFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes every roster, then the manifest; files that are there are not replaced. */
    public void write(Population population, Format format, Progress progress) throws IOException {
        Files.createDirectories(folder);
        for (Roster roster : population.rosters()) {
            RosterText text = RosterText.of(roster, roster.owner().flatMap(population::find));
            Path file = folder.resolve(roster.unit().name() + "." + format.ending);
            Told told = new Told(progress, String.valueOf(file.getFileName()), roster.size());
            AtomicFile.write(file, false, out -> {
                if (format == Format.CSV) {
                    writeCsv(text, roster.size(), told, out);
                } else {
                    writeJson(text, roster.size(), told, out);
                }
                told.finish();
            });
        }
        AtomicFile.write(folder.resolve(MANIFEST), false, out -> {
            CsvWriter csv = csv(out);
            csv.writeRecord("format_version", "as_of", "roster", "file", "columns");
            for (Roster roster : population.rosters()) {
                String unit = roster.unit().name();
                List<String> headers = RosterText.of(roster, roster.owner().flatMap(population::find))
                        .headers();
                csv.writeRecord(
                        VERSION,
                        population.asOf().toString(),
                        unit,
                        unit + "." + format.ending,
                        String.join(";", headers));
            }
            csv.flush();
        });
    }

    private static CsvWriter csv(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    private static void writeCsv(RosterText text, int rows, Told told, OutputStream out) throws IOException {
        CsvWriter csv = csv(out);
        csv.writeRecord(text.headers());
        for (int row = 0; row < rows; row++) {
            csv.writeRecord(text.row(row));
            told.row();
        }
        csv.flush();
    }

    private static void writeJson(RosterText text, int rows, Told told, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            for (int row = 0; row < rows; row++) {
                text.writeRow(json, row);
                json.writeRaw('\n');
                told.row();
            }
        }
    }

    /**
     * Reads folders into one population; what is wrong is told, and the rest loads. An id that came before is a finding.
     * The as-of day is the latest of theirs.
     *
     * @param crosswalk other ids of students, and the id under which each is known here
     * @param progress is told how much of each file has been read
     */
    public static Loaded<Population> read(Map<String, String> crosswalk, Progress progress, List<Path> folders)
            throws IOException {
        FindingLog findings = new FindingLog();
        Population.Builder builder = Population.builder();
        LocalDate asOf = LocalDate.EPOCH;
        for (Path folder : folders) {
            LocalDate own = new PopulationFolder(folder)
                    .readInto(builder, crosswalk, new AnyFile(Optional.empty(), progress), findings);
            asOf = own.isAfter(asOf) ? own : asOf;
        }
        Loaded<Population> loaded = builder.asOf(asOf).checked().load();
        findings.addAll(loaded.findings());
        return new Loaded<>(loaded.value(), findings.findings());
    }

    private LocalDate readInto(
            Population.Builder builder, Map<String, String> crosswalk, AnyFile reading, FindingLog findings)
            throws IOException {
        TextRows manifest =
                new TextRows(MANIFEST, List.of("format_version", "as_of", "roster", "file", "columns"), findings);
        try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
            DelimitedText.read(in, MANIFEST, manifest, findings);
        }
        LocalDate asOf = LocalDate.EPOCH;
        for (TextRows.Row row : inOrder(manifest.rows())) {
            if (row.get("format_version").equals(VERSION)) {
                asOf = day(row, findings);
                roster(row, builder, crosswalk, reading, findings);
            } else {
                findings.add(Finding.error(
                        Reason.WRONG_SOURCE, MANIFEST, row.line(), "format_version", "version " + VERSION));
            }
        }
        return asOf;
    }

    private void roster(
            TextRows.Row row,
            Population.Builder builder,
            Map<String, String> crosswalk,
            AnyFile reading,
            FindingLog findings)
            throws IOException {
        String file = row.get("file");
        Unit unit;
        try {
            unit = Unit.of(row.get("roster"));
        } catch (IllegalArgumentException notAName) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, MANIFEST, row.line(), "roster", "the name of a roster"));
            return;
        }
        if (!file.equals(unit.name() + ".csv") && !file.equals(unit.name() + ".jsonl")) {
            findings.add(Finding.error(
                    Reason.WRONG_SOURCE, MANIFEST, row.line(), "file", "the roster's name with .csv or .jsonl"));
            return;
        }
        RosterRows rows = new RosterRows(builder.roster(unit), file, crosswalk, findings);
        try (InputStream in = reading.open(folder.resolve(file))) {
            if (file.endsWith(".csv")) {
                DelimitedText.read(in, file, rows, findings);
            } else {
                JsonRows.read(in, file, List.of(row.get("columns").split(";", -1)), rows, findings);
            }
        } catch (NoSuchFileException missing) {
            findings.add(Finding.error(Reason.WRONG_SOURCE, file, 0, "", "a file of this name in the folder"));
        }
    }

    private static LocalDate day(TextRows.Row row, FindingLog findings) {
        try {
            return LocalDate.parse(row.get("as_of"));
        } catch (DateTimeParseException notADay) {
            findings.add(
                    Finding.error(Reason.UNREADABLE_DATE, MANIFEST, row.line(), "as_of", "a date like 2005-04-30"));
            return LocalDate.EPOCH;
        }
    }

    /** In the order of the model, owners before what they own; then the others as they come. */
    private static List<TextRows.Row> inOrder(List<TextRows.Row> rows) {
        List<String> units =
                Model.schemas().stream().map(schema -> schema.unit().name()).toList();
        List<TextRows.Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparingInt(row -> {
            int place = units.indexOf(row.get("roster"));
            return place < 0 ? units.size() : place;
        }));
        return ordered;
    }

    /** What a field of the model holds; null for a column that the model does not have. */
    static @Nullable Field<?, ?> field(Unit unit, String name) {
        return Model.schema(unit).flatMap(schema -> field(schema, name)).orElse(null);
    }

    private static Optional<Field<?, ?>> field(Schema<?, ?> schema, String name) {
        return schema.field(name).map(field -> field);
    }
}
