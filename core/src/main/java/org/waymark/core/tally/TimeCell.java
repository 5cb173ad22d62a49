package org.waymark.core.tally;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The members of one group, or of one crossing of groups, counted by time.
 *
 * @param labels one per axis, none for the total
 * @param kinds the names of the kinds of events, as many as the counts tell apart
 * @param counts the counts
 */
public record TimeCell(List<Label> labels, List<String> kinds, TimeCounts counts) {
    /** Copies the lists; refuses counts of another number of kinds. */
    public TimeCell {
        labels = List.copyOf(labels);
        kinds = List.copyOf(kinds);
        Objects.requireNonNull(counts, "counts");
        if (kinds.size() != counts.kinds()) {
            throw new IllegalArgumentException("kinds: must be " + counts.kinds() + ", were " + kinds);
        }
    }

    /** The group's name: its labels, or {@code all}. */
    public String name() {
        return labels.isEmpty() ? "all" : labels.stream().map(Label::name).collect(Collectors.joining(" x "));
    }

    /** The cell without a part of it, under another name. */
    public TimeCell minus(TimeCell part, Label name) {
        return new TimeCell(List.of(name), kinds, counts.minus(part.counts));
    }

    @Override
    public String toString() {
        return name() + ": " + counts;
    }
}
