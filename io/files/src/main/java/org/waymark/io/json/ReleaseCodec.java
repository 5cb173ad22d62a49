package org.waymark.io.json;

import java.util.ArrayList;
import java.util.List;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/** Saved releases as JSON and back. A proof is two lists of numbers: a cell, by how much it moves, the next cell, and so on. */
final class ReleaseCodec {
    static final Envelope<SavedRelease> ENVELOPE =
            new Envelope<>("release", 1, ReleaseCodec::write, ReleaseCodec::release);

    private ReleaseCodec() {}

    private static Node.Obj write(SavedRelease release) {
        SavedRelease.Rules rules = release.rules();
        return Node.object()
                .with("forAnalysts", "a release with its proof, as secret as the counts")
                .with(
                        "rules",
                        Node.object()
                                .with("name", rules.name())
                                .with("minimumSize", rules.minimumSize())
                                .with("level", rules.level())
                                .with("zerosPublished", Node.truth(rules.zerosPublished()))
                                .with("minimumOutcome", rules.minimumOutcome())
                                .with("coding", rules.coding())
                                .with("sizes", rules.sizes())
                                .with("minimumOfChange", rules.minimumOfChange())
                                .with("wholePercentsBelow", rules.wholePercentsBelow())
                                .with("locked", Node.texts(rules.locked()))
                                .with("impossible", Node.texts(rules.impossible())))
                .with("tallies", Node.list(release.tallies(), TallyCodec.ENVELOPE::write))
                .with(
                        "hidden",
                        numbers(release.hidden().stream()
                                .mapToLong(unit -> unit)
                                .toArray()))
                .with(
                        "proofs",
                        Node.list(
                                release.proofs(),
                                proof -> Node.object()
                                        .with("low", moves(proof.low()))
                                        .with("high", moves(proof.high()))));
    }

    /** An empty list of numbers is a list of nothing. */
    private static Node numbers(long[] values) {
        return values.length == 0 ? Node.texts(List.of()) : Node.numbers(values);
    }

    private static Node moves(List<SavedRelease.Move> moves) {
        long[] values = new long[2 * moves.size()];
        for (int k = 0; k < moves.size(); k++) {
            values[2 * k] = moves.get(k).cell();
            values[2 * k + 1] = moves.get(k).by();
        }
        return numbers(values);
    }

    private static SavedRelease release(Place at) {
        at.object(Envelope.and("forAnalysts", "rules", "tallies", "hidden", "proofs"));
        Place rules = at.at("rules")
                .object(
                        "name",
                        "minimumSize",
                        "level",
                        "zerosPublished",
                        "minimumOutcome",
                        "coding",
                        "sizes",
                        "minimumOfChange",
                        "wholePercentsBelow",
                        "locked",
                        "impossible");
        return new SavedRelease(
                new SavedRelease.Rules(
                        rules.at("name").text(),
                        (int) rules.at("minimumSize").whole(2, Integer.MAX_VALUE),
                        rules.at("level").text(),
                        rules.at("zerosPublished").truth(),
                        (int) rules.at("minimumOutcome").whole(1, Integer.MAX_VALUE),
                        rules.at("coding").text(),
                        rules.at("sizes").text(),
                        (int) rules.at("minimumOfChange").whole(2, Integer.MAX_VALUE),
                        (int) rules.at("wholePercentsBelow").whole(0, Integer.MAX_VALUE),
                        rules.at("locked").texts(),
                        rules.at("impossible").texts()),
                at.at("tallies").list(TallyCodec.ENVELOPE.reading()),
                at.at("hidden").list(JsonTree.MOST_NUMBERS, unit -> (int) unit.whole(0, Integer.MAX_VALUE)),
                at.at("proofs").list(JsonTree.MOST_NODES, ReleaseCodec::proof));
    }

    private static SavedRelease.Proof proof(Place at) {
        at.object("low", "high");
        return new SavedRelease.Proof(moves(at.at("low")), moves(at.at("high")));
    }

    private static List<SavedRelease.Move> moves(Place at) {
        List<Long> values = at.list(JsonTree.MOST_NUMBERS, number -> number.whole(-TallyCodec.MOST, TallyCodec.MOST));
        List<SavedRelease.Move> moves = new ArrayList<>();
        if (values.size() % 2 != 0) {
            at.wrong(Reason.CONTRADICTION, "pairs of a cell and by how much it moves");
        }
        for (int k = 0; k + 1 < values.size(); k += 2) {
            long cell = values.get(k);
            if (cell < 0 || cell > Integer.MAX_VALUE) {
                at.wrong(Reason.OUT_OF_RANGE, "numbers of cells from 0 on");
                return List.of();
            }
            moves.add(new SavedRelease.Move((int) cell, values.get(k + 1)));
        }
        return moves;
    }
}
