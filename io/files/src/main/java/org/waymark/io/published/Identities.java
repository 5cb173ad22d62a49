package org.waymark.io.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** How often each identity of a table was looked for and held; what broke is told by name, never by its numbers. */
final class Identities {
    private static final class Counted {
        private long held;
        private long broken;
    }

    private record Key(String name, String identity) {}

    private final String source;
    private final FindingLog findings;
    private final Map<Key, Counted> counted = new LinkedHashMap<>();

    Identities(String source, FindingLog findings) {
        this.source = source;
        this.findings = findings;
    }

    /** One place where an identity was looked for. */
    void looked(String name, String identity, boolean holds, long line, String column, String thatIsTaken) {
        Counted count = counted.computeIfAbsent(new Key(name, identity), key -> new Counted());
        if (holds) {
            count.held++;
            return;
        }
        count.broken++;
        findings.add(Finding.warning(
                Reason.CONTRADICTION,
                source,
                line,
                column,
                "the identity \"" + name + "\" to hold: " + identity + "; " + thatIsTaken));
    }

    List<IdentityCheck> checks() {
        List<IdentityCheck> checks = new ArrayList<>();
        counted.forEach(
                (key, count) -> checks.add(new IdentityCheck(key.name(), key.identity(), count.held, count.broken)));
        return checks;
    }
}
