package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.page.Page;

/** Whatever renders for everyone takes a public table: read off every public method of the module. */
class SealTest {
    /** What may hold students' records or small counts. */
    private static final Pattern SECRET = Pattern.compile(
            "org\\.waymark\\.core\\.(table\\.Table\\b"
                    + "|tally\\.|population\\.(Population|Cohort|Roster)\\b|publication\\.SavedRelease\\b|student\\.Student\\b)");

    /** Those who take such things and neither write nor print them, or say in their name for whom they do. */
    private static final List<String> OTHERS = List.of(
            // A data dictionary holds the names, kinds and marks of columns and nothing of their rows.
            "CsvDescription.dictionary",
            // Collected for a bundle that was begun for analysts.
            "ReplicationBundle.counts",
            "ReplicationBundle.result",
            // A credential is its holder's.
            "Issuer.of",
            // Of a population are taken whose records are looked for, and of a tally what is compared with a report.
            "Reader.students",
            // Records are made of what is read by whoever reads it, who has the file.
            "Reader.records",
            "Reconciliation.new",
            "Reconciliation.successes",
            // A state's own published figures, and a listener's of nothing but rows.
            "PublishedTables.new",
            "PublishedCell.new",
            // Written under the purpose with which the writer was begun.
            "OneRosterWriter.write");

    private static List<Class<?>> classes() throws IOException, URISyntaxException {
        Path place = Path.of(
                Csv.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return classes(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return classes(jar.getPath("/"));
        }
    }

    private static List<Class<?>> classes(Path root) throws IOException {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                String name =
                        root.relativize(file).toString().replace('\\', '/').replace('/', '.');
                if (name.startsWith("org.waymark.io.")
                        && name.endsWith(".class")
                        && !name.contains(".internal.")
                        && !name.contains("package-info")) {
                    Class<?> type = load(name.substring(0, name.length() - ".class".length()));
                    if (visible(type)) {
                        classes.add(type);
                    }
                }
            }
        }
        return classes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SealTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static boolean visible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || visible(type.getEnclosingClass()));
    }

    private static boolean secret(Executable way) {
        return Arrays.stream(way.getGenericParameterTypes())
                .map(Type::getTypeName)
                .anyMatch(name -> SECRET.matcher(name).find());
    }

    @Test
    void onlyWritersForAnalystsTakeWhatIsNotPublic() throws IOException, URISyntaxException {
        List<String> unsealed = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        int sealed = 0;
        for (Class<?> type : classes()) {
            List<Executable> ways = new ArrayList<>(List.of(type.getDeclaredMethods()));
            ways.addAll(List.<Constructor<?>>of(type.getDeclaredConstructors()));
            for (Executable way : ways) {
                if (!Modifier.isPublic(way.getModifiers()) || way.isSynthetic() || !secret(way)) {
                    continue;
                }
                String name = way instanceof Method ? way.getName() : "new";
                String told = type.getSimpleName() + "." + name;
                if (type.getSimpleName().equals("ForAnalysts") || name.equals("forAnalysts")) {
                    sealed++;
                } else if (OTHERS.contains(told)) {
                    others.add(told);
                } else {
                    unsealed.add(told);
                }
            }
        }
        assertEquals(List.of(), unsealed);
        assertEquals(new TreeSet<>(OTHERS), others, "every exception is one");
        assertTrue(sealed > 15, "found " + sealed);
    }

    @Test
    void pageOfTablesIsBegunForAnalystsAlone() {
        for (Method method : Page.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())) {
                String takes = method.getGenericReturnType().getTypeName().replaceFirst(".*<(.*)>", "$1");
                assertEquals(
                        method.getName().equals("forAnalysts") ? Table.class.getName() : PublicTable.class.getName(),
                        takes,
                        method.toString());
            }
        }
    }
}
