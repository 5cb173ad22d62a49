package org.waymark.io.json;

import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Exclusion;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Unit;
import org.waymark.io.internal.tree.Node;

/** Indicators, cohorts and questions as JSON and back. */
final class QuestionCodec {
    static final String[] INDICATOR = {
        "id", "version", "name", "unit", "universe", "exclusions", "success", "unknowns", "direction", "citation"
    };
    static final String[] COHORT = {"name", "unit", "members", "joined", "left"};
    static final String[] QUESTION = {"of", "indicators", "faces", "asOf", "period", "cluster"};
    private static final Exclusion NO_EXCLUSION = new Exclusion("none", Condition.always());
    private static final Indicator NO_INDICATOR = Indicator.builder("none").build();

    private QuestionCodec() {}

    static Node.Obj write(Indicator indicator) {
        return Node.object()
                .with("id", indicator.id())
                .with("version", indicator.version())
                .with("name", indicator.name())
                .with("unit", indicator.unit().name())
                .with("universe", SchemaCodec.write(indicator.universe()))
                .with("exclusions", write(indicator.exclusions()))
                .with("success", SchemaCodec.write(indicator.success()))
                .with("unknowns", Words.of(indicator.unknowns()))
                .with("direction", Words.of(indicator.direction()))
                .with("citation", indicator.citation());
    }

    static Indicator indicator(Place at, String... names) {
        at.object(names);
        Indicator.Builder builder = at.at("id")
                .text(
                        id -> Indicator.builder(Indicator.builder(id).build().id()),
                        "letters, digits, dots, hyphens and underscores",
                        NO_INDICATOR.toBuilder());
        if (at.at("version").isThere()) {
            builder.version((int) at.at("version").whole(1, Integer.MAX_VALUE));
        }
        if (at.at("name").isThere()) {
            builder.name(at.at("name").text());
        }
        builder.unit(SchemaCodec.unit(at.at("unit")));
        if (at.at("universe").isThere()) {
            builder.universe(SchemaCodec.condition(at.at("universe")));
        }
        exclusions(at.at("exclusions")).forEach(way -> builder.exclude(way.reason(), way.condition()));
        builder.success(SchemaCodec.condition(at.at("success")));
        if (at.at("unknowns").isThere()) {
            builder.unknowns(at.at("unknowns").oneOf(UnknownRule.values()));
        }
        if (at.at("direction").isThere()) {
            builder.direction(at.at("direction").oneOf(Indicator.Direction.values()));
        }
        if (at.at("citation").isThere()) {
            builder.citation(at.at("citation").text());
        }
        return at.make(builder::build, "an indicator whose exclusions have different reasons", NO_INDICATOR);
    }

    private static Node write(List<Exclusion> exclusions) {
        return Node.list(
                exclusions,
                way -> Node.object()
                        .with("reason", way.reason())
                        .with("condition", SchemaCodec.write(way.condition())));
    }

    private static List<Exclusion> exclusions(Place at) {
        return at.isThere() ? at.list(QuestionCodec::exclusion) : List.of();
    }

    private static Exclusion exclusion(Place at) {
        at.object("reason", "condition");
        Condition condition = SchemaCodec.condition(at.at("condition"));
        String reason = at.at("reason").text();
        return at.at("reason").make(() -> new Exclusion(reason, condition), "a reason in a few words", NO_EXCLUSION);
    }

    static Node.Obj write(CohortDefinition cohort) {
        return Node.object()
                .with("name", cohort.name())
                .with("unit", cohort.unit().name())
                .with("members", SchemaCodec.write(cohort.members()))
                .with("joined", write(cohort.joined()))
                .with("left", write(cohort.left()));
    }

    static CohortDefinition cohort(Place at, String... names) {
        at.object(names);
        return new CohortDefinition(
                at.at("name").text(),
                SchemaCodec.unit(at.at("unit")),
                SchemaCodec.condition(at.at("members")),
                exclusions(at.at("joined")),
                exclusions(at.at("left")));
    }

    static Node write(Faces faces) {
        return Node.list(faces.crossings(), axes -> Node.list(axes, SchemaCodec::write));
    }

    static Faces faces(Place at) {
        List<List<Axis>> crossings = at.list(crossing -> crossing.list(SchemaCodec::axis));
        return at.make(() -> new Faces(crossings), "crossings of different axes", Faces.TOTAL);
    }

    static Node.Obj write(Question question) {
        Node.Obj written = Node.object()
                .with("of", write(question.of()))
                .with("indicators", Node.list(question.indicators(), QuestionCodec::write))
                .with("faces", write(question.faces()))
                .with("asOf", question.asOf().toString());
        question.period().ifPresent(year -> written.with("period", year.toString()));
        question.cluster().ifPresent(axis -> written.with("cluster", SchemaCodec.write(axis)));
        return written;
    }

    static Question question(Place at, String... names) {
        at.object(names);
        CohortDefinition of = cohort(at.at("of"), COHORT);
        List<Indicator> indicators = at.at("indicators").list(indicator -> indicator(indicator, INDICATOR));
        if (indicators.isEmpty()) {
            at.at("indicators").wrong(Reason.MISSING_VALUE, "one indicator at least");
        }
        Faces faces = faces(at.at("faces"));
        Place cluster = at.at("cluster");
        Optional<Axis> clusteredBy = cluster.isThere() ? Optional.of(SchemaCodec.axis(cluster)) : Optional.empty();
        return at.make(
                () -> new Question(
                        of,
                        indicators,
                        faces,
                        SchemaCodec.day(at.at("asOf")),
                        SchemaCodec.year(at.at("period")),
                        clusteredBy),
                "indicators with different ids that count the unit of the cohort",
                Question.of(
                        CohortDefinition.all(Unit.STUDENT),
                        List.of(NO_INDICATOR),
                        Faces.TOTAL,
                        java.time.LocalDate.EPOCH));
    }
}
