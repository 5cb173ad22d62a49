package org.waymark.io.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.tree.JsonPrinter;

class TallyProperties {
    @Property(tries = 300)
    void whatIsWrittenComesBackEqual(@ForAll("tallies") Tally tally) throws IOException {
        Path folder = Files.createTempDirectory("tally");
        try {
            Path path = folder.resolve("t.json");
            Path packed = folder.resolve("t.json.gz");
            Json.forAnalysts("test").write(tally, path);
            Json.forAnalysts("test").write(tally, packed);
            Loaded<Optional<Tally>> read = Json.readTally(path);
            assertEquals(List.of(), read.findings());
            assertEquals(Optional.of(tally), read.value());
            assertEquals(tally.log(), read.value().orElseThrow().log());
            assertEquals(Optional.of(tally), Json.readTally(packed).value());
            Path again = folder.resolve("again.json");
            Json.forAnalysts("test").write(read.value().orElseThrow(), again);
            assertArrayEquals(Files.readAllBytes(path), Files.readAllBytes(again));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Property(tries = 500)
    void damageGivesATallyOrFindings(@ForAll("tallies") Tally tally, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(JsonPrinter.print(TallyCodec.ENVELOPE.write(tally)));
        int at = random.nextInt(text.length());
        switch (random.nextInt(5)) {
            case 0 -> text.setLength(at);
            case 1 -> text.setCharAt(at, "{}[],:\"0-9".charAt(random.nextInt(10)));
            case 2 -> text.insert(at, random.nextInt(100_000));
            case 3 -> text.insert(at, "9".repeat(20));
            default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        }
        Loaded<Optional<Tally>> read = parse(text.toString());
        assertTrue(
                read.value().isPresent() == read.isClean(),
                () -> read.findings().toString());
        read.value().ifPresent(Tally::toString);
        for (Finding finding : read.findings()) {
            assertFalse(finding.toString().contains("\u4E2D"), finding::toString);
        }
    }

    @Test
    void tellsWhatIsWrongWithCounts() throws IOException {
        String good = JsonPrinter.print(TallyCodec.ENVELOPE.write(small()));
        assertTrue(good.contains("\"low\": [[3,4,5,6]]"), good);
        String low = "\"low\": [[3,4,5,6]]";
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("\"low\": [[3,4,5]]", "contradiction");
        wrong.put("\"low\": [[3,4,5,-6]]", "out-of-range");
        wrong.put("\"low\": [[3,4,5,9000000000000000000]]", "out-of-range");
        wrong.put("\"low\": [[3,4,5,6.5]]", "contradiction");
        wrong.put("\"low\": [[3,4,5,\"6\"]]", "contradiction");
        wrong.put("\"low\": [3,4,5,6]", "contradiction");
        wrong.put("\"low\": [[3,4,5,6],[1,2,3,4]]", "contradiction");
        wrong.put("\"low\": {}", "wrong-source");
        wrong.put("\"low\": [[3,4,5,NaN]]", "broken-source");
        wrong.put(low + ", \"low\": [[3,4,5,6]]", "contradiction");
        wrong.put(low + ", \"high\": [[3,4,5,5]]", "contradiction");
        wrong.put(low + ", \"high\": [[3,4]]", "contradiction");
        wrong.put(low + ", \"lower\": 1", "unread-columns");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Loaded<Optional<Tally>> read = parse(good.replace(low, one.getKey()));
            assertEquals(Optional.empty(), read.value(), one.getKey());
            assertTrue(
                    read.findings().stream().anyMatch(f -> f.reason().code().equals(one.getValue()) && f.line() > 1),
                    one.getKey() + " " + read.findings());
        }
        assertEquals(Optional.of(small()), parse(good).value());
    }

    @Test
    void refusesCategoriesTwiceOrOutOfOrderAndStatesTwice() throws IOException {
        String good = JsonPrinter.print(TallyCodec.ENVELOPE.write(small()));
        assertTrue(good.contains("[[[\"F\"],[\"M\"]]]"), good);
        for (String other : List.of("[[[\"M\"],[\"F\"]]]", "[[[\"F\"],[\"F\"]]]", "[[[\"F\"]]]", "[[],[]]")) {
            assertEquals(
                    Optional.empty(),
                    parse(good.replace("[[[\"F\"],[\"M\"]]]", other)).value(),
                    other);
        }
        String states = "[[{\"type\":\"no\"},{\"type\":\"yes\"}]]";
        assertTrue(good.contains(states), good);
        for (String other : List.of(
                "[[{\"type\":\"no\"},{\"type\":\"no\"}]]", "[[{\"type\":\"no\"}]]", "[]", "[[{\"type\":\"maybe\"}]]")) {
            assertEquals(Optional.empty(), parse(good.replace(states, other)).value(), other);
        }
    }

    @Test
    void doesNotWriteCountsBelowZero() {
        Tally less = small().minus(small()).minus(small());
        assertThrows(IllegalArgumentException.class, () -> TallyCodec.ENVELOPE.write(less));
    }

    @Test
    void keepsTheFaceOfEverySchoolByGroupAndIndicator() throws IOException {
        List<Category> schools = new ArrayList<>();
        for (int i = 0; i < 2_400; i++) {
            schools.add(Category.of("School " + i));
        }
        List<Category> groups = List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                .map(Category::of)
                .toList();
        Axis school = Dimension.of("school");
        Axis group = Dimension.of("group");
        List<State> states = List.of(State.OUTSIDE, State.NO, State.YES, State.unknown(Unknown.NOT_REPORTED));
        long[][] counts = new long[3][2_400 * 8 * 4];
        Random random = new Random(1);
        for (long[] of : counts) {
            for (int i = 0; i < of.length; i++) {
                of[i] = random.nextInt(1_000);
            }
        }
        Face face = Face.exact(
                List.of(Categories.of(school, schools), Categories.of(group, groups)),
                List.of(states, states, states),
                counts);
        Map<String, String> parents = new LinkedHashMap<>();
        schools.forEach(s ->
                parents.put(s.groups().get(0), "District " + s.groups().get(0).length()));
        Tally tally = Tally.of(
                question(List.of("A", "B", "C"), Faces.crossing(school, group)),
                CohortLog.EMPTY,
                List.of(face),
                List.of(new Hierarchy(Dimension.of("school"), Dimension.of("district"), parents, Optional.empty())));
        Path path = Files.createTempFile("schools", ".json.gz");
        try {
            Json.forAnalysts("test").replacing().write(tally, path);
            assertEquals(Optional.of(tally), Json.readTally(path).value());
            assertTrue(Files.size(path) < 1_000_000, () -> "too large");
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void findsACutOffPackedFile() throws IOException {
        Path path = Files.createTempFile("cut", ".json.gz");
        try {
            Json.forAnalysts("test").replacing().write(small(), path);
            byte[] whole = Files.readAllBytes(path);
            for (int length : List.of(1, 5, 12, whole.length / 2, whole.length - 1)) {
                Files.write(path, java.util.Arrays.copyOf(whole, length));
                Loaded<Optional<Tally>> read = Json.readTally(path);
                assertEquals(Optional.empty(), read.value(), "cut at " + length);
                assertFalse(read.findings().isEmpty());
            }
        } finally {
            Files.delete(path);
        }
    }

    private static Loaded<Optional<Tally>> parse(String text) throws IOException {
        return TallyCodec.ENVELOPE.read(
                new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.json");
    }

    private static Question question(List<String> ids, Faces faces) {
        return Question.of(
                CohortDefinition.all(Unit.STUDENT),
                ids.stream().map(id -> Indicator.builder(id).build()).toList(),
                faces,
                LocalDate.of(2026, 6, 30));
    }

    private static Tally small() {
        Axis gender = Dimension.of("gender");
        Face face = Face.builder(List.of(gender), 1)
                .add(List.of(Category.of("F")), 0, State.NO, Count.of(3))
                .add(List.of(Category.of("F")), 0, State.YES, Count.of(4))
                .add(List.of(Category.of("M")), 0, State.NO, Count.of(5))
                .add(List.of(Category.of("M")), 0, State.YES, Count.of(6))
                .build();
        return Tally.of(question(List.of("A1"), Faces.each(gender)), CohortLog.EMPTY, List.of(face), List.of());
    }

    @Provide
    Arbitrary<Tally> tallies() {
        return anyTally();
    }

    static Arbitrary<Tally> anyTally() {
        Arbitrary<CohortLog> logs = Combinators.combine(
                        Arbitraries.longs().between(0, 9_000),
                        reasons(),
                        reasons(),
                        Arbitraries.longs().between(0, 99))
                .as(CohortLog::new);
        return Definitions.questions()
                .flatMap(question -> Combinators.combine(
                                Arbitraries.just(question),
                                logs,
                                Definitions.axes(1)
                                        .list()
                                        .uniqueElements()
                                        .ofMaxSize(2)
                                        .list()
                                        .uniqueElements()
                                        .ofMaxSize(3)
                                        .flatMap(all -> all.isEmpty()
                                                ? Arbitraries.just(List.<Face>of())
                                                : Combinators.combine(all.stream()
                                                                .map(axes -> faces(
                                                                        axes,
                                                                        question.indicators()
                                                                                .size()))
                                                                .toList())
                                                        .as(list -> list)),
                                Definitions.hierarchies().list().ofMaxSize(1))
                        .as(Tally::of));
    }

    private static Arbitrary<Map<String, Long>> reasons() {
        return Arbitraries.maps(Definitions.texts(), Arbitraries.longs().between(0, 99))
                .ofMaxSize(3);
    }

    private record Entry(List<Category> of, int indicator, State state, Count count) {}

    private static Arbitrary<Face> faces(List<Axis> axes, int indicators) {
        Arbitrary<Category> categories = Arbitraries.oneOf(
                Definitions.texts().list().uniqueElements().ofMaxSize(3).map(Category::of),
                Arbitraries.of("F", "M", "\u4E2D").map(Category::of),
                Arbitraries.of(Unknown.values()).map(Category::unknown));
        Arbitrary<State> states = Arbitraries.oneOf(
                Arbitraries.of(State.OUTSIDE, State.NO, State.YES, State.REACHED_EARLY),
                Definitions.texts().filter(t -> !t.isEmpty()).map(State::excluded),
                Arbitraries.of(Unknown.values()).map(State::unknown));
        Arbitrary<Count> counts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5_000).map(Count::of),
                Combinators.combine(
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.longs().between(0, 9))
                        .as((low, more) -> Count.between(low, low + more)));
        Arbitrary<Entry> entries = Combinators.combine(
                        categories.list().ofSize(axes.size()),
                        Arbitraries.integers().between(0, indicators - 1),
                        states,
                        counts)
                .as(Entry::new);
        return Combinators.combine(
                        entries.list().ofMaxSize(12), Arbitraries.of(true, true, false), Arbitraries.of(true, false))
                .as((all, partition, exact) -> {
                    Face.Builder builder = Face.builder(axes, indicators);
                    if (!partition) {
                        builder.overlappingGroups();
                    }
                    all.forEach(e -> builder.add(
                            e.of(),
                            e.indicator(),
                            e.state(),
                            exact ? Count.of(e.count().low()) : e.count()));
                    return builder.build();
                });
    }
}
