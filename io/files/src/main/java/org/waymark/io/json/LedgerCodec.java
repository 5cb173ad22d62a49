package org.waymark.io.json;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.Statement;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/**
 * Entries of a ledger as JSON and back. Cells that share the beginning of their name stand together: the beginning once, the rest
 * of each, and the number that was printed, or -1 for one that is hidden.
 */
final class LedgerCodec {
    static final Envelope<Ledger.Entry> ENVELOPE =
            new Envelope<>("ledger entry", 1, LedgerCodec::write, LedgerCodec::entry);

    private static final long HIDDEN = -1;

    private LedgerCodec() {}

    private static Node.Obj write(Ledger.Entry entry) {
        List<Node> blocks = new ArrayList<>();
        List<Ledger.Fact> facts = entry.facts();
        for (int from = 0; from < facts.size(); ) {
            String within = within(facts.get(from).cell());
            int until = from;
            while (until < facts.size() && within(facts.get(until).cell()).equals(within)) {
                until++;
            }
            blocks.add(block(within, facts.subList(from, until)));
            from = until;
        }
        return Node.object()
                .with("id", entry.id())
                .with("digest", entry.digest())
                .with("policy", entry.policy())
                .with("status", Words.of(entry.status()))
                .with("instead", entry.instead())
                .with("about", Node.texts(entry.about()))
                .with("facts", Node.list(blocks, block -> block));
    }

    private static Node block(String within, List<Ledger.Fact> facts) {
        long[] printed =
                facts.stream().mapToLong(fact -> fact.printed().orElse(HIDDEN)).toArray();
        return Node.object()
                .with("within", within)
                .with("cells", Node.list(facts, fact -> Node.text(fact.cell().substring(within.length()))))
                .with("printed", Node.numbers(printed));
    }

    /** All but the last two parts of a name: the groups and the state. */
    private static String within(String cell) {
        int state = cell.lastIndexOf('|');
        int groups = state < 0 ? -1 : cell.lastIndexOf('|', state - 1);
        return cell.substring(0, groups + 1);
    }

    private static Ledger.Entry entry(Place at) {
        at.object(Envelope.and("id", "digest", "policy", "status", "instead", "about", "facts"));
        String id = at.at("id").text();
        String digest = at.at("digest").text();
        String policy = at.at("policy").text();
        Statement.Status status = at.at("status").oneOf(Statement.Status.values());
        String instead = at.at("instead").text();
        List<String> about = at.at("about").texts();
        List<Ledger.Fact> facts = new ArrayList<>();
        at.at("facts").list(JsonTree.MOST_NODES, LedgerCodec::block).forEach(facts::addAll);
        return at.make(
                () -> new Ledger.Entry(id, digest, policy, status, instead, about, facts),
                "a digest of 64 hexadecimal digits, and another entry's name where one is superseded or withdrawn, and only there",
                new Ledger.Entry("", "", "", Statement.Status.PUBLISHED, "", List.of(), List.of()));
    }

    private static List<Ledger.Fact> block(Place at) {
        at.object("within", "cells", "printed");
        String within = at.at("within").text();
        List<String> cells = at.at("cells").list(JsonTree.MOST_NODES, Place::text);
        long[] printed = at.at("printed").wholes(cells.size(), HIDDEN, TallyCodec.MOST);
        List<Ledger.Fact> facts = new ArrayList<>();
        for (int i = 0; i < Math.min(printed.length, cells.size()); i++) {
            facts.add(new Ledger.Fact(
                    within + cells.get(i), printed[i] == HIDDEN ? OptionalLong.empty() : OptionalLong.of(printed[i])));
        }
        return facts;
    }
}
