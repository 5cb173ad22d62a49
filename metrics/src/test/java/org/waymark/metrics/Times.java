package org.waymark.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.TimeCell;
import org.waymark.core.tally.TimeCounts;
import org.waymark.metrics.survival.Observation;
import org.waymark.metrics.survival.RiskTable;

/** Times read from fixtures, as rows and as counts by day. */
final class Times {
    /** So many days of counts stand for a unit of time of the fixtures, which has four decimal places at most. */
    static final double DAYS = 10_000;

    private Times() {}

    /** Members by the value of a column, by group and all together ({@code *}). */
    static Map<String, Map<String, List<Observation>>> read(String file, String column) {
        Map<String, Map<String, List<Observation>>> sets = new LinkedHashMap<>();
        for (Map<String, String> row : Fixtures.read(file)) {
            Map<String, List<Observation>> groups =
                    sets.computeIfAbsent(row.getOrDefault(column, ""), s -> new LinkedHashMap<>());
            groups.computeIfAbsent("*", g -> new ArrayList<>()).add(observation(row));
            if (row.containsKey("group")) {
                groups.computeIfAbsent(row.get("group"), g -> new ArrayList<>()).add(observation(row));
            }
        }
        return sets;
    }

    static Observation observation(Map<String, String> row) {
        double time = Double.parseDouble(row.get("time"));
        Observation member = switch (row.get("event")) {
            case "0", "none" -> Observation.censored(time);
            case "1" -> Observation.reached(time);
            default -> Observation.reached(time, row.get("event"));
        };
        String entry = row.getOrDefault("entry", "");
        return entry.isEmpty() ? member : member.enteredAt(Double.parseDouble(entry));
    }

    /** The same members as an engine would count them, in days of which so many are a unit. */
    static TimeCell cell(List<Observation> members) {
        Set<String> names = new TreeSet<>();
        members.forEach(member -> member.kind().ifPresent(names::add));
        List<String> kinds = new ArrayList<>(names);
        TimeCounts.Builder counts = TimeCounts.builder(kinds.size());
        for (Observation member : members) {
            int day = day(member.time());
            member.entry().filter(entry -> entry > 0).ifPresent(entry -> counts.entered(day(entry), 1));
            member.kind()
                    .ifPresentOrElse(kind -> counts.event(day, kinds.indexOf(kind), 1), () -> counts.censored(day, 1));
        }
        return new TimeCell(List.of(Label.of("x")), kinds, counts.build());
    }

    private static int day(double time) {
        long day = Math.round(time * DAYS);
        if (Math.abs(day - time * DAYS) > 1e-6) {
            throw new IllegalArgumentException("time: must have four decimal places at most, was " + time);
        }
        return Math.toIntExact(day);
    }

    /** A time of the fixtures on the scale of counts. */
    static double years(double time) {
        return Math.round(time * DAYS) / RiskTable.DAYS_OF_YEAR;
    }
}
