package org.waymark.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What the libraries under the readers and writers do by themselves with the same files: every field is seen, nothing is kept. */
final class Bare {
    private static final JsonFactory JSON = new JsonFactory();

    private Bare() {}

    /** The fields of a file or of all files of a folder, by FastCSV. */
    static long csv(Path path) throws IOException {
        long seen = 0;
        for (Path file : files(path)) {
            try (InputStream in = Files.newInputStream(file)) {
                seen += csv(in);
            }
        }
        return seen;
    }

    private static long csv(InputStream in) {
        long seen = 0;
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
            for (String field : row.getFields()) {
                seen += field.length();
            }
        }
        return seen;
    }

    /** The fields of all files of a zip, by FastCSV. */
    static long zip(Path path) throws IOException {
        long seen = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                try (InputStream in = zip.getInputStream(entry)) {
                    seen += csv(in);
                }
            }
        }
        return seen;
    }

    /** The values of a file or of all files of a folder, by Jackson. */
    static long json(Path path) throws IOException {
        long seen = 0;
        for (Path file : files(path)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                    JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
                while (parser.nextToken() != null) {
                    seen += parser.currentToken().isScalarValue()
                            ? parser.getString().length()
                            : 1;
                }
            }
        }
        return seen;
    }

    /** The cells of the first sheet, by fastexcel. */
    static long xlsx(Path path) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(path.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.mapToLong(row -> row.stream()
                            .mapToLong(cell -> cell.getText().length())
                            .sum())
                    .sum();
        }
    }

    /** All rows of a file or of all files of a folder, to be written again. */
    static List<List<String>> rows(Path path) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Path file : files(path)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (CsvRecord row : CsvReader.builder().ofCsvRecord(in, StandardCharsets.UTF_8)) {
                    rows.add(row.getFields());
                }
            }
        }
        return rows;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.endsWith("waymark.csv")).sorted().toList();
        }
    }

    /** Writes rows, by FastCSV. */
    static void writeCsv(List<List<String>> rows, Path path) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(path, StandardCharsets.UTF_8)) {
            rows.forEach(csv::writeRecord);
        }
    }

    /** Writes rows as objects, by Jackson; their names are those of the first row. */
    static void writeJson(List<List<String>> rows, Path path) throws IOException {
        List<String> names = rows.get(0);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartArray();
            for (List<String> row : rows) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    json.writeStringProperty(i < names.size() ? names.get(i) : "more", row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** Writes rows of texts, by fastexcel. */
    static void writeXlsx(List<List<String>> rows, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                Workbook book = new Workbook(out, "Bare", "1.0");
                Worksheet sheet = book.newWorksheet("Rows")) {
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < rows.get(row).size(); i++) {
                    sheet.inlineString(row, i, rows.get(row).get(i));
                }
            }
        }
    }
}
