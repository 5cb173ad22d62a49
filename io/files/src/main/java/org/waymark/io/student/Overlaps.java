package org.waymark.io.student;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waymark.core.population.Roster;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Milestone;

/** Counts spells of one student that begin before another has ended: who counts both counts the student twice. */
final class Overlaps {
    private record Spell(LocalDate start, LocalDate end) {}

    private Overlaps() {}

    static void tell(Roster roster, String source, FindingLog findings) {
        if (roster.start().isEmpty() || roster.end().isEmpty() || roster.owner().isEmpty()) {
            return;
        }
        Milestone start = roster.start().get();
        Milestone end = roster.end().get();
        long overlaps = 0;
        List<Spell> spells = new ArrayList<>();
        for (int row = 0; row < roster.size(); row++) {
            if (row > 0 && roster.ownerRow(row) != roster.ownerRow(row - 1)) {
                overlaps += overlaps(spells);
                spells.clear();
            }
            if (roster.day(start, row).isPresent()) {
                LocalDate until = roster.day(end, row).orElse(LocalDate.MAX);
                spells.add(new Spell(roster.day(start, row).get(), until));
            }
        }
        overlaps += overlaps(spells);
        if (overlaps > 0) {
            findings.add(Finding.warning(
                    Reason.CONTRADICTION,
                    source,
                    0,
                    "",
                    "spells of one student one after another; " + overlaps + " begin before another has ended"));
        }
    }

    private static long overlaps(List<Spell> spells) {
        if (spells.size() < 2) {
            return 0;
        }
        spells.sort(Comparator.comparing(Spell::start));
        long overlaps = 0;
        LocalDate until = LocalDate.MIN;
        for (Spell spell : spells) {
            overlaps += spell.start().isBefore(until) ? 1 : 0;
            until = spell.end().isAfter(until) ? spell.end() : until;
        }
        return overlaps;
    }
}
