package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedCell;
import org.waymark.io.published.PublishedTables;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapEstimate;
import org.waymark.metrics.gap.Reference;

/**
 * What a state's published file says of a county: every group against the goal that everybody graduates, and how far students
 * of low income are behind, schools being what they are. Argument: the state's file.
 */
public final class GraduationOfACounty {
    private static final Dimension COUNTY = Dimension.of("county");
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension LOW_INCOME = Dimension.of("low_income");
    private static final String SLICE = "2019 Four Year";

    private GraduationOfACounty() {}

    /** Reads the file that is named and prints. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(LocalDate.of(2020, 12, 14))
                .read(file);
        loaded.findings().forEach(out::println);
        Tally tally = loaded.value().tally(SLICE);
        Indicator graduated = tally.question().indicators().get(0);
        for (String family : List.of("race_ethnicity", "low_income", "disability", "english_learner")) {
            Dimension axis = Dimension.of(family);
            out.println(ScorecardRun.titled(
                    Gap.of(graduated)
                            .to(Reference.goal("everybody", BigDecimal.ONE))
                            .by(COUNTY, axis)
                            .over(tally)
                            .toTable(),
                    "Gap to everybody graduating, by " + axis.title()));
        }
        out.println(gapBySchool(loaded.value(), true).explain());
        out.println();
        out.println("As if the students of a school were independent of each other:");
        out.println(gapBySchool(loaded.value(), false));
    }

    /** The gap of students of low income over the schools that print both groups, with schools as clusters or without. */
    static GapEstimate gapBySchool(PublishedTables tables, boolean clustered) {
        Tally tally = tables.tally(SLICE);
        Question whole = tally.question();
        Question question = Question.of(whole.of(), whole.indicators(), Faces.each(LOW_INCOME), whole.asOf());
        Face.Builder face = Face.builder(List.of(LOW_INCOME, SCHOOL), 1);
        bothShown(tables)
                .forEach((school, cells) -> cells.forEach(cell -> {
                    List<Category> place =
                            List.of(Category.of(cell.labels().getOrDefault("low_income", "")), Category.of(school));
                    face.add(place, 0, State.YES, cell.yes());
                    face.add(place, 0, State.NO, cell.no());
                }));
        Tally bySchool = Tally.of(
                clustered ? question.clusteredBy(SCHOOL) : question, CohortLog.EMPTY, List.of(face.build()), List.of());
        return Gap.of(whole.indicators().get(0))
                .to(Reference.named("Non-Low Income"))
                .by(LOW_INCOME)
                .over(bySchool)
                .group("Low-Income")
                .orElseThrow();
    }

    private static Map<String, List<PublishedCell>> bothShown(PublishedTables tables) {
        Map<String, List<PublishedCell>> schools = new LinkedHashMap<>();
        for (PublishedCell cell : tables.cells()) {
            boolean asked = cell.slice().equals(SLICE)
                    && List.copyOf(cell.labels().keySet()).equals(List.of("school", "low_income"));
            if (asked && !cell.isMasked() && cell.members().exact() > 0) {
                schools.computeIfAbsent(cell.labels().get("school"), s -> new ArrayList<>())
                        .add(cell);
            }
        }
        schools.values().removeIf(cells -> cells.size() < 2);
        return schools;
    }
}
