package org.waymark.io.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.TextRows;

/** What a data set says of itself: its version, and which files are there in which mode. */
record Manifest(Layout layout, Map<String, Mode> modes) {
    /** Reads the manifest's rows, and holds them against the files that are there. */
    static Manifest of(TextRows rows, Bundle bundle, FindingLog findings) {
        String source = bundle.source("manifest");
        Map<String, Mode> modes = new LinkedHashMap<>();
        String version = "";
        for (TextRows.Row row : rows.rows()) {
            String property = row.get("propertyname");
            String value = row.get("value");
            if (property.equals("oneroster.version")) {
                version = value;
            } else if (property.startsWith("file.") && Layout.FILES.contains(property.substring(5))) {
                mode(property.substring(5), value, row.line(), source, modes, findings);
            }
        }
        if (!version.startsWith("1.1") && !version.startsWith("1.2")) {
            findings.add(Finding.warning(
                    Reason.WRONG_SOURCE, source, 0, "oneroster.version", "1.1 or 1.2; taken from the headers"));
        }
        Layout layout = version.startsWith("1.2") || !version.startsWith("1.1") && hasRoles(bundle) //
                ? Layout.V1_2
                : Layout.V1_1;
        for (String file : bundle.headers().keySet()) {
            if (Layout.FILES.contains(file) && !modes.containsKey(file)) {
                findings.add(Finding.warning(
                        Reason.CONTRADICTION, bundle.source(file), 0, "", "a file that the manifest names as there"));
                modes.put(file, Mode.BULK);
            }
        }
        modes.keySet().removeIf(file -> isMissing(file, bundle, findings));
        return new Manifest(layout, modes);
    }

    /** What is taken for the manifest of a data set that has none. */
    static Manifest without(Bundle bundle, FindingLog findings) {
        findings.add(Finding.warning(
                Reason.WRONG_SOURCE, "manifest.csv", 0, "", "a manifest; version and mode were taken from the files"));
        Map<String, Mode> modes = new LinkedHashMap<>();
        bundle.headers().keySet().stream().filter(Layout.FILES::contains).forEach(file -> modes.put(file, Mode.BULK));
        return new Manifest(hasRoles(bundle) ? Layout.V1_2 : Layout.V1_1, modes);
    }

    private static void mode(
            String file, String value, long line, String source, Map<String, Mode> modes, FindingLog findings) {
        switch (value) {
            case "bulk" -> modes.put(file, Mode.BULK);
            case "delta" -> modes.put(file, Mode.DELTA);
            case "absent" -> {
                // Nothing to read.
            }
            default ->
                findings.add(Finding.warning(
                        Reason.UNKNOWN_LABEL, source, line, "file." + file, "one of absent, bulk, delta"));
        }
    }

    private static boolean isMissing(String file, Bundle bundle, FindingLog findings) {
        boolean missing = !bundle.headers().containsKey(file);
        if (missing) {
            findings.add(Finding.error(
                    Reason.WRONG_SOURCE, file + ".csv", 0, "", "a file of this name, since the manifest says so"));
        }
        return missing;
    }

    private static boolean hasRoles(Bundle bundle) {
        List<String> users = bundle.headers().getOrDefault("users", List.of());
        return bundle.headers().containsKey("roles") && !users.contains("role");
    }
}
