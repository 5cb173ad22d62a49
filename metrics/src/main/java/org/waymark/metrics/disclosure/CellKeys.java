package org.waymark.metrics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;

/**
 * The name under which a cell is known in a ledger: whom it counts, as of when, of which groups, in which state. The same cell
 * has the same name in every release.
 */
final class CellKeys {
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

    /** The names of those whom a question counts: who shares one with another shares members with it. */
    static List<String> about(Question question) {
        Extent extent = Extent.of(question);
        return extent.parts().stream()
                .map(part -> part instanceof Condition.Always
                        ? everybody(extent.unit().name())
                        : extent.unit().name() + "|" + digest(part.toString()))
                .toList();
    }

    /** Whether two lists of names share members. */
    static boolean meet(List<String> one, List<String> other) {
        for (String mine : one) {
            String all = everybody(mine.substring(0, mine.indexOf('|')));
            boolean meets = other.contains(mine)
                    || other.contains(all)
                    || (mine.equals(all)
                            && other.stream()
                                    .anyMatch(name -> name.startsWith(all.substring(0, all.indexOf('|') + 1))));
            if (meets) {
                return true;
            }
        }
        return false;
    }

    private static String everybody(String unit) {
        return unit + "|everybody";
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
