package org.waymark.io.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.result.Loaded;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.PopulationFolder;
import org.waymark.io.internal.PopulationJson;
import org.waymark.io.internal.Purpose;
import org.waymark.io.internal.Told;
import org.waymark.io.progress.Progress;

/**
 * JSON: public tables, definitions, and for analysts populations, tables and tallies. Every file says first which version of its format
 * it has and what it holds.
 *
 * <p>In a table, what is missing is an object {@code {"missing": "why"}}, so that it cannot be taken for a number; an exact
 * decimal is {@code {"exact": 0.80}}; every other number is plain, shares in [0, 1].
 *
 * <p>Reading gives findings with line and character. What has an error is not handed out at all. Other kinds of
 * definitions, and other ways to write them, are in {@link JsonDefinition}.
 */
public final class Json {
    /** The version of the tables that are written. */
    public static final int FORMAT_VERSION = TableCodec.FORMAT_VERSION;

    private Json() {}

    /** Reads a population from a document, or from a folder of JSON Lines or CSV. */
    public static Loaded<Population> readPopulation(Path path) throws IOException {
        return readPopulation(path, Progress.NONE);
    }

    /** The same, telling a listener how much of each file has been read. */
    public static Loaded<Population> readPopulation(Path path, Progress progress) throws IOException {
        if (Files.isDirectory(path)) {
            return PopulationFolder.read(new LinkedHashMap<>(), progress, List.of(path));
        }
        try (InputStream in = new AnyFile(Optional.empty(), progress).open(path)) {
            return PopulationJson.read(in, String.valueOf(path.getFileName()));
        }
    }

    /** Writes a public table with its statement. A file that is there is not replaced. */
    public static void write(PublicTable table, Path path) throws IOException {
        AtomicFile.publishText(path, false, print(table));
    }

    /** A public table with its statement, as the text of a file. */
    public static String print(PublicTable table) {
        StringBuilder text = new StringBuilder();
        try {
            TableCodec.print(table, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes an indicator. A file that is there is not replaced. */
    public static void write(Indicator indicator, Path path) throws IOException {
        JsonDefinition.INDICATOR.write(indicator, path);
    }

    /** Reads an indicator; empty if there is an error among the findings. */
    public static Loaded<Optional<Indicator>> readIndicator(Path path) throws IOException {
        return JsonDefinition.INDICATOR.read(path);
    }

    /** Writes the definition of a cohort. A file that is there is not replaced. */
    public static void write(CohortDefinition cohort, Path path) throws IOException {
        JsonDefinition.COHORT.write(cohort, path);
    }

    /** Reads the definition of a cohort; empty if there is an error among the findings. */
    public static Loaded<Optional<CohortDefinition>> readCohort(Path path) throws IOException {
        return JsonDefinition.COHORT.read(path);
    }

    /** Writes a question. A file that is there is not replaced. */
    public static void write(Question question, Path path) throws IOException {
        JsonDefinition.QUESTION.write(question, path);
    }

    /** Reads a question; empty if there is an error among the findings. */
    public static Loaded<Optional<Question>> readQuestion(Path path) throws IOException {
        return JsonDefinition.QUESTION.read(path);
    }

    /** Reads a tally, packed by gzip or not; empty if there is an error among the findings. */
    public static Loaded<Optional<Tally>> readTally(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return TallyCodec.ENVELOPE.read(in, String.valueOf(path.getFileName()));
        }
    }

    /**
     * Reads a release that was written for analysts, packed by gzip or not; empty if there is an error among the findings. What
     * is read proves nothing yet: whoever takes it up checks it.
     */
    public static Loaded<Optional<SavedRelease>> readRelease(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return ReleaseCodec.ENVELOPE.read(in, String.valueOf(path.getFileName()));
        }
    }

    /** Reads a table that was written for analysts; empty if there is an error among the findings. */
    public static Loaded<Optional<Table>> readTable(Path path) throws IOException {
        return readTable(path, Progress.NONE);
    }

    /** The same, telling a listener how much of the file has been read. */
    public static Loaded<Optional<Table>> readTable(Path path, Progress progress) throws IOException {
        try (InputStream in = new AnyFile(Optional.empty(), progress).open(path)) {
            return TableCodec.READING.read(in, String.valueOf(path.getFileName()));
        }
    }

    /**
     * Writes what is not for publication: students' records, and tables and tallies that may hold small counts.
     *
     * @param purpose what it is for, in a few words; the file says so
     */
    public static ForAnalysts forAnalysts(String purpose) {
        return new ForAnalysts(Purpose.of(purpose), false, Progress.NONE);
    }

    /** Writes text to a file. */
    @FunctionalInterface
    private interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    private static void write(Path path, boolean replace, Text text) throws IOException {
        AtomicFile.write(path, replace, out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                text.writeTo(writer);
            }
        });
    }

    /** Writes populations, tables, tallies and releases for analysts. */
    public static final class ForAnalysts {
        private final Purpose purpose;
        private final boolean replace;
        private final Progress progress;

        private ForAnalysts(Purpose purpose, boolean replace, Progress progress) {
            this.purpose = purpose;
            this.replace = replace;
            this.progress = progress;
        }

        /** The same, replacing files that are there. */
        public ForAnalysts replacing() {
            return new ForAnalysts(purpose, true, progress);
        }

        /** The same, telling somebody else than {@link AuditSink#standard} of each file before it is written. */
        public ForAnalysts telling(AuditSink sink) {
            return new ForAnalysts(purpose.telling(sink), replace, progress);
        }

        /** The same, telling a listener how many rows of a table or a population are written. */
        public ForAnalysts progress(Progress listener) {
            return new ForAnalysts(purpose, replace, Objects.requireNonNull(listener, "listener"));
        }

        /** Writes a table; the file appears whole or not at all. */
        public void write(Table table, Path path) throws IOException {
            Told told = told(table, path);
            purpose.tell("JSON", path);
            Json.write(path, replace, out -> TableCodec.print(table, purpose.words(), told, out));
            told.finish();
        }

        private Told told(Table table, Path path) {
            return new Told(progress, String.valueOf(path.getFileName()), table.size());
        }

        /** Writes a population as one document. */
        public void write(Population population, Path path) throws IOException {
            purpose.tell("JSON population", path);
            String name = String.valueOf(path.getFileName());
            AtomicFile.write(path, replace, out -> PopulationJson.write(population, name, progress, out));
        }

        /**
         * Writes a population into a folder, one file of JSON Lines per roster. Files that are there are not replaced. {@code
         * Csv.readPopulation} reads such folders as well, several into one population if wanted.
         */
        public void writeLines(Population population, Path folder) throws IOException {
            purpose.tell("JSON Lines population", folder);
            new PopulationFolder(folder).write(population, PopulationFolder.Format.JSON_LINES, progress);
        }

        /** Writes tables as a list of the objects that they are alone. */
        public void write(List<Table> tables, Path path) throws IOException {
            purpose.tell("JSON", path);
            Json.write(path, replace, out -> {
                out.append("[\n");
                for (int i = 0; i < tables.size(); i++) {
                    TableCodec.print(tables.get(i), purpose.words(), told(tables.get(i), path), out);
                    out.append(i + 1 < tables.size() ? ",\n" : "");
                }
                out.append("]\n");
            });
        }

        /** Writes a table as JSON Lines: one object per row, by the names of the columns, without title and notes. */
        public void writeLines(Table table, Path path) throws IOException {
            Told told = told(table, path);
            purpose.tell("JSON", path);
            Json.write(path, replace, out -> TableCodec.printLines(table, told, out));
            told.finish();
        }

        /**
         * Writes a release with its proof; packed by gzip if the name ends in {@code .gz}. The file is as secret as the
         * counts.
         */
        public void write(SavedRelease release, Path path) throws IOException {
            purpose.tell("JSON release with its proof", path);
            ReleaseCodec.ENVELOPE.write(release, path, replace);
        }

        /**
         * Writes a tally, so that others can add theirs without sharing students; packed by gzip if the name ends in
         * {@code .gz}.
         *
         * @throws IllegalArgumentException if it holds counts below 0 or larger than can be read again
         */
        public void write(Tally tally, Path path) throws IOException {
            purpose.tell("JSON tally", path);
            TallyCodec.ENVELOPE.write(tally, path, replace);
        }
    }
}
