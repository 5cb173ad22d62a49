package org.waymark.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.indicator.UnknownRule;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/** Rows of a file, one per student or one per cell, counted into a tally. */
final class CountedFile {
    private final List<Map<String, String>> rows;
    private final Optional<String> weight;

    CountedFile(List<Map<String, String>> rows, Optional<String> weight) {
        this.rows = rows;
        this.weight = weight;
    }

    /** The axis of a column. */
    static Dimension axis(String column) {
        return Dimension.of(column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
    }

    /** The indicator of a column; unknown outcomes are left out, as the reference does. */
    static Indicator indicator(String column) {
        return Indicator.builder(column).unknowns(UnknownRule.LEFT_OUT).build();
    }

    Tally tally(List<String> outcomes, Faces faces) {
        List<Axis> axes = faces.axes();
        Map<Axis, String> columns = new LinkedHashMap<>();
        Set<String> headers =
                new LinkedHashSet<>(rows.isEmpty() ? Set.of() : rows.get(0).keySet());
        headers.forEach(header -> columns.put(axis(header), header));
        // Rows of the same place and outcome are added up first.
        Map<List<String>, long[]> cells = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            List<String> key = new ArrayList<>();
            axes.forEach(axis -> key.add(row.get(columns.get(axis))));
            long[] counts = cells.computeIfAbsent(key, k -> new long[3 * outcomes.size()]);
            for (int i = 0; i < outcomes.size(); i++) {
                count(row, outcomes.get(i), counts, 3 * i);
            }
        }
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                outcomes.stream().map(CountedFile::indicator).toList(),
                faces,
                LocalDate.of(2026, 6, 30));
        List<List<Axis>> crossings = new ArrayList<>(faces.crossings());
        crossings.add(List.of());
        List<Face> counted = new ArrayList<>();
        for (List<Axis> crossing : crossings) {
            Face.Builder face = Face.builder(crossing, outcomes.size());
            cells.forEach((key, counts) -> {
                List<Category> place = crossing.stream()
                        .map(axis -> category(key.get(axes.indexOf(axis))))
                        .toList();
                for (int i = 0; i < outcomes.size(); i++) {
                    face.add(place, i, State.YES, Count.of(counts[3 * i]));
                    face.add(place, i, State.NO, Count.of(counts[3 * i + 1]));
                    face.add(place, i, State.unknown(Unknown.NOT_REPORTED), Count.of(counts[3 * i + 2]));
                }
            });
            counted.add(face.build());
        }
        CohortLog log = new CohortLog(rows.size(), new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, counted, List.of());
    }

    private void count(Map<String, String> row, String outcome, long[] counts, int at) {
        if (row.get(outcome).equals("NA")) {
            counts[at + 2]++;
        } else {
            long yes = Long.parseLong(row.get(outcome));
            long n = weight.map(column -> Long.parseLong(row.get(column))).orElse(1L);
            counts[at] += yes;
            counts[at + 1] += n - yes;
        }
    }

    private static Category category(String label) {
        return label.equals("NA") ? Category.unknown(Unknown.NOT_REPORTED) : Category.of(label);
    }
}
