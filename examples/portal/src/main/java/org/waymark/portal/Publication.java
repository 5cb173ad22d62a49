package org.waymark.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;

/**
 * Everything that the portal can tell. It holds public tables, which only a release or a citation can issue, and nothing of
 * which they were made.
 *
 * @param catalogue the indicators of the field
 * @param scorecards how the goals stand, by class
 * @param figures what the grid declares
 */
record Publication(PublicTable catalogue, Map<Integer, PublicTable> scorecards, Map<Asked, PublicTable> figures) {

    /** The table that is asked for, if it is on the grid. */
    Optional<PublicTable> find(Asked asked) {
        return Optional.ofNullable(figures.get(asked));
    }

    /** How the goals of a class stand, if it is on the grid. */
    Optional<PublicTable> find(Asked.OfClass asked) {
        return Optional.ofNullable(scorecards.get(asked.classOf()));
    }

    /** Every table that comes from a release. */
    List<PublicTable> released() {
        List<PublicTable> all = new ArrayList<>(scorecards.values());
        all.addAll(figures.values());
        return all;
    }

    /** SHA-256 of the digests of all tables, in hexadecimal: it changes when anything that is told changes. */
    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(catalogue.statement().digest().getBytes(StandardCharsets.US_ASCII));
            for (PublicTable table : released()) {
                sha.update(table.statement().digest().getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /**
     * What was released, for those who want to know what they read.
     *
     * @param digest of all that is told
     * @param tables each table
     */
    record Note(String digest, List<Told> tables) {}

    /**
     * One table.
     *
     * @param title what it shows
     * @param statement the claim that stands beside it
     */
    record Told(String title, Statement statement) {}

    /** The list of what was released. */
    Note note() {
        return new Note(
                digest(),
                released().stream()
                        .map(table -> new Told(table.title(), table.statement()))
                        .toList());
    }
}
