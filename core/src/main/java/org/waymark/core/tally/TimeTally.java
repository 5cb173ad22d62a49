package org.waymark.core.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.waymark.core.indicator.TimeQuestion;
import org.waymark.core.indicator.TimeToEvent;
import org.waymark.core.schema.Axis;

/**
 * The answer of an engine to a {@link TimeQuestion}: how many members of each combination of categories had an event of
 * each kind, or were censored, on each day since their origin. It is all that a survival curve needs, whoever counted.
 *
 * <p>Tallies of parts add up to the tally of the whole: {@link #plus} is associative and commutative.
 */
public final class TimeTally {
    private final TimeQuestion question;
    private final CohortLog log;
    private final List<Categories> axes;
    private final List<Category> kinds;
    private final Map<List<Category>, TimeCounts> counts;

    private TimeTally(
            TimeQuestion question,
            CohortLog log,
            List<Categories> axes,
            List<Category> kinds,
            Map<List<Category>, TimeCounts> counts) {
        this.question = question;
        this.log = log;
        this.axes = axes;
        this.kinds = kinds;
        this.counts = counts;
    }

    /**
     * A tally of these counts.
     *
     * @param question what was asked
     * @param log how the cohort came to its size
     * @param axes the categories that occur along each axis of the question
     * @param kinds the kinds of events, as the counts number them; of events whose kinds were not asked one kind
     * @param counts for each combination of categories that has members; all tell these kinds apart
     * @throws IllegalArgumentException if the axes are others than those of the question, or a combination or a number of
     *     kinds does not fit
     */
    public static TimeTally of(
            TimeQuestion question,
            CohortLog log,
            List<Categories> axes,
            List<Category> kinds,
            Map<List<Category>, TimeCounts> counts) {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(log, "log");
        if (!axes.stream().map(Categories::axis).toList().equals(question.axes())) {
            throw new IllegalArgumentException("axes: must be " + question.axes() + ", were " + axes);
        }
        counts.forEach((combination, own) -> {
            boolean fits = combination.size() == axes.size()
                    && IntStream.range(0, axes.size()).allMatch(i -> axes.get(i).indexOf(combination.get(i)) >= 0);
            if (!fits || own.kinds() != kinds.size()) {
                throw new IllegalArgumentException("counts: must be of " + kinds.size() + " kinds along " + axes
                        + ", were of " + own.kinds() + " along " + combination);
            }
        });
        List<Category> occurring = ordered(
                question,
                kinds.stream()
                        .filter(kind -> counts.values().stream().anyMatch(own -> occurs(own, kinds.indexOf(kind))))
                        .toList());
        return new TimeTally(
                question, log, List.copyOf(axes), occurring, inOrder(axes, rearranged(counts, kinds, occurring)));
    }

    private static boolean occurs(TimeCounts counts, int kind) {
        return IntStream.range(0, counts.size()).anyMatch(place -> counts.events(place, kind) > 0);
    }

    /** The kinds in the order of their axis. */
    private static List<Category> ordered(TimeQuestion question, List<Category> kinds) {
        return question.time().outcome() instanceof TimeToEvent.FirstOf first
                        && first.kinds().isPresent()
                ? Categories.of(first.kinds().get(), kinds).list()
                : kinds;
    }

    private static Map<List<Category>, TimeCounts> rearranged(
            Map<List<Category>, TimeCounts> counts, List<Category> from, List<Category> to) {
        if (from.equals(to)) {
            return new LinkedHashMap<>(counts);
        }
        int[] places = from.stream().mapToInt(to::indexOf).toArray();
        Map<List<Category>, TimeCounts> moved = new LinkedHashMap<>();
        counts.forEach((combination, own) -> moved.put(combination, own.rearranged(places, to.size())));
        return moved;
    }

    /** Only combinations that have members, the last axis fastest. */
    private static Map<List<Category>, TimeCounts> inOrder(
            List<Categories> axes, Map<List<Category>, TimeCounts> counts) {
        List<List<Category>> combinations = new ArrayList<>(counts.keySet());
        combinations.removeIf(combination -> present(counts, combination).members() == 0);
        combinations.sort((a, b) -> {
            for (int i = 0; i < axes.size(); i++) {
                int order = Integer.compare(
                        axes.get(i).indexOf(a.get(i)), axes.get(i).indexOf(b.get(i)));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        Map<List<Category>, TimeCounts> ordered = new LinkedHashMap<>();
        combinations.forEach(combination -> ordered.put(List.copyOf(combination), present(counts, combination)));
        return Collections.unmodifiableMap(ordered);
    }

    private static TimeCounts present(Map<List<Category>, TimeCounts> counts, List<Category> combination) {
        return counts.getOrDefault(combination, TimeCounts.NONE);
    }

    /** What was asked. */
    public TimeQuestion question() {
        return question;
    }

    /** How the cohort came to its size. */
    public CohortLog log() {
        return log;
    }

    /** The categories that occur along each axis of the question. */
    public List<Categories> categories() {
        return axes;
    }

    /** The kinds of events that occur, in the order of their axis. */
    public List<Category> kinds() {
        return kinds;
    }

    /** The counts of each combination of categories that has members. */
    public Map<List<Category>, TimeCounts> counts() {
        return counts;
    }

    /** Everybody. */
    public TimeCell total() {
        return by().get(0);
    }

    /**
     * The cells along some axes of the question, in the order of their groups with the last axis fastest; after the groups
     * the members of none, then those whose group is unknown, where there are any. Along the other axes everything is
     * added up.
     *
     * @throws IllegalArgumentException if the question did not ask for one of the axes
     */
    public List<TimeCell> by(Axis... wanted) {
        int[] positions = Arrays.stream(wanted).mapToInt(this::positionOf).toArray();
        List<List<Label>> along = new ArrayList<>();
        for (int position : positions) {
            along.add(axes.get(position).labels());
        }
        Map<List<Label>, TimeCounts.Builder> cells = new LinkedHashMap<>();
        combined(along).forEach(labels -> cells.put(labels, TimeCounts.builder(kinds.size())));
        counts.forEach((combination, own) -> {
            List<List<Label>> of = new ArrayList<>();
            for (int position : positions) {
                of.add(combination.get(position).labels());
            }
            for (List<Label> labels : combined(of)) {
                cells.computeIfAbsent(labels, l -> TimeCounts.builder(kinds.size()))
                        .add(own, 1);
            }
        });
        List<String> names = kinds.stream().map(Category::toString).toList();
        List<TimeCell> list = new ArrayList<>();
        cells.forEach((labels, sum) -> list.add(new TimeCell(labels, names, sum.build())));
        return list;
    }

    /** One label of each list, in every way, the last list fastest. */
    private static List<List<Label>> combined(List<List<Label>> lists) {
        List<List<Label>> all = List.of(List.of());
        for (List<Label> list : lists) {
            List<List<Label>> longer = new ArrayList<>();
            for (List<Label> before : all) {
                for (Label label : list) {
                    List<Label> more = new ArrayList<>(before);
                    more.add(label);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** How many members stand in both groups of one axis. */
    public long shared(Axis axis, String one, String other) {
        int position = positionOf(axis);
        long sum = 0;
        for (Map.Entry<List<Category>, TimeCounts> entry : counts.entrySet()) {
            List<String> groups = entry.getKey().get(position).groups();
            if (groups.contains(one) && groups.contains(other)) {
                sum = Math.addExact(sum, entry.getValue().members());
            }
        }
        return sum;
    }

    private int positionOf(Axis axis) {
        int position = question.axes().indexOf(axis);
        if (position < 0) {
            throw new IllegalArgumentException("axes: the question did not ask for " + axis.title() + ", it asked for "
                    + question.axes().stream().map(Axis::title).toList());
        }
        return position;
    }

    /**
     * The counts of both together.
     *
     * @throws IllegalArgumentException if the other answers another question than about another cohort
     */
    public TimeTally plus(TimeTally other) {
        if (!question.equals(other.question.about(question.of()))) {
            throw new IllegalArgumentException("other: must answer the same question about a cohort;\nthis: " + question
                    + "\nother: " + other.question);
        }
        List<Categories> union = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            union.add(axes.get(i).union(other.axes.get(i)));
        }
        List<Category> all = new ArrayList<>(kinds);
        other.kinds.stream().filter(kind -> !all.contains(kind)).forEach(all::add);
        Map<List<Category>, TimeCounts> sums = rearranged(counts, kinds, all);
        rearranged(other.counts, other.kinds, all)
                .forEach((combination, own) -> sums.merge(combination, own, TimeCounts::plus));
        return of(question.about(question.of().pooledWith(other.question.of())), log.plus(other.log), union, all, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeTally that
                && question.equals(that.question)
                && log.equals(that.log)
                && axes.equals(that.axes)
                && kinds.equals(that.kinds)
                && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return question.hashCode();
    }

    /** How many were followed and had an event, for each combination of categories. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(question.of().name())
                .append(", as of ")
                .append(question.asOf())
                .append(": ")
                .append(log)
                .append('\n')
                .append(question.time().sentence());
        counts.forEach((combination, own) -> text.append('\n')
                .append(combination.isEmpty() ? "all" : combination.toString())
                .append(": ")
                .append(own));
        return text.toString();
    }
}
