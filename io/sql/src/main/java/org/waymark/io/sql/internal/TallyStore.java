package org.waymark.io.sql.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.core.time.SchoolYear;

/**
 * Tallies as tables: one row per face, combination of categories, indicator and state, and one table of what else belongs to
 * them. Definitions are not kept, only the question's words, so that a tally is read back with its question.
 */
final class TallyStore {
    private static final String ABOUT = "_about";

    /** One row of the counts. */
    private record Counted(int face, List<Category> categories, int indicator, State state, Count count) {}

    private final Session session;
    private final Dialect dialect;
    private final Populations tables;

    TallyStore(Session session) {
        this.session = session;
        this.dialect = session.engine().dialect();
        this.tables = new Populations(session);
    }

    void write(Tally tally, String name) {
        List<Counted> rows = rows(tally);
        int axes = axes(tally.faces());
        List<OutgoingColumn> columns = new ArrayList<>();
        columns.add(whole("face", row -> rows.get(row).face()));
        columns.add(text(
                "indicator",
                row -> tally.question()
                        .indicators()
                        .get(rows.get(row).indicator())
                        .id()));
        columns.add(text("state", row -> rows.get(row).state().kind().name().toLowerCase(Locale.ROOT)));
        columns.add(text("reason", row -> rows.get(row).state().reason()));
        for (int a = 0; a < axes; a++) {
            int axis = a;
            columns.add(text("axis_" + (a + 1), row -> {
                List<Axis> own = tally.faces().get(rows.get(row).face()).axes();
                return axis < own.size() ? own.get(axis).title() : null;
            }));
            columns.add(new OutgoingColumn("groups_" + (a + 1), Holds.TEXTS, row -> {
                List<Category> own = rows.get(row).categories();
                return axis < own.size() ? own.get(axis).groups() : null;
            }));
            columns.add(text("unknown_" + (a + 1), row -> {
                List<Category> own = rows.get(row).categories();
                return axis < own.size()
                        ? own.get(axis).unknown().map(Truths::written).orElse(null)
                        : null;
            }));
        }
        columns.add(whole("low", row -> rows.get(row).count().low()));
        columns.add(whole("high", row -> rows.get(row).count().high()));
        tables.create(name, columns, rows.size());
        List<String[]> about = about(tally);
        tables.create(
                name + ABOUT,
                List.of(
                        RosterTable.rowNumbers(),
                        text("what", row -> about.get(row)[0]),
                        text("part", row -> about.get(row)[1]),
                        text("value", row -> about.get(row)[2])),
                about.size());
    }

    private static int axes(List<Face> faces) {
        return faces.stream().mapToInt(face -> face.axes().size()).max().orElse(0);
    }

    private static OutgoingColumn whole(String name, java.util.function.IntToLongFunction value) {
        return new OutgoingColumn(name, Holds.NUMBER, row -> BigDecimal.valueOf(value.applyAsLong(row)));
    }

    private static OutgoingColumn text(String name, java.util.function.IntFunction<@Nullable Object> value) {
        return new OutgoingColumn(name, Holds.TEXT, value);
    }

    private static List<Counted> rows(Tally tally) {
        List<Counted> rows = new ArrayList<>();
        for (int f = 0; f < tally.faces().size(); f++) {
            Face face = tally.faces().get(f);
            int[] sizes = face.categories().stream().mapToInt(c -> c.size()).toArray();
            for (int combination = 0; combination < Face.combinations(face.categories()); combination++) {
                List<Category> categories = new ArrayList<>();
                int rest = combination;
                for (int a = sizes.length - 1; a >= 0; a--) {
                    categories.add(0, face.categories().get(a).list().get(rest % sizes[a]));
                    rest /= sizes[a];
                }
                // Keeps the categories of which nobody is counted.
                rows.add(new Counted(f, categories, 0, State.OUTSIDE, Count.ZERO));
                for (int i = 0; i < face.states().size(); i++) {
                    for (int s = 0; s < face.states().get(i).size(); s++) {
                        Count count = face.count(combination, i, s);
                        if (!count.equals(Count.ZERO)) {
                            rows.add(new Counted(
                                    f, categories, i, face.states().get(i).get(s), count));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static List<String[]> about(Tally tally) {
        List<String[]> about = new ArrayList<>();
        about.add(new String[] {"question", "", tally.question().sentence()});
        for (int f = 0; f < tally.faces().size(); f++) {
            boolean partition = tally.faces().get(f).isPartition();
            about.add(new String[] {"face", Integer.toString(f), partition ? "partition" : "overlapping"});
        }
        CohortLog log = tally.log();
        about.add(new String[] {"initial", "", Long.toString(log.initial())});
        about.add(new String[] {"undetermined", "", Long.toString(log.undetermined())});
        log.joined().forEach((reason, count) -> about.add(new String[] {"joined", reason, Long.toString(count)}));
        log.left().forEach((reason, count) -> about.add(new String[] {"left", reason, Long.toString(count)}));
        for (Hierarchy one : tally.hierarchies()) {
            about.add(
                    new String[] {"hierarchy", one.child().name(), one.parent().name()});
            one.year().ifPresent(year -> about.add(new String[] {"year", "", year.toString()}));
            one.parentOf().forEach((child, parent) -> about.add(new String[] {"lies in", child, parent}));
        }
        return about;
    }

    Tally read(String name, Question question) {
        List<Object[]> about = session.rows(new Statement(
                "SELECT what, part, value FROM " + dialect.quoted(name + ABOUT) + " ORDER BY " + TableShape.ROW,
                List.of()));
        if (!about.get(0)[2].equals(question.sentence())) {
            throw new IllegalArgumentException(
                    "question: must be the one that was answered; that was\n" + about.get(0)[2]);
        }
        List<List<Axis>> crossings = QuestionSql.crossings(question);
        List<Face.Builder> faces = new ArrayList<>();
        int indicators = question.indicators().size();
        crossings.forEach(axes -> faces.add(Face.builder(axes, indicators)));
        for (Object[] row : about) {
            if (row[0].equals("face") && row[2].equals("overlapping")) {
                faces.get(Integer.parseInt((String) row[1])).overlappingGroups();
            }
        }
        readCounts(name, question, crossings, faces);
        return Tally.of(
                question, log(about), faces.stream().map(Face.Builder::build).toList(), hierarchies(about));
    }

    private void readCounts(String name, Question question, List<List<Axis>> crossings, List<Face.Builder> faces) {
        int axes = crossings.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder keys = new StringBuilder();
        for (int a = 1; a <= axes; a++) {
            keys.append(", ").append(dialect.joined("groups_" + a)).append(", unknown_" + a);
        }
        List<String> ids = question.indicators().stream().map(i -> i.id()).toList();
        String text = "SELECT face, indicator, state, reason, low, high" + keys + " FROM " + dialect.quoted(name);
        for (Object[] row : session.rows(new Statement(text, List.of()))) {
            int face = ((Number) row[0]).intValue();
            List<Axis> own = crossings.get(face);
            List<Category> categories = new ArrayList<>();
            for (int a = 0; a < own.size(); a++) {
                categories.add(category(own.get(a), (String) row[6 + 2 * a], (String) row[7 + 2 * a]));
            }
            State.Kind kind = State.Kind.valueOf(((String) row[2]).toUpperCase(Locale.ROOT));
            faces.get(face)
                    .add(
                            categories,
                            ids.indexOf((String) row[1]),
                            new State(kind, row[3] == null ? "" : (String) row[3]),
                            new Count(((Number) row[4]).longValue(), ((Number) row[5]).longValue()));
        }
    }

    private static Category category(Axis axis, @Nullable String groups, @Nullable String unknown) {
        if (unknown != null) {
            return Category.unknown(Unknown.valueOf(unknown.toUpperCase(Locale.ROOT)));
        } else if (groups == null || groups.isEmpty()) {
            return Category.NONE;
        }
        List<String> own = new ArrayList<>(List.of(groups.split(String.valueOf(Dialect.BETWEEN), -1)));
        List<String> order = axis.groups().orElse(List.of());
        own.sort(java.util.Comparator.<String>comparingInt(order::indexOf)
                .thenComparing(java.util.Comparator.naturalOrder()));
        return Category.of(own);
    }

    private static CohortLog log(List<Object[]> about) {
        long initial = 0;
        long undetermined = 0;
        Map<String, Long> joined = new LinkedHashMap<>();
        Map<String, Long> left = new LinkedHashMap<>();
        for (Object[] row : about) {
            switch ((String) row[0]) {
                case "initial" -> initial = Long.parseLong((String) row[2]);
                case "undetermined" -> undetermined = Long.parseLong((String) row[2]);
                case "joined" -> joined.put((String) row[1], Long.parseLong((String) row[2]));
                case "left" -> left.put((String) row[1], Long.parseLong((String) row[2]));
                default -> {}
            }
        }
        return new CohortLog(initial, joined, left, undetermined);
    }

    private static List<Hierarchy> hierarchies(List<Object[]> about) {
        List<Hierarchy> hierarchies = new ArrayList<>();
        Map<String, String> parentOf = new LinkedHashMap<>();
        Optional<SchoolYear> year = Optional.empty();
        // Read from the end, so that what belongs to a hierarchy is there when its head comes.
        for (int at = about.size() - 1; at >= 0; at--) {
            String part = (String) about.get(at)[1];
            String value = (String) about.get(at)[2];
            switch ((String) about.get(at)[0]) {
                case "lies in" -> parentOf.put(part, value);
                case "year" -> year = Optional.of(SchoolYear.parse(value));
                case "hierarchy" -> {
                    hierarchies.add(0, new Hierarchy(Dimension.of(part), Dimension.of(value), parentOf, year));
                    parentOf = new LinkedHashMap<>();
                    year = Optional.empty();
                }
                default -> {}
            }
        }
        return hierarchies;
    }
}
