package org.waymark.io.oneroster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.core.result.FindingLog;
import org.waymark.io.internal.Archive;
import org.waymark.io.internal.Counted;
import org.waymark.io.progress.Progress;

/** The files of one data set, in a zip or in a folder, by the name that a data file has in every version. */
final class Bundle {
    private static final int HEAD = 1 << 14;

    private final Path path;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, String> spelt = new LinkedHashMap<>();
    private final List<String> documents = new ArrayList<>();

    private Bundle(Path path) {
        this.path = path;
    }

    /** Looks at what is there: names and first lines. */
    static Bundle of(Path path, FindingLog findings) throws IOException {
        Bundle bundle = new Bundle(path);
        bundle.forEach(findings, Progress.NONE, (source, content) -> bundle.look(source, content));
        return bundle;
    }

    private void look(String source, InputStream content) throws IOException {
        String name = source.substring(source.lastIndexOf('/') + 1);
        byte[] bytes = content.readNBytes(HEAD);
        String head = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        if (head.stripLeading().startsWith("<")) {
            documents.add(head);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            String file = fileOf(name);
            spelt.putIfAbsent(file, source);
            List<String> first = new ArrayList<>();
            for (String header : head.lines().findFirst().orElse("").split(",", -1)) {
                first.add(header.strip().replace("\"", ""));
            }
            headers.putIfAbsent(file, first);
        }
    }

    /** The name of a data file, whatever its capitals. */
    private static String fileOf(String name) {
        String stem = name.substring(0, name.length() - 4);
        for (String known : Layout.FILES) {
            if (known.equalsIgnoreCase(stem)) {
                return known;
            }
        }
        return stem.equalsIgnoreCase("manifest") ? "manifest" : stem;
    }

    /** The headers of each file that is there, by the file's name. */
    Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The source of a file as findings name it. */
    String source(String file) {
        return spelt.getOrDefault(file, file + ".csv");
    }

    /** The beginnings of XML documents. */
    List<String> documents() {
        return documents;
    }

    /** Reads the files of these names, in the order in which they lie there. */
    void read(List<String> files, Progress progress, Archive.Each each) throws IOException {
        List<String> sources = files.stream().map(this::source).toList();
        forEach(new FindingLog(), progress, (source, content) -> {
            if (sources.contains(source)) {
                each.read(files.get(sources.indexOf(source)), content);
            }
        });
    }

    private void forEach(FindingLog findings, Progress progress, Archive.Each each) throws IOException {
        if (Files.isDirectory(path)) {
            List<Path> files;
            try (Stream<Path> list = Files.list(path)) {
                files = list.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                one(file, findings, progress, each);
            }
        } else {
            one(path, findings, progress, each);
        }
    }

    private static void one(Path file, FindingLog findings, Progress progress, Archive.Each each) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = new BufferedInputStream(
                        progress == Progress.NONE ? bytes : new Counted(bytes, name, Files.size(file), progress))) {
            if (Archive.isZip(in)) {
                Archive.forEach(in, name, findings, each);
            } else {
                each.read(name, in);
            }
        }
    }
}
