package org.waymark.io.sql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Field;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Schemed;
import org.waymark.core.tally.Category;

/**
 * Turns axes into columns of a frame. Under a scheme or a family of conditions the key is a whole number: the groups as
 * bits, or below 0 a reason.
 */
final class Axes {
    private static final int MOST_GROUPS = 62;

    /** What a dimension is taken to have of categories where its labels are not known beforehand. */
    private static final long FEW = 8;

    /** The same of one of which a row may have several labels: each set of them is a category. */
    private static final long SETS = 64;

    private static final long MANY = 1_000_000;

    private final Frame frame;
    private final Asking asking;
    private final Conditions conditions;
    private final Reading reading;
    private final Map<Axis, AxisSql> known = new LinkedHashMap<>();

    Axes(Frame frame, Conditions conditions) {
        this.frame = frame;
        this.asking = frame.asking();
        this.conditions = conditions;
        this.reading = new Reading(asking.dialect());
    }

    AxisSql of(Axis axis) {
        AxisSql made = known.get(axis);
        if (made == null) {
            if (axis instanceof Dimension dimension) {
                made = ofLabels(dimension);
            } else if (axis instanceof Schemed schemed) {
                made = ofScheme(schemed);
            } else {
                made = ofGroups((Groups) axis);
            }
            known.put(axis, made);
        }
        return made;
    }

    Node inGroup(Condition.InGroup in) {
        if (in.axis() instanceof Dimension dimension) {
            return conditions.node(dimension.in(in.groups()));
        }
        AxisSql axis = of(in.axis());
        List<String> groups = axis.axis().groups().orElse(List.of());
        long bits = 0;
        for (int g = 0; g < groups.size(); g++) {
            bits |= in.groups().contains(groups.get(g)) ? 1L << g : 0;
        }
        int step = Math.max(axis.step(), Frame.LEAVES) + 1;
        String key = axis.key();
        String answer = "CASE WHEN " + key + " < 0 THEN CAST(-" + key + " AS INTEGER) WHEN (" + key + " & " + bits
                + ") <> 0 THEN 9 ELSE 0 END";
        return new Node(frame.column(step, answer), Optional.empty(), step);
    }

    private AxisSql ofLabels(Dimension dimension) {
        LabelSql labels = frame.labels(dimension);
        Labels absent = labels.absent().filter(reason -> reason > 0).isPresent()
                ? Labels.unknown(Truths.reason(labels.absent().get()))
                : Labels.NONE;
        String key =
                frame.column(Frame.LEAVES, labels.several() ? asking.dialect().joined(labels.value()) : labels.value());
        return new AxisSql(
                dimension,
                key,
                labels.absent().isPresent() ? Optional.empty() : Optional.of(labels.reason()),
                Frame.LEAVES,
                size(dimension, labels.several()),
                (text, reason) -> category(text, reason, labels.several(), absent));
    }

    private static Category category(Optional<String> text, int reason, boolean several, Labels absent) {
        if (reason > 0) {
            return Category.unknown(Truths.reason(reason));
        } else if (text.isEmpty()) {
            return absent.unknown().map(Category::unknown).orElse(Category.NONE);
        }
        List<String> labels =
                several ? List.of(text.get().split(String.valueOf(Dialect.BETWEEN), -1)) : List.of(text.get());
        return Category.of(Labels.of(labels).labels());
    }

    private long size(Dimension dimension, boolean several) {
        for (String name : List.of(dimension.name(), dimension.name() + "_id")) {
            Optional<Field<?, ?>> field = frame.table().field(name);
            if (field.isPresent()) {
                Field.Kind kind = field.get().kind();
                boolean many = kind == Field.Kind.LINK || kind == Field.Kind.LINKS || kind == Field.Kind.TEXT;
                int labels = field.get().labels().size();
                return many ? MANY : several ? SETS : labels == 0 ? FEW : labels + 2L;
            }
        }
        return dimension.name().endsWith("_id") || Places.isPlace(dimension) ? MANY : several ? SETS : FEW;
    }

    private AxisSql ofScheme(Schemed schemed) {
        LabelSql labels = frame.labels(schemed.of());
        Scheme scheme = schemed.scheme();
        List<String> groups = checked(scheme.groups());
        StringBuilder key = new StringBuilder("CASE WHEN ")
                .append(labels.reason())
                .append(" > 0 THEN -")
                .append("1 * ");
        key.append(labels.reason());
        if (scheme.overlapping()) {
            List<String> bits = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                String group = groups.get(g);
                List<String> fits = scheme.rules().stream()
                        .filter(rule -> rule.group().equals(group))
                        .map(rule -> fits(rule, labels))
                        .toList();
                bits.add("CASE WHEN " + String.join(" OR ", fits) + " THEN " + (1L << g) + " ELSE 0 END");
            }
            key.append(" ELSE ").append(bits.isEmpty() ? "0" : String.join(" + ", bits));
        } else {
            for (Scheme.Rule rule : scheme.rules()) {
                key.append(" WHEN ")
                        .append(fits(rule, labels))
                        .append(" THEN ")
                        .append(1L << groups.indexOf(rule.group()));
            }
            key.append(" ELSE 0");
        }
        String column = frame.column(Frame.LEAVES, "CAST(" + key.append(" END") + " AS BIGINT)");
        long size = scheme.overlapping() ? 1L << Math.min(groups.size(), 20) : groups.size() + 2L;
        return new AxisSql(schemed, column, Optional.empty(), Frame.LEAVES, size, (text, r) -> ofBits(text, groups));
    }

    /** Whether a row's labels fit a rule. */
    private String fits(Scheme.Rule rule, LabelSql labels) {
        if (rule.atLeast() == 0) {
            return "TRUE";
        }
        List<String> among = rule.among().stream().map(asking.literals()::text).toList();
        if (rule.atLeast() == 1) {
            return among.isEmpty() ? labels.value() + " IS NOT NULL" : reading.holdsOne(labels, among);
        }
        if (!labels.several()) {
            return "FALSE";
        }
        if (among.isEmpty()) {
            return asking.dialect().distinctSize(labels.value()) + " >= " + rule.atLeast();
        }
        return among.stream()
                        .map(label -> "CASE WHEN " + reading.holdsOne(labels, List.of(label)) + " THEN 1 ELSE 0 END")
                        .reduce((a, b) -> a + " + " + b)
                        .orElse("0")
                + " >= " + rule.atLeast();
    }

    private AxisSql ofGroups(Groups family) {
        List<String> groups = checked(family.groups().orElse(List.of()));
        List<String> answers = new ArrayList<>();
        int step = Frame.LEAVES;
        for (Groups.Group group : family.members()) {
            Node node = conditions.node(group.condition());
            answers.add(node.answer());
            step = Math.max(step, node.step());
        }
        List<String> bits = new ArrayList<>();
        for (int g = 0; g < answers.size(); g++) {
            bits.add("CASE WHEN " + answers.get(g) + " = 9 THEN " + (1L << g) + " ELSE 0 END");
        }
        String greatest = answers.size() == 1 ? answers.get(0) : "GREATEST(" + String.join(", ", answers) + ")";
        String key = "CASE " + greatest + " WHEN 0 THEN 0 WHEN 9 THEN " + String.join(" + ", bits) + " ELSE -1 * "
                + (answers.size() == 1 ? answers.get(0) : Truths.firstReason(answers)) + " END";
        return new AxisSql(
                family,
                frame.column(step + 1, "CAST(" + key + " AS BIGINT)"),
                Optional.empty(),
                step + 1,
                1L << Math.min(groups.size(), 20),
                (text, r) -> ofBits(text, groups));
    }

    private static List<String> checked(List<String> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "axis: must have at most " + MOST_GROUPS + " groups, had " + groups.size());
        }
        return groups;
    }

    private static Category ofBits(Optional<String> text, List<String> groups) {
        long bits = Long.parseLong(text.orElse("0"));
        if (bits < 0) {
            return Category.unknown(Truths.reason((int) -bits));
        }
        List<String> own = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if ((bits & 1L << g) != 0) {
                own.add(groups.get(g));
            }
        }
        return Category.of(own);
    }
}
