package org.waymark.metrics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;

/**
 * The name under which a cell is known in a ledger: whom it counts, as of when, of which groups, in which state. The same cell
 * has the same name in every release.
 */
final class CellKeys {
    private static final String EVERYBODY = "everybody";

    private CellKeys() {}

    /** The beginning that all cells of a block share. */
    static String of(Question question, TallyBlock block) {
        String definitions = question.of().sentence() + "\n" + block.indicator().sentence() + "\n" + axes(block.axes());
        return question.of().name() + "|" + question.asOf() + "|"
                + question.period().map(Object::toString).orElse("") + "|"
                + block.indicator().id() + " v" + block.indicator().version() + "|" + digest(definitions);
    }

    private static String axes(List<Axis> axes) {
        return String.join(
                "\n", axes.stream().map(CellKeys::definition).sorted().toList());
    }

    /** An axis with all that decides who stands where. */
    private static String definition(Axis axis) {
        return axis.title() + " " + axis.groups().map(Object::toString).orElse("");
    }

    /**
     * The names of those whom a question counts: of each part the conditions that must all hold. One whose conditions are all among
     * those of another holds the other's members.
     */
    static List<String> about(Question question) {
        Extent extent = Extent.of(question);
        return extent.parts().stream()
                .map(part -> part instanceof Condition.Always
                        ? everybody(extent.unit().name())
                        : extent.unit().name() + "|" + conditions(part))
                .toList();
    }

    private static String conditions(Condition part) {
        return Extent.conjuncts(part).stream()
                .map(one -> digest(one.toString()))
                .collect(Collectors.joining("+"));
    }

    /** Whether of two lists of names one has the members of another. */
    static boolean meet(List<String> one, List<String> other) {
        return one.stream().anyMatch(mine -> other.stream().anyMatch(theirs -> meet(mine, theirs)));
    }

    private static boolean meet(String one, String other) {
        int at = one.indexOf('|') + 1;
        if (!other.startsWith(one.substring(0, at))) {
            return false;
        }
        List<String> mine = List.of(one.substring(at).split("\\+", -1));
        List<String> theirs = List.of(other.substring(at).split("\\+", -1));
        return mine.contains(EVERYBODY)
                || theirs.contains(EVERYBODY)
                || mine.containsAll(theirs)
                || theirs.containsAll(mine);
    }

    private static String everybody(String unit) {
        return unit + "|" + EVERYBODY;
    }

    /** The rest of a cell's name. */
    static String of(TallyBlock block, int group, int place) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < block.axes().size(); i++) {
            parts.add(block.axes().get(i).title() + "="
                    + block.labelsOf(group).get(i).name());
        }
        parts.sort(null);
        return String.join(";", parts) + "|" + block.stateName(place);
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
