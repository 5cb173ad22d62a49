package org.waymark.metrics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;

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

    /** The rest of a cell's name. */
    static String of(TallyBlock block, int group, State state) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < block.axes().size(); i++) {
            parts.add(block.axes().get(i).title() + "="
                    + block.labelsOf(group).get(i).name());
        }
        parts.sort(null);
        return String.join(";", parts) + "|" + state;
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
