package org.waymark.io.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Window;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.Node;

/**
 * One kind of definition as JSON: what is written is read back equal, and can be read and edited by people.
 *
 * <p>A file says first which version of the format it has and what it defines. Each alternative says its {@code type}:
 *
 * <pre>{@code
 * {
 *   "formatVersion": 1,
 *   "holds": "condition",
 *   "condition": {
 *     "type": "took",
 *     "kind": "awards",
 *     "where": [{"type":"in","dimension":"kind","labels":["Degree"]}],
 *     "amount": {"type":"times","least":1},
 *     "window": {"from":{"type":"open"},"until":{"type":"after","anchor":"birth_date","period":"P26Y"}}
 *   }
 * }
 * }</pre>
 *
 * <p>Everything is written out. On reading, what the Java short forms leave out may be left out: {@code where},
 * {@code amount}, {@code window}, either end of a window, and everything of an indicator but {@code id} and
 * {@code success}. Names that are not known are refused, and so is another version. Each finding names line and
 * character, and nothing that stood there; if there is an error, there is no value.
 *
 * @param <T> what is defined
 */
public final class JsonDefinition<T> {
    /** The version of the definitions that are written and read. */
    public static final int FORMAT_VERSION = 1;

    /** Indicators. */
    public static final JsonDefinition<Indicator> INDICATOR = new JsonDefinition<>(
            "indicator",
            QuestionCodec::write,
            at -> QuestionCodec.indicator(at, Envelope.and(QuestionCodec.INDICATOR)));

    /** Cohorts. */
    public static final JsonDefinition<CohortDefinition> COHORT = new JsonDefinition<>(
            "cohort", QuestionCodec::write, at -> QuestionCodec.cohort(at, Envelope.and(QuestionCodec.COHORT)));

    /** Questions. */
    public static final JsonDefinition<Question> QUESTION = new JsonDefinition<>(
            "question", QuestionCodec::write, at -> QuestionCodec.question(at, Envelope.and(QuestionCodec.QUESTION)));

    /** Crossings of axes. */
    public static final JsonDefinition<Faces> FACES = new JsonDefinition<>(
            "faces",
            faces -> Node.object().with("crossings", QuestionCodec.write(faces)),
            at -> QuestionCodec.faces(at.object(Envelope.and("crossings")).at("crossings")));

    /** Hierarchies of groups. */
    public static final JsonDefinition<Hierarchy> HIERARCHY = new JsonDefinition<>(
            "hierarchy",
            SchemaCodec::write,
            at -> SchemaCodec.hierarchy(at, Envelope.and("child", "parent", "parentOf", "year")));

    /** Ways to gather labels into groups. */
    public static final JsonDefinition<Scheme> SCHEME = new JsonDefinition<>(
            "scheme", SchemaCodec::write, at -> SchemaCodec.scheme(at, Envelope.and("name", "overlapping", "rules")));

    /** Axes. */
    public static final JsonDefinition<Axis> AXIS = new JsonDefinition<>(
            "axis",
            axis -> Node.object().with("axis", SchemaCodec.write(axis)),
            at -> SchemaCodec.axis(at.object(Envelope.and("axis")).at("axis")));

    /** Conditions. */
    public static final JsonDefinition<Condition> CONDITION = new JsonDefinition<>(
            "condition",
            condition -> Node.object().with("condition", SchemaCodec.write(condition)),
            at -> SchemaCodec.condition(at.object(Envelope.and("condition")).at("condition")));

    /** Windows of time. */
    public static final JsonDefinition<Window> WINDOW = new JsonDefinition<>(
            "window", SchemaCodec::write, at -> SchemaCodec.window(at, Envelope.and("from", "until")));

    private final Envelope<T> envelope;
    private final boolean replace;

    private JsonDefinition(String what, Function<T, Node.Obj> writing, Function<Place, T> reading) {
        this(new Envelope<>(what, FORMAT_VERSION, writing, reading), false);
    }

    private JsonDefinition(Envelope<T> envelope, boolean replace) {
        this.envelope = envelope;
        this.replace = replace;
    }

    /** The same, replacing files that are there. */
    public JsonDefinition<T> replacing() {
        return new JsonDefinition<>(envelope, true);
    }

    /**
     * The definition as the text of a file.
     *
     * @throws IllegalArgumentException if it is nested too deep to be read again
     */
    public String print(T value) {
        return JsonPrinter.print(envelope.write(value));
    }

    /**
     * Writes the definition; the file appears whole or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if one is there and {@link #replacing} was not asked for
     */
    public void write(T value, Path path) throws IOException {
        envelope.write(value, path, replace);
    }

    /** Takes back what {@link #print} gave; empty if there is an error among the findings. */
    public Loaded<Optional<T>> parse(String text) {
        try {
            return envelope.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), envelope.what());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a file; empty if there is an error among the findings.
     *
     * @throws IOException if the file cannot be read at all
     */
    public Loaded<Optional<T>> read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return envelope.read(in, String.valueOf(path.getFileName()));
        }
    }

    @Override
    public String toString() {
        return envelope.what() + " as JSON, version " + FORMAT_VERSION;
    }
}
