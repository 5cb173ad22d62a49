package org.waymark.core.publication;

import java.util.List;
import java.util.Objects;
import org.waymark.core.tally.Tally;

/**
 * A release as it is kept in a file: the rules, the true counts, what is hidden, and the proof. It is as secret as the counts
 * themselves; it is for analysts, and never travels with what is published.
 *
 * <p>Nothing in it is believed: who takes a release up again works everything out of the counts anew and checks the proof.
 *
 * @param rules the policy
 * @param tallies the true counts
 * @param hidden the numbers of what is hidden, in rising order
 * @param proofs for each protected cell how it can be small and large
 */
public record SavedRelease(Rules rules, List<Tally> tallies, List<Integer> hidden, List<Proof> proofs) {
    /** Copies the lists. */
    public SavedRelease {
        Objects.requireNonNull(rules, "rules");
        tallies = List.copyOf(tallies);
        hidden = List.copyOf(hidden);
        proofs = List.copyOf(proofs);
    }

    /**
     * A policy in plain words and numbers.
     *
     * @param name what it is called beside what is published
     * @param minimumSize groups of fewer members are hidden
     * @param level the name of the level that is promised
     * @param zerosPublished whether an empty group is printed as 0
     * @param minimumOutcome outcomes of fewer members are hidden
     * @param coding the name of the way in which rates are told
     * @param sizes the name of the way in which sizes are told
     * @param minimumOfChange changes are told of groups of so many members
     * @param wholePercentsBelow shares of groups of fewer members are told in whole percents
     * @param locked the axes whose own groups must be printed
     * @param impossible groups that cannot have members, by their labels
     */
    public record Rules(
            String name,
            int minimumSize,
            String level,
            boolean zerosPublished,
            int minimumOutcome,
            String coding,
            String sizes,
            int minimumOfChange,
            int wholePercentsBelow,
            List<String> locked,
            List<String> impossible) {
        /** Copies the lists. */
        public Rules {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(coding, "coding");
            Objects.requireNonNull(sizes, "sizes");
            locked = List.copyOf(locked);
            impossible = List.copyOf(impossible);
        }
    }

    /**
     * By how much a cell moves.
     *
     * @param cell the number of a cell
     * @param by how much more, or less
     */
    public record Move(int cell, long by) {}

    /**
     * How one protected cell can be small and large.
     *
     * @param low what moves when it is small
     * @param high what moves when it is large
     */
    public record Proof(List<Move> low, List<Move> high) {
        /** Copies the moves. */
        public Proof {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /** The rules and sizes; nothing of the counts. */
    @Override
    public String toString() {
        return "saved release under " + rules.name() + " of " + tallies.size() + " tallies, " + proofs.size()
                + " cells protected (secret)";
    }
}
