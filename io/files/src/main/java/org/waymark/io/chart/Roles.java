package org.waymark.io.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.table.Column;

/** Finds what columns are by the stable names that measures give them. */
final class Roles {
    private static final Map<Role, List<String>> NAMES = names();

    private Roles() {}

    private static Map<Role, List<String>> names() {
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        names.put(Role.GROUP, List.of("group", "unit", "school", "district", "region", "sector", "name"));
        names.put(Role.FAMILY, List.of("axis", "dimension", "family"));
        names.put(Role.ACROSS, List.of("across"));
        names.put(Role.STAGE, List.of("stage", "step", "indicator"));
        names.put(Role.PERIOD, List.of("period", "school_year", "year", "cohort", "class_of"));
        names.put(Role.TIME, List.of("time", "start"));
        names.put(Role.BASIS, List.of("basis"));
        names.put(Role.ESTIMATE, List.of("rate", "estimate", "share", "gap", "ratio", "value"));
        names.put(Role.REFERENCE, List.of("reference_rate", "reference_estimate"));
        names.put(Role.DIFFERENCE, List.of("gap", "difference", "ratio"));
        names.put(Role.GOAL, List.of("goal", "target"));
        names.put(Role.SIZE, List.of("n", "members", "size"));
        names.put(Role.SUCCESSES, List.of("yes", "successes"));
        return names;
    }

    /**
     * Which column has which role.
     *
     * @param told what the caller has said
     * @param wanted names to look for before the usual ones
     */
    static Map<Role, Integer> of(List<Column> columns, Map<Role, String> told, Map<Role, List<String>> wanted) {
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String name = told.get(role);
            Optional<Integer> place = name != null
                    ? Optional.of(place(columns, name)
                            .orElseThrow(() -> new IllegalArgumentException("column: must be one of "
                                    + columns.stream().map(Column::name).toList() + ", was " + name)))
                    : first(columns, wanted.getOrDefault(role, List.of()), role)
                            .or(() -> first(columns, NAMES.getOrDefault(role, List.of()), role));
            place.ifPresent(found -> places.put(role, found));
        }
        limits(columns, told, places);
        return places;
    }

    /** Limits belong to the estimate: {@code gap_lower} to {@code gap}; {@code lower} to the figure that is no gap. */
    private static void limits(List<Column> columns, Map<Role, String> told, Map<Role, Integer> places) {
        Integer estimate = places.get(Role.ESTIMATE);
        if (estimate == null) {
            return;
        }
        String name = columns.get(estimate).name();
        for (Role limit : List.of(Role.LOWER, Role.UPPER)) {
            String end = limit == Role.LOWER ? "lower" : "upper";
            if (!told.containsKey(limit)) {
                place(columns, name + "_" + end)
                        .or(() -> place(columns, "gap").map(estimate::equals).orElse(false)
                                ? Optional.empty()
                                : place(columns, end))
                        .ifPresent(found -> places.put(limit, found));
            }
        }
    }

    private static Optional<Integer> first(List<Column> columns, List<String> names, Role role) {
        return names.stream()
                .map(name -> place(columns, name))
                .flatMap(Optional::stream)
                .filter(place -> fits(columns.get(place).kind(), role))
                .findFirst();
    }

    private static Optional<Integer> place(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Numbers are drawn, words are named; a year may be either. */
    private static boolean fits(Column.Kind kind, Role role) {
        boolean words = kind == Column.Kind.TEXT || kind == Column.Kind.DAY;
        return switch (role) {
            case GROUP, FAMILY, ACROSS, STAGE, BASIS -> words;
            case PERIOD -> true;
            default -> !words;
        };
    }
}
