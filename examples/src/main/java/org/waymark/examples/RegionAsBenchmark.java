package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedCell;
import org.waymark.io.published.PublishedTables;
import org.waymark.metrics.representation.Benchmark;
import org.waymark.metrics.survey.SurveyEstimate;

/**
 * The region that participants are compared with, from two published files: the people of its counties by the American
 * Community Survey, with margins of error, and its schools by the directory of the state. Arguments: table S1701, the directory,
 * and the number of an educational service district.
 */
public final class RegionAsBenchmark {
    private static final Indicator SCHOOLS = Indicator.builder("schools")
            .name("Schools of the directory")
            .unit(Unit.of("schools"))
            .success(Condition.always())
            .build();
    private static final List<String> PEOPLE = List.of(
            "sex=Female",
            "race_and_hispanic_or_latino_origin=Hispanic or Latino origin (of any race)",
            "race_and_hispanic_or_latino_origin=White alone, not Hispanic or Latino");

    private RegionAsBenchmark() {}

    /** Reads the files that are named and prints. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], System.out);
    }

    static void run(Path survey, Path directory, String esd, PrintStream out) throws IOException {
        PublishedTables people = Published.reader(Profile.ACS_POVERTY)
                .asOf(LocalDate.of(2020, 12, 10))
                .read(survey)
                .orThrow();
        Population places = directory(directory);
        List<String> counties = counties(places, esd);
        Table table = table(
                "People of the counties in which educational service district " + esd + " has schools",
                people(people, counties));
        List<String> notes = new ArrayList<>();
        notes.add("Counties: " + String.join(", ", counties) + ".");
        schoolsElsewhere(places, counties, esd)
                .forEach((county, number) -> notes.add(number + " of the schools of " + county
                        + " do not belong to the district: all the county's people are counted here."));
        notes.add("People of all ages, while participants are students; margins of error at 90 %.");
        out.println(table.withNotes(notes));
        for (Axis axis : List.of(byEsd(places), Dimension.of("county"), Dimension.of("locale"))) {
            List<Benchmark> shares = schools(places, axis);
            out.println(
                    shares.isEmpty()
                            ? "Schools by " + axis.title() + ": the directory does not say.\n"
                            : table("Schools by " + axis.title(), shares));
        }
    }

    static Population directory(Path file) throws IOException {
        return Published.reader(Profile.SCHOOL_DIRECTORY)
                .asOf(LocalDate.of(2020, 9, 1))
                .readPlaces(file)
                .value();
    }

    /** The share of the region's people, each with the margin that the margins of its counties leave. */
    static List<Benchmark> people(PublishedTables survey, List<String> counties) {
        SurveyEstimate everybody = sum(survey, counties, "");
        List<Benchmark> shares = new ArrayList<>();
        for (String group : PEOPLE) {
            shares.add(Benchmark.estimated(
                    group.substring(group.indexOf('=') + 1),
                    sum(survey, counties, group),
                    everybody,
                    survey.citation(),
                    2019));
        }
        return shares;
    }

    private static SurveyEstimate sum(PublishedTables survey, List<String> counties, String group) {
        return SurveyEstimate.sum(counties.stream()
                .map(county -> estimate(survey, county + " County, Washington", group))
                .toList());
    }

    private static SurveyEstimate estimate(PublishedTables survey, String county, String group) {
        Map<String, String> labels = new LinkedHashMap<>(Map.of("county", county));
        if (!group.isEmpty()) {
            labels.put(group.substring(0, group.indexOf('=')), group.substring(group.indexOf('=') + 1));
        }
        PublishedCell cell = survey.cells().stream()
                .filter(one -> one.labels().equals(labels))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("group: the survey has no such row"));
        return SurveyEstimate.of(
                cell.members().exact(), cell.margins().members().orElse(0L));
    }

    /** The share of the schools of the whole directory, counted. */
    static List<Benchmark> schools(Population places, Axis axis) {
        Tally tally = places.all(Unit.of("schools")).tally(SCHOOLS, axis);
        return Benchmark.shares(SCHOOLS, axis, tally, "directory of schools", 2020);
    }

    /** A district stands in one educational service district, so its schools do; a county's need not. */
    static Groups byEsd(Population places) {
        Map<String, List<String>> districts = new TreeMap<>();
        places.stream(District.SCHEMA)
                .forEach(district -> district.esd()
                        .ifPresent(esd -> districts
                                .computeIfAbsent(esd.value(), id -> new ArrayList<>())
                                .add(district.id().value())));
        List<Groups.Group> groups = new ArrayList<>();
        districts.forEach((esd, ids) ->
                groups.add(new Groups.Group(esd, Dimension.of("district").in(ids))));
        return new Groups("educational service district", groups);
    }

    static List<String> counties(Population places, String esd) {
        TreeSet<String> counties = new TreeSet<>();
        Map<String, String> districts = esdOfDistricts(places);
        places.stream(School.SCHEMA)
                .filter(school -> esd.equals(esdOf(school, districts)))
                .forEach(school -> school.county().ifPresent(county -> counties.add(county.value())));
        return List.copyOf(counties);
    }

    private static Map<String, Long> schoolsElsewhere(Population places, List<String> counties, String esd) {
        Map<String, Long> elsewhere = new TreeMap<>();
        Map<String, String> districts = esdOfDistricts(places);
        places.stream(School.SCHEMA)
                .filter(school -> !esd.equals(esdOf(school, districts)))
                .forEach(school -> school.county()
                        .filter(county -> counties.contains(county.value()))
                        .ifPresent(county -> elsewhere.merge(county.value(), 1L, Long::sum)));
        return elsewhere;
    }

    private static Map<String, String> esdOfDistricts(Population places) {
        Map<String, String> districts = new LinkedHashMap<>();
        places.stream(District.SCHEMA)
                .forEach(district -> district.esd()
                        .ifPresent(esd -> districts.put(district.id().value(), esd.value())));
        return districts;
    }

    private static String esdOf(School school, Map<String, String> districts) {
        return school.district()
                .map(district -> districts.getOrDefault(district.value(), ""))
                .orElse("");
    }

    private static Table table(String title, List<Benchmark> shares) {
        Table.Builder table = Table.builder(title)
                .column(Column.text("group", "who or what"))
                .column(Column.share("share", "its share of the region"))
                .column(Column.text("margin", "the margin of error of the share"));
        shares.forEach(one -> table.row(
                Datum.text(one.group()),
                Datum.real(one.share().value().doubleValue()),
                Datum.text(
                        one.isExact()
                                ? "counted"
                                : String.format(
                                        Locale.ROOT,
                                        "\u00b1 %.2f points",
                                        100 * one.share().margin()))));
        shares.stream().findFirst().ifPresent(one -> table.note("Source: " + one.source() + " (" + one.year() + ")."));
        return table.build();
    }
}
