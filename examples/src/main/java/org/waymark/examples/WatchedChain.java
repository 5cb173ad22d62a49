package org.waymark.examples;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Quantity;
import org.waymark.core.schema.Where;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.attainment.ProjectedAttainment;
import org.waymark.metrics.catalog.Catalog;
import org.waymark.metrics.catalog.GroupReading;
import org.waymark.metrics.decomposition.Pipeline;
import org.waymark.metrics.decomposition.PipelineGap;
import org.waymark.metrics.measure.Interval;

/** The way from early childhood to a credential: what it adds up to, and where groups leave it. */
final class WatchedChain {
    private static final int LINKS = 3;

    /** Not White alone: stated, and to be changed by who says otherwise. */
    private static final Groups.Group OF_COLOR = new Groups.Group(
            "of color",
            Dimension.of("race_ethnicity")
                    .in(List.of("HISPANIC", "AIAN", "ASIAN", "BLACK", "MENA", "MULTIPLE", "NHPI")));

    private final ScorecardTallies tallies;

    WatchedChain(ScorecardTallies tallies) {
        this.tallies = tallies;
    }

    /** Which groups a source names in one figure: watched ones by their names, and students of color; all watched if none. */
    private List<Groups.Group> namedTogether(String[] chosen) {
        List<Groups.Group> watched = tallies.groups().orElseThrow().members();
        if (chosen.length <= LINKS) {
            return watched;
        }
        List<Groups.Group> named = new ArrayList<>();
        for (String name : chosen[LINKS].split("\\+", -1)) {
            named.add(watched.stream()
                    .filter(group -> group.name().equals(name))
                    .findFirst()
                    .orElse(OF_COLOR));
        }
        return named;
    }

    /** The watched groups and those that are named together, under both readings: each by itself, and whoever stands in any. */
    private Groups underBothReadings(List<Groups.Group> named) {
        Set<Groups.Group> each =
                new LinkedHashSet<>(tallies.groups().orElseThrow().members());
        each.addAll(named);
        List<Groups.Group> both = new ArrayList<>(
                GroupReading.EACH.of(new Groups("each", List.copyOf(each))).members());
        both.addAll(GroupReading.ANY_OF.of(new Groups("any", named)).members());
        return new Groups("each group, and any of them", both);
    }

    /** Projected attainment of everybody, of each watched group and of their union, by three classes. */
    Table projected(String[] years) {
        int graduating = Integer.parseInt(years[0]);
        Indicator graduation = Catalog.graduation(4, graduating);
        Indicator enrolment = Catalog.enrolledWithinAYear();
        Indicator completion = Catalog.credentialYearsAfterGraduation(6).toBuilder()
                .name("Credential within 6 years, of those enrolled within one")
                .universe(Catalog.enrolledWithinAYear().success())
                .build();
        List<Groups.Group> named = namedTogether(years);
        Groups groups = underBothReadings(named);
        List<Indicator> links = List.of(graduation, enrolment, completion);
        List<Tally> counted = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            counted.add(tallies.of(links.get(i), "class_of=" + years[i], Optional.empty(), Faces.each(groups)));
        }
        ProjectedAttainment all = chain(links, counted, Optional.empty(), groups);
        Table.Builder table = Table.builder("Projected attainment: credential within six years of graduation")
                .column(Column.text("group", "who"))
                .column(Column.share("graduate", "of the class of " + years[0]))
                .column(Column.share("enrol", "of the graduates of " + years[1]))
                .column(Column.share("complete", "of those of " + years[2] + " who enrolled"))
                .column(Column.share("projected", "all three together"))
                .column(Column.share("lower", "lower limit"))
                .column(Column.share("upper", "upper limit"))
                .column(Column.points("gap", "to everybody"))
                .column(Column.number("ratio", "to everybody"))
                .column(Column.text("standing", "what kind of truth it is"));
        row(table, "all", all, all);
        for (Groups.Group group : groups.members()) {
            row(table, group.name(), chain(links, counted, Optional.of(group.name()), groups), all);
        }
        all.explain().lines().forEach(table::note);
        return table.note("Each group is read as EACH, \"any of these\" as ANY_OF "
                        + named.stream().map(Groups.Group::name).collect(Collectors.joining(", "))
                        + ": a source that names several may mean either.")
                .build();
    }

    private static ProjectedAttainment chain(
            List<Indicator> links, List<Tally> counted, Optional<String> group, Groups groups) {
        List<ProjectedAttainment.Link> chain = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Indicator link = links.get(i);
            Tally tally = counted.get(i);
            chain.add(ProjectedAttainment.Link.of(
                    link,
                    tally,
                    group.map(name -> tally.group(link, groups, name).orElseThrow())
                            .orElse(tally.total(link))));
        }
        return ProjectedAttainment.of(chain.get(0), chain.get(1), chain.get(2));
    }

    private static void row(Table.Builder table, String group, ProjectedAttainment own, ProjectedAttainment all) {
        String mark = own.undefined().map(Object::toString).orElse("");
        List<Datum> row = new ArrayList<>(List.of(Datum.text(group)));
        own.links()
                .forEach(link -> row.add(link.share()
                        .filter(share -> share.n() > 0)
                        .map(share -> Datum.real(share.value()))
                        .orElse(Datum.missing("nobody to count"))));
        Optional<Double> gap = own.value().flatMap(here -> all.value().map(there -> here - there));
        Optional<Double> ratio = own.value()
                .flatMap(here -> all.value().filter(there -> there > 0).map(there -> here / there));
        row.addAll(List.of(
                Datum.realOr(own.value(), mark),
                Datum.realOr(own.interval().map(Interval::lower), mark),
                Datum.realOr(own.interval().map(Interval::upper), mark),
                Datum.realOr(gap, mark),
                Datum.realOr(ratio, mark),
                Datum.text("projected")));
        table.row(row);
    }

    /** Where each watched group and the others part on the way from pre-kindergarten to a credential. */
    Table pipeline(int classOf) {
        Groups groups = tallies.groups().orElseThrow();
        Table.Builder table = Table.builder(
                        "Where the way from pre-kindergarten to a credential parts, class of " + classOf)
                .column(Column.text("group", "who"))
                .column(Column.share("through", "of the group, through all stages"))
                .column(Column.share("others", "of everybody else, through all stages"))
                .column(Column.points("gap", "between the two"))
                .column(Column.text("leaks_most_at", "the stage that takes the largest part of the gap"))
                .column(Column.text("parts", "the gap's parts by stage, in points"));
        for (Groups.Group group : groups.members()) {
            Groups two = Groups.yesNo(group.name(), group.condition(), group.name(), "others");
            PipelineGap asked = stages(two, group.name(), classOf);
            Tally tally = tallies.population().classOf(classOf).tally(asked.stages(), Faces.each(two));
            Pipeline told = asked.over(tally);
            table.row(
                    Datum.text(group.name()),
                    Datum.realOr(told.firstRate(), "nobody to count"),
                    Datum.realOr(told.secondRate(), "nobody to count"),
                    Datum.realOr(told.gap(), "nobody to count"),
                    Datum.text(told.largestLeak().map(stage -> stage.name()).orElse("none")),
                    Datum.text(parts(asked, told)));
        }
        return table.note("This says where groups part, not why: what happens before a stage shapes who comes to it.")
                .build();
    }

    private static String parts(PipelineGap asked, Pipeline told) {
        if (!told.isSplit()) {
            return "";
        }
        List<Double> parts = told.shapley();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            words.add(asked.stages().get(i).name() + String.format(Locale.ROOT, " %+.1f", 100 * parts.get(i)));
        }
        return words.stream().collect(Collectors.joining(", "));
    }

    private static PipelineGap stages(Groups two, String group, int classOf) {
        Where ninth = Where.in(Dimension.of("grade"), "9")
                .and(new Where.NotLess(Quantity.of("credits_earned"), Quantity.of("credits_attempted")));
        return PipelineGap.of(two, group, "others")
                .stage("pre-kindergarten", Students.SCHOOL_YEAR.taken().where(Where.in(Dimension.of("grade"), "PK")))
                .stage("on track in grade 9", Students.SCHOOL_YEAR.taken().where(ninth))
                .stage("graduate on time", Catalog.graduation(4, classOf).success())
                .stage("enrol within a year", Catalog.enrolledWithinAYear().success())
                .stage(
                        "credential within six years",
                        Catalog.credentialYearsAfterGraduation(6).success());
    }
}
