package org.waymark.io.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/**
 * What stands first in every file of ours: the version of its format and what it holds.
 *
 * @param what the kind of content
 * @param version the version that is written and read
 * @param writing the content as an object
 * @param reading the content of an object
 */
record Envelope<T>(String what, int version, Function<T, Node.Obj> writing, Function<Place, T> reading) {
    private static final String VERSION = "formatVersion";
    private static final String WHAT = "holds";

    /** The names of the envelope and these. */
    static String[] and(String... names) {
        List<String> all = new ArrayList<>(List.of(VERSION, WHAT));
        all.addAll(List.of(names));
        return all.toArray(new String[0]);
    }

    Node write(T value) {
        Node.Obj written = Node.object().with(VERSION, version).with(WHAT, what);
        writing.apply(value).fields().forEach(written::with);
        return written;
    }

    void write(T value, Path path, boolean replace) throws IOException {
        Node node = write(value);
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        AtomicFile.write(path, replace, out -> {
            try (OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 13) : out;
                    Writer text = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
                JsonPrinter.print(node, text);
            }
        });
    }

    Loaded<Optional<T>> read(InputStream in, String source) throws IOException {
        FindingLog findings = new FindingLog();
        Optional<T> value = JsonTree.read(in, source, findings)
                .flatMap(node -> content(Place.root(node, source, findings), findings));
        return new Loaded<>(value, findings.findings());
    }

    private Optional<T> content(Place root, FindingLog findings) {
        if (!root.isObject()) {
            root.wrong(Reason.WRONG_SOURCE, "an object");
        } else if (!root.at(VERSION).isWhole(version)) {
            root.at(VERSION).wrong(Reason.WRONG_SOURCE, "version " + version + "; nothing was read");
        } else {
            root.at(WHAT).word(what);
            T value = findings.findings().isEmpty() ? reading.apply(root) : null;
            boolean clean = findings.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
            return clean ? Optional.ofNullable(value) : Optional.empty();
        }
        return Optional.empty();
    }
}
