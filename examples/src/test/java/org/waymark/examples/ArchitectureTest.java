package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house, read off the sources. */
class ArchitectureTest {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?(org\\.waymark\\.[a-z.]+)\\..*");
    private static final List<String> MODULES = List.of("core", "metrics", "io/files", "io/sql");

    private record Line(Path file, int number, String text) {
        @Override
        public String toString() {
            return file + ":" + number + " " + text.strip();
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("core")) ? here : here.getParent();
    }

    private static List<Line> lines(String module) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                int number = 0;
                for (String text : Files.readAllLines(file)) {
                    lines.add(new Line(root().relativize(file), ++number, text));
                }
            }
        }
        assertFalse(lines.isEmpty(), module);
        return lines;
    }

    private static List<Line> matching(String module, String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        return lines(module).stream()
                .filter(line -> !line.text().strip().startsWith("*")
                        && !line.text().strip().startsWith("//"))
                .filter(line -> wanted.matcher(line.text()).find())
                .toList();
    }

    @Test
    void arrowsGoDownOnly() throws IOException {
        assertEquals(List.of(), matching("core", "^import .*org\\.waymark\\.(metrics|io|examples)"));
        assertEquals(List.of(), matching("metrics", "^import .*org\\.waymark\\.(io|examples)"));
        assertEquals(List.of(), matching("io/files", "^import .*org\\.waymark\\.(metrics|examples)"));
        assertEquals(List.of(), matching("io/sql", "^import .*org\\.waymark\\.(metrics|examples|io\\.(?!sql))"));
    }

    @Test
    void coreKnowsNoFormat() throws IOException {
        assertEquals(List.of(), matching("core", "^import .*(jackson|fastcsv|java\\.sql)"));
    }

    @Test
    void orderThatReachesOutputIsNeverThatOfASet() throws IOException {
        for (String module : MODULES) {
            assertEquals(List.of(), matching(module, "\\b(Set|Map)\\.(of|copyOf)\\("), module);
        }
    }

    @Test
    void libraryPrintsNothing() throws IOException {
        for (String module : MODULES) {
            List<Line> printing = matching(module, "System\\.(out|err)|printStackTrace").stream()
                    // The bar that a program asks for is drawn on its console, and nowhere else.
                    .filter(place -> !place.toString().contains("/progress/ConsoleBar.java"))
                    .toList();
            assertEquals(List.of(), printing, module);
        }
    }

    @Test
    void noCircleOfPackages() throws IOException {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (String module : MODULES) {
            for (Line line : lines(module)) {
                Matcher found = IMPORT.matcher(line.text());
                if (found.matches()) {
                    String from = packageOf(line.file());
                    if (!found.group(1).equals(from)) {
                        arrows.computeIfAbsent(from, f -> new TreeSet<>()).add(found.group(1));
                    }
                }
            }
        }
        assertFalse(arrows.isEmpty());
        for (String start : arrows.keySet()) {
            assertFalse(reaches(arrows, start, start, new LinkedHashSet<>()), () -> "circle through " + start);
        }
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to, Set<String> seen) {
        for (String next : arrows.getOrDefault(from, Set.of())) {
            if (next.equals(to) || seen.add(next) && reaches(arrows, next, to, seen)) {
                return true;
            }
        }
        return false;
    }

    private static String packageOf(Path file) {
        String path = file.getParent().toString().replace('\\', '/');
        return path.substring(path.indexOf("src/main/java/") + "src/main/java/".length())
                .replace('/', '.');
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        for (String module : List.of("core", "metrics", "io/files", "examples")) {
            Set<Path> packages = new LinkedHashSet<>();
            lines(module).stream()
                    .filter(line -> !line.file().endsWith("module-info.java"))
                    .forEach(line -> packages.add(line.file().getParent()));
            for (Path room : packages) {
                Path info = root().resolve(room).resolve("package-info.java");
                assertTrue(Files.exists(info), info.toString());
                String text = Files.readString(info);
                assertTrue(text.startsWith("/**") && text.contains("@NullMarked"), info.toString());
            }
        }
    }

    @Test
    void doorOfPublicationOpensToTheMeasuresAlone() throws IOException {
        String module = Files.readString(root().resolve("core/src/main/java/module-info.java"))
                .replaceAll("\\s+", " ");
        assertTrue(module.contains("exports org.waymark.core.publication.door to org.waymark.metrics;"), module);
        assertEquals(2, module.split("publication\\.door", -1).length);
    }

    @Test
    void publicSignaturesNameNoGeneratedType() throws IOException {
        assertEquals(
                List.of(), matching("core", "^    public (?!static final class Builder extends).*\\bImmutable[A-Z]"));
    }

    @Test
    void everythingPublicIsExplained() throws IOException {
        List<Line> bare = new ArrayList<>();
        for (String module : MODULES) {
            List<Line> lines = lines(module);
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).text().matches("\\s*public .*")
                        || lines.get(i).file().endsWith("package-info.java")) {
                    continue;
                }
                int above = i - 1;
                boolean override = false;
                while (lines.get(above).text().strip().startsWith("@")
                        || lines.get(above).text().matches("\\s+.*[),]$|\\s*//.*")) {
                    override |= lines.get(above).text().contains("@Override");
                    above--;
                }
                if (!override && !lines.get(above).text().strip().endsWith("*/")) {
                    bare.add(lines.get(i));
                }
            }
        }
        assertEquals(List.of(), bare);
    }
}
