package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedCell;
import org.waymark.io.published.PublishedTables;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * How many adults of each county have a degree: people who live there, wherever they went to school, with the margin of error
 * of the survey. It is not the attainment of a class. Argument: table S1701 of the American Community Survey.
 */
public final class AdultsWithACredential {
    private static final String ADULTS = "Population 25 years and over";
    private static final List<String> ROWS = List.of(
            "Less than high school graduate",
            "High school graduate (includes equivalency)",
            "Some college, associate's degree",
            "Bachelor's degree or higher");

    private AdultsWithACredential() {}

    /** Reads the file that is named and prints. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) throws IOException {
        PublishedTables tables = Published.reader(Profile.ACS_POVERTY)
                .asOf(LocalDate.of(2020, 12, 10))
                .read(file)
                .orThrow();
        Table.Builder table = Table.builder("Adults of 25 years and over by county")
                .column(Column.text("county", "where they live"))
                .column(Column.count("adults", "adults, estimated"))
                .column(Column.share("bachelor", "with a bachelor's degree or higher"))
                .column(Column.points("margin", "its margin of error at 90 %"))
                .column(Column.share("some_college", "with some college or a degree"))
                .column(Column.points("some_college_margin", "its margin of error at 90 %"))
                .note("Source: " + tables.citation() + ".")
                .note("Some college is no credential, so the share with one lies between the two.");
        tables.cells().stream()
                .map(cell -> cell.labels().get("county"))
                .distinct()
                .forEach(county -> table.row(row(tables, county)));
        out.println(table.build());
    }

    private static List<Datum> row(PublishedTables tables, String county) {
        List<SurveyEstimate> levels =
                ROWS.stream().map(row -> estimate(tables, county, row)).toList();
        SurveyEstimate adults = SurveyEstimate.sum(levels);
        SurveyEstimate bachelor = levels.get(3).shareOf(adults);
        SurveyEstimate college = levels.get(2).plus(levels.get(3)).shareOf(adults);
        return List.of(
                Datum.text(county),
                Datum.whole(adults.value().numerator().longValue()),
                Datum.real(bachelor.value().doubleValue()),
                Datum.real(bachelor.margin()),
                Datum.real(college.value().doubleValue()),
                Datum.real(college.margin()));
    }

    /** How many adults of a county stand in a row of the table. */
    static SurveyEstimate estimate(PublishedTables tables, String county, String row) {
        PublishedCell cell = tables.cells().stream()
                .filter(one -> county.equals(one.labels().get("county")))
                .filter(one -> (ADULTS + " / " + row)
                        .toLowerCase(Locale.ROOT)
                        .equals(one.labels()
                                .getOrDefault("educational_attainment", "")
                                .toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("row: the table has no such row for the county"));
        return SurveyEstimate.of(
                cell.members().exact(), cell.margins().members().orElse(0L));
    }
}
