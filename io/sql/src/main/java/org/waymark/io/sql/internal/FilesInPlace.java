package org.waymark.io.sql.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.waymark.core.schema.Unit;

/** Files that DuckDB reads where they lie, as what its FROM clause may hold. */
public final class FilesInPlace {
    private static final List<String> KINDS = List.of("csv", "parquet", "json", "jsonl", "ndjson");

    private static final String SEPARATORS = ",;\t|";

    /** How many bytes of headers are looked at. */
    private static final int MOST_HEADERS = 1 << 16;

    /** Parts of a folder may have their columns in another order; to look for that makes reading much slower. */
    private static final String BY_NAME = ", union_by_name = true";

    private FilesInPlace() {}

    /** The file's rows as students, or of a folder each part that is named after a unit; none if it is no such file. */
    public static Map<Unit, String> at(Path path) {
        Map<Unit, String> found = new LinkedHashMap<>();
        if (Files.isDirectory(path)) {
            for (Path part : parts(path)) {
                if (Store.isUnit(stem(part))) {
                    source(part).ifPresent(from -> found.put(Unit.of(stem(part)), from));
                }
            }
        } else {
            source(path).ifPresent(from -> found.put(Unit.STUDENT, from));
        }
        return found;
    }

    private static List<Path> parts(Path folder) {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stem(Path part) {
        String name = String.valueOf(part.getFileName());
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    /** How a file is read, or a folder of parts of one kind; empty if it is no file that can be read in place. */
    private static Optional<String> source(Path path) {
        if (!Files.isDirectory(path)) {
            return ending(path).map(ending -> read(ending, escaped(path), path, ""));
        }
        List<Path> files;
        try (Stream<Path> parts = Files.walk(path)) {
            files = parts.filter(
                            part -> Files.isRegularFile(part) && ending(part).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> endings =
                files.stream().flatMap(part -> ending(part).stream()).distinct().toList();
        if (endings.size() > 1) {
            throw new IllegalArgumentException(
                    "path: the parts of " + path.getFileName() + " must be of one kind, were " + endings);
        }
        return endings.stream()
                .findFirst()
                .map(ending -> read(ending, escaped(path) + "/**/*." + ending, files.get(0), BY_NAME));
    }

    private static Optional<String> ending(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .flatMap(kind -> Stream.of(kind, kind + ".gz"))
                .filter(ending -> name.endsWith("." + ending))
                .findFirst();
    }

    /** The path as a pattern that fits nothing else. */
    private static String escaped(Path path) {
        return path.toString().replaceAll("[\\[*?]", "[$0]");
    }

    /** What a FROM clause may hold to read one file. */
    public static Optional<String> file(Path path) {
        return Files.isDirectory(path) ? Optional.empty() : source(path);
    }

    private static String read(String ending, String pattern, Path first, String byName) {
        String files = new DuckDbDialect().literal(pattern);
        if (ending.startsWith("csv")) {
            // Every column as text: ids keep their zeros, and each value is read as its field asks. No line is passed
            // over. The separator is told, since DuckDB, left to guess it, takes rows of unequal length for text of one
            // column.
            return "read_csv(" + files + ", header = true, all_varchar = true, quote = '\"', escape = '\"', skip = 0,"
                    + " comment = '', strict_mode = true, delim = '"
                    + separator(first, ending.endsWith(".gz")) + "'" + byName + ")";
        } else if (ending.startsWith("parquet")) {
            return "read_parquet(" + files + ", hive_partitioning = true" + byName + ")";
        }
        return "read_json_auto(" + files + ")";
    }

    /** The separator that the first line has most of, outside quotes; a comma if it has none. */
    private static char separator(Path path, boolean compressed) {
        int[] counts = new int[SEPARATORS.length()];
        try (InputStream file = Files.newInputStream(path);
                InputStream in = new BufferedInputStream(compressed ? new GZIPInputStream(file) : file)) {
            boolean quoted = false;
            int read = 0;
            for (int b = in.read(); b >= 0 && (quoted || b != '\n') && read < MOST_HEADERS; b = in.read(), read++) {
                quoted ^= b == '"';
                int separator = quoted ? -1 : SEPARATORS.indexOf(b);
                if (separator >= 0) {
                    counts[separator]++;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}
