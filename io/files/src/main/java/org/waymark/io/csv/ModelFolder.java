package org.waymark.io.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.TextRows;

/**
 * A population as a folder: {@code waymark.csv} with the format's version and the as-of day, and one file per roster named
 * after its unit.
 */
final class ModelFolder {
    private static final String VERSION = "1";
    private static final String MANIFEST = "waymark.csv";

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    void write(Population population) throws IOException {
        Files.createDirectories(folder);
        for (Roster roster : population.rosters()) {
            Optional<Roster> owners = roster.owner().flatMap(population::find);
            AtomicFile.write(folder.resolve(roster.unit().name() + ".csv"), false, out -> {
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
                RosterText text = RosterText.of(roster, owners);
                csv.writeRecord(text.headers());
                for (int row = 0; row < roster.size(); row++) {
                    csv.writeRecord(text.row(row));
                }
                csv.flush();
            });
        }
        AtomicFile.write(folder.resolve(MANIFEST), false, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            csv.writeRecord("format_version", "as_of", "rosters");
            List<String> units = population.rosters().stream()
                    .map(roster -> roster.unit().name())
                    .toList();
            csv.writeRecord(VERSION, population.asOf().toString(), String.join(";", units));
            csv.flush();
        });
    }

    Loaded<Population> read() throws IOException {
        FindingLog findings = new FindingLog();
        TextRows manifest = new TextRows(MANIFEST, List.of("format_version", "as_of", "rosters"), findings);
        try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
            DelimitedText.read(in, MANIFEST, manifest, findings);
        }
        Population.Builder builder = Population.builder();
        if (manifest.rows().size() != 1
                || !manifest.rows().get(0).get("format_version").equals(VERSION)) {
            findings.add(Finding.error(
                    Reason.WRONG_SOURCE, MANIFEST, 2, "format_version", "version " + VERSION + " in one line"));
            return new Loaded<>(builder.asOf(LocalDate.EPOCH).build(), findings.findings());
        }
        TextRows.Row about = manifest.rows().get(0);
        builder.asOf(day(about.get("as_of"), findings));
        for (String name : inOrder(List.of(about.get("rosters").split(";", -1)))) {
            String file = name + ".csv";
            try (InputStream in = Files.newInputStream(folder.resolve(file))) {
                DelimitedText.read(in, file, new RosterRows(builder.roster(Unit.of(name)), file, findings), findings);
            } catch (NoSuchFileException missing) {
                findings.add(Finding.error(Reason.WRONG_SOURCE, file, 0, "", "a file of this name in the folder"));
            } catch (IllegalArgumentException notAName) {
                findings.add(Finding.error(Reason.WRONG_SOURCE, MANIFEST, 2, "rosters", "names of rosters"));
            }
        }
        Loaded<Population> loaded = builder.load();
        findings.addAll(loaded.findings());
        return new Loaded<>(loaded.value(), findings.findings());
    }

    private static LocalDate day(String text, FindingLog findings) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            findings.add(Finding.error(Reason.UNREADABLE_DATE, MANIFEST, 2, "as_of", "a date like 2005-04-30"));
            return LocalDate.EPOCH;
        }
    }

    /** In the order of the model, owners before what they own; then the others as they come. */
    private static List<String> inOrder(List<String> names) {
        List<String> ordered = new ArrayList<>();
        for (Schema<?, ?> schema : Model.schemas()) {
            if (names.contains(schema.unit().name())) {
                ordered.add(schema.unit().name());
            }
        }
        names.stream()
                .filter(name -> !name.isEmpty() && !ordered.contains(name))
                .forEach(ordered::add);
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
