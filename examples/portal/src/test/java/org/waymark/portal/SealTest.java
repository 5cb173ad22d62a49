package org.waymark.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.table.Datum;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.io.jackson.WaymarkModule;
import org.waymark.io.json.FileLedger;
import org.waymark.io.synthetic.Synthetic;
import tools.jackson.databind.json.JsonMapper;

/** Nothing leaves the portal but what a release has cleared. */
class SealTest {
    private static final Population REGION = Synthetic.region(12_000, 42);
    private static final Publication PUBLICATION = Publishing.publish(REGION, Ledger.none());

    @TempDir
    Path folder;

    private static Path sources() {
        Path here = Path.of("src", "main", "java", "org", "waymark", "portal");
        return Files.isDirectory(here) ? here : Path.of("examples", "portal").resolve(here);
    }

    @Test
    void onlyPublishingSeesStudentsAndOnlyTheGridSpeaksOfCounts() throws IOException {
        List<String> seeing = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources())) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                if (text.contains("core.population.")
                        || text.contains("core.tally.")
                        || text.contains("core.table.Table")
                        || text.contains("metrics.disclosure.")
                        || text.contains("io.csv.")
                        || text.contains("forAnalysts")) {
                    seeing.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(List.of("Grid.java", "Publishing.java"), seeing);
    }

    @Test
    void controllersAnswerOutOfThePublicationAlone() throws IOException, ClassNotFoundException {
        int endpoints = 0;
        try (Stream<Path> files = Files.list(sources())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Controller.java")).toList()) {
                Class<?> controller = Class.forName(
                        "org.waymark.portal." + file.getFileName().toString().replace(".java", ""));
                assertEquals(
                        List.of(Answers.class, Publication.class),
                        List.of(controller.getDeclaredConstructors()[0].getParameterTypes()));
                for (Method method : controller.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(GetMapping.class)) {
                        endpoints++;
                        assertTrue(
                                List.of(
                                                PublicTable.class.getName(),
                                                Indicator.class.getName(),
                                                Publication.Note.class.getName(),
                                                String.class.getName())
                                        .contains(method.getGenericReturnType()
                                                .getTypeName()
                                                .replaceFirst(".*<(.*)>", "$1")),
                                method.toString());
                    }
                }
            }
        }
        assertEquals(10, endpoints);
        assertEquals(
                List.of(
                        PublicTable.class.getName(),
                        "java.util.Map<java.lang.Integer, " + PublicTable.class.getName() + ">",
                        "java.util.Map<" + Asked.class.getName() + ", " + PublicTable.class.getName() + ">"),
                Arrays.stream(Publication.class.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .map(Object::toString)
                        .map(name -> name.replaceFirst("^class ", ""))
                        .toList());
    }

    @Test
    void smallGroupsAreHiddenInEveryColumnThatCouldTellOfThem() {
        int small = 0;
        for (int year : Grid.CLASSES) {
            Tally truth = REGION.classOf(year)
                    .tally(
                            Grid.indicators(year),
                            Faces.each(Grid.groups().values().toArray(Axis[]::new)));
            for (Grid.Figure figure : Grid.figures(year)) {
                PublicTable told = PUBLICATION.find(figure.asked()).orElseThrow();
                for (Cell cell : truth.by(
                        figure.indicator(), Grid.groups().get(figure.asked().by()))) {
                    long known = cell.known().exact();
                    int row = told.column("group").indexOf(Datum.text(cell.name()));
                    if (known >= 10 || row < 0) {
                        continue;
                    }
                    small++;
                    for (String column : List.of("yes", "n", "rate", "lower", "upper", "gap", "gap_lower", "needed")) {
                        if (told.indexOf(column).isPresent()) {
                            assertTrue(
                                    told.column(column).get(row) instanceof Datum.Missing,
                                    figure.title() + ", " + cell.name() + ": " + column);
                        }
                    }
                }
            }
        }
        assertTrue(small > 0, "the made-up region has small groups");
    }

    @Test
    void sameStudentsAreTheSameReleaseAndTheLedgerRemembers() {
        Ledger ledger = FileLedger.at(folder.resolve("ledger.jsonl"));
        Publication first = Publishing.publish(REGION, ledger);
        assertFalse(ledger.entries().isEmpty());
        assertEquals(first.digest(), Publishing.publish(REGION, ledger).digest());
        assertEquals(PUBLICATION.digest(), first.digest());
        assertEquals(
                first.released().get(0).statement().ledger(),
                ledger.entries().get(0).id());
    }

    @Test
    void studentsWhoMayNotBePublishedStopThePortal() {
        Population few = Synthetic.region(40, 42);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Publishing.publish(few, Ledger.none()));
        assertTrue(refused.getMessage().startsWith("nothing is published"), refused.getMessage());
    }

    @Test
    void whatIsNotPublicHasNoJson() {
        JsonMapper portals = JsonMapper.builder().addModule(new WaymarkModule()).build();
        Tally tally = REGION.classOf(2024).tally(Grid.indicators(2024).get(0));
        assertFalse(portals.writeValueAsString(tally).matches("(?s).*\\d{2,}.*"), "a tally has no form");
    }
}
