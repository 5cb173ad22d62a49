package org.waymark.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Model;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.publication.Statement;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Schema;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Window;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.Schemas;
import org.waymark.io.Tables;
import org.waymark.io.TestFolder;
import org.waymark.io.csv.Csv;
import org.waymark.io.schema.JsonSchema;
import org.waymark.io.synthetic.Synthetic;

/** What is written is what the schemas in the jar allow, and they allow no more than a little. */
class SchemaProperties extends AnyDefinition {
    private static final Map<JsonSchema, com.networknt.schema.JsonSchema> READ = new EnumMap<>(JsonSchema.class);
    private static final com.networknt.schema.JsonSchema ALL = Schemas.ours(JsonSchema.all());

    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = TestFolder.make();
    }

    @AfterTry
    void dropFolder() throws IOException {
        TestFolder.drop(folder);
    }

    private static List<String> wrong(JsonSchema schema, String document) {
        return Schemas.wrong(READ.computeIfAbsent(schema, Schemas::ours), document);
    }

    private static void holds(JsonSchema schema, String document) {
        assertEquals(List.of(), wrong(schema, document));
    }

    @Example
    void everySchemaIsOneOfJsonSchema202012() {
        com.networknt.schema.JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> texts = new ArrayList<>(List.of(JsonSchema.all()));
        for (JsonSchema schema : JsonSchema.values()) {
            texts.add(schema.text());
            assertTrue(schema.text().contains(schema.id()));
        }
        for (String text : texts) {
            assertEquals(List.of(), List.copyOf(meta.validate(text, InputFormat.JSON)));
        }
    }

    @Property(tries = 30)
    void conditions(@ForAll("conditions") Condition condition) {
        holds(JsonSchema.CONDITION, JsonDefinition.CONDITION.print(condition));
    }

    @Property(tries = 30)
    void windows(@ForAll("windows") Window window) {
        holds(JsonSchema.WINDOW, JsonDefinition.WINDOW.print(window));
    }

    @Property(tries = 30)
    void axes(@ForAll("axes") Axis axis) {
        holds(JsonSchema.AXIS, JsonDefinition.AXIS.print(axis));
    }

    @Property(tries = 30)
    void schemes(@ForAll("schemes") Scheme scheme) {
        holds(JsonSchema.SCHEME, JsonDefinition.SCHEME.print(scheme));
    }

    @Property(tries = 30)
    void indicators(@ForAll("indicators") Indicator indicator) {
        holds(JsonSchema.INDICATOR, JsonDefinition.INDICATOR.print(indicator));
    }

    @Property(tries = 30)
    void cohorts(@ForAll("cohorts") CohortDefinition cohort) {
        holds(JsonSchema.COHORT, JsonDefinition.COHORT.print(cohort));
    }

    @Property(tries = 30)
    void faces(@ForAll("faces") Faces faces) {
        holds(JsonSchema.FACES, JsonDefinition.FACES.print(faces));
    }

    @Property(tries = 30)
    void questions(@ForAll("questions") Question question) {
        holds(JsonSchema.QUESTION, JsonDefinition.QUESTION.print(question));
    }

    @Property(tries = 30)
    void hierarchies(@ForAll("hierarchies") Hierarchy hierarchy) {
        holds(JsonSchema.HIERARCHY, JsonDefinition.HIERARCHY.print(hierarchy));
    }

    @Property(tries = 30)
    void tallies(@ForAll("tallies") Tally tally) throws IOException {
        Path path = folder.resolve("t.json");
        Json.forAnalysts("test").write(tally, path);
        holds(JsonSchema.TALLY, Files.readString(path));
        assertEquals(List.of(), Schemas.wrong(ALL, Files.readString(path)));
    }

    @Property(tries = 20)
    void releases(@ForAll("tallies") Tally tally) throws IOException {
        SavedRelease release = new SavedRelease(
                new SavedRelease.Rules(
                        "minimum size 10",
                        10,
                        "INTERVAL",
                        false,
                        3,
                        "NONE",
                        "PRINTED",
                        10,
                        1000,
                        List.of("school"),
                        List.of("school=A;gender=F")),
                List.of(tally, tally),
                List.of(0, 7),
                List.of(
                        new SavedRelease.Proof(
                                List.of(new SavedRelease.Move(3, -2), new SavedRelease.Move(4, 2)), List.of()),
                        new SavedRelease.Proof(List.of(), List.of())));
        Path path = folder.resolve("release.json");
        Json.forAnalysts("test").write(release, path);
        holds(JsonSchema.RELEASE, Files.readString(path));
        assertEquals(List.of(), Schemas.wrong(ALL, Files.readString(path)));
        assertEquals(Optional.of(release), Json.readRelease(path).value());
        Files.writeString(path, Files.readString(path).replace("\"proofs\"", "\"claims\""));
        assertEquals(Optional.empty(), Json.readRelease(path).value());
        assertTrue(!wrong(JsonSchema.RELEASE, Files.readString(path)).isEmpty());
    }

    @Example
    void ledgers() throws IOException {
        Path path = folder.resolve("ledger.jsonl");
        FileLedger.at(path)
                .append(
                        new Ledger.Entry(
                                "a",
                                "0".repeat(64),
                                "minimum size 10",
                                Statement.Status.PUBLISHED,
                                "",
                                List.of("students|everybody"),
                                List.of(
                                        new Ledger.Fact("a|b|c", OptionalLong.of(12)),
                                        new Ledger.Fact("a|b|d", OptionalLong.empty()))),
                        0);
        FileLedger.at(path).withdraw("a");
        for (String line : Files.readAllLines(path)) {
            holds(JsonSchema.LEDGER_ENTRY, line);
            assertEquals(List.of(), Schemas.wrong(ALL, line));
        }
    }

    @Property(tries = 30)
    void tables(@ForAll("tables") Table table) throws IOException {
        Json.forAnalysts("test").write(table, folder.resolve("t.json"));
        holds(JsonSchema.TABLE, Files.readString(folder.resolve("t.json")));
        Json.forAnalysts("test").write(List.of(table, table), folder.resolve("list.json"));
        holds(JsonSchema.TABLES, Files.readString(folder.resolve("list.json")));
        Json.write(PublicTable.cited(table, "a test"), folder.resolve("p.json"));
        holds(JsonSchema.PUBLIC_TABLE, Files.readString(folder.resolve("p.json")));
        assertEquals(List.of(), Schemas.wrong(ALL, Files.readString(folder.resolve("p.json"))));
        assertFalse(wrong(JsonSchema.TABLE, Files.readString(folder.resolve("p.json")))
                .isEmpty());
        Json.forAnalysts("test").writeLines(table, folder.resolve("t.jsonl"));
        for (String line : Files.readAllLines(folder.resolve("t.jsonl"))) {
            holds(JsonSchema.TABLE_ROW, line);
        }
        Csv.forAnalysts("test").writeDescribed(table, folder.resolve("t.csv"));
        holds(JsonSchema.CSV_METADATA, Files.readString(folder.resolve("t.csv-metadata.json")));
    }

    @Example
    void populations() throws IOException {
        Json.forAnalysts("test").write(Synthetic.region(120, 5), folder.resolve("p.json"));
        holds(JsonSchema.POPULATION, Files.readString(folder.resolve("p.json")));
        Json.forAnalysts("test").writeLines(Synthetic.region(60, 6), folder.resolve("lines"));
        try (Stream<Path> files = Files.list(folder.resolve("lines"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                String unit = file.getFileName().toString().replace(".jsonl", "");
                com.networknt.schema.JsonSchema own =
                        Schemas.ours(JsonSchema.row(Model.schema(Unit.of(unit)).orElseThrow()));
                for (String line : Files.readAllLines(file)) {
                    holds(JsonSchema.POPULATION_ROW, line);
                    assertEquals(List.of(), Schemas.wrong(own, line));
                }
            }
        }
    }

    /** Strange labels are none of the model; a field must be what its entity says. */
    @Example
    void schemaOfAPopulationSaysTheFieldsOfEachEntity() throws IOException {
        Json.forAnalysts("test").write(Synthetic.region(30, 5), folder.resolve("p.json"));
        String text = Files.readString(folder.resolve("p.json"));
        for (String[] change : new String[][] {
            {"\"gender\":\"F\"", "\"gender\":\"Woman\""},
            {"\"gender\":\"F\"", "\"sex\":\"F\""},
            {"\"birth_date\":\"2", "\"birth_date\":\"May 2"},
            {"{\"student_id\":\"", "{\"label:student_id\":\""},
            {"\"hispanic\":\"", "\"hispanic\":\";"},
        }) {
            assertTrue(text.contains(change[0]), change[0]);
            assertFalse(wrong(JsonSchema.POPULATION, text.replace(change[0], change[1]))
                    .isEmpty());
        }
        holds(JsonSchema.POPULATION, text.replace("\"gender\":\"F\"", "\"gender\":\"?withheld\",\"label:own\":\"x\""));
        assertThrows(
                IllegalArgumentException.class,
                () -> JsonSchema.row(
                        Schema.of(Unit.of("others"), String.class, StringBuilder::new, StringBuilder::toString)
                                .build()));
    }

    /** A member that nobody wrote is never allowed, wherever it stands. */
    @Property(tries = 50)
    void schemasAllowNoMoreThanWhatIsWritten(@ForAll("indicators") Indicator indicator, @ForAll long seed) {
        String text = JsonDefinition.INDICATOR.print(indicator);
        List<Integer> objects = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            i += quoted && c == '\\' ? 1 : 0;
            quoted ^= c == '"';
            if (c == '{' && !quoted) {
                objects.add(i + 1);
            }
        }
        int at = objects.get(new Random(seed).nextInt(objects.size()));
        String more = text.substring(0, at) + "\"unknownMember\":1," + text.substring(at);
        assertFalse(wrong(JsonSchema.INDICATOR, more).isEmpty(), more);
    }

    @Provide
    Arbitrary<Tally> tallies() {
        return TallyProperties.anyTally();
    }

    @Provide
    Arbitrary<Table> tables() {
        return Tables.any();
    }
}
