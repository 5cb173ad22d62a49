package org.waymark.io.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;

/** Where the columns of a profile stand in a file. */
final class TableColumns {
    /** Columns that belong together: those of one group, slice and place where a file has one column for each. */
    record Block(String group, String slice, String place) {}

    private static final List<String> MEASURES = List.of("members", "yes", "rate", "members-margin", "yes-margin");
    private static final List<String> KEYS = List.of("slice", "level", "place", "group-type", "group", "mark");

    private final Map<Block, Map<String, Integer>> blocks = new LinkedHashMap<>();
    private final Map<Profile.Entry, Integer> keys = new LinkedHashMap<>();

    TableColumns(Profile profile, List<String> headers, String source, long line, FindingLog findings) {
        for (String as : MEASURES) {
            for (Profile.Entry entry : profile.all(as)) {
                boolean found = false;
                for (int i = 0; i < headers.size(); i++) {
                    found |= measure(entry, headers.get(i), i);
                }
                if (!found && !as.endsWith("-margin")) {
                    missing(entry, source, line, findings);
                }
            }
        }
        for (String as : KEYS) {
            for (Profile.Entry entry : profile.all(as)) {
                if (!entry.header().isEmpty()) {
                    key(entry, headers, source, line, findings);
                }
            }
        }
    }

    private boolean measure(Profile.Entry entry, String header, int column) {
        for (String form : entry.header().split("\\|", -1)) {
            Matcher found = pattern(form).matcher(header.strip());
            if (found.matches()) {
                boolean fixed = !entry.as().equals("rate") && !entry.value().isEmpty();
                Block block = new Block(
                        fixed ? entry.value() : named(form, "group", found),
                        named(form, "slice", found),
                        named(form, "place", found));
                blocks.computeIfAbsent(block, b -> new LinkedHashMap<>()).putIfAbsent(entry.as(), column);
                return true;
            }
        }
        return false;
    }

    private static String named(String form, String name, Matcher found) {
        return form.contains("{" + name + "}") ? found.group(name).strip() : "";
    }

    /** Headers are compared without regard to capitals. */
    private static Pattern pattern(String form) {
        StringBuilder pattern = new StringBuilder();
        for (String part : form.split("(?=\\{)|(?<=\\})", -1)) {
            boolean name = part.startsWith("{") && part.endsWith("}");
            pattern.append(name ? "(?<" + part.substring(1, part.length() - 1) + ">.+?)" : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void key(Profile.Entry entry, List<String> headers, String source, long line, FindingLog findings) {
        for (String form : entry.header().split("\\|", -1)) {
            for (int i = 0; i < headers.size(); i++) {
                if (headers.get(i).strip().toLowerCase(Locale.ROOT).equals(form.toLowerCase(Locale.ROOT))) {
                    keys.put(entry, i);
                    return;
                }
            }
        }
        missing(entry, source, line, findings);
    }

    private static void missing(Profile.Entry entry, String source, long line, FindingLog findings) {
        findings.add(Finding.error(Reason.MISSING_COLUMN, source, line, entry.header(), "a column with this header"));
    }

    /** The measures of each block, by what they are. */
    Map<Block, Map<String, Integer>> blocks() {
        return blocks;
    }

    /** The lines of a kind whose columns are there. */
    List<Profile.Entry> there(String as) {
        return keys.keySet().stream().filter(entry -> entry.as().equals(as)).toList();
    }

    /** The column of a line; as many as there are if its header is not there. */
    int column(Profile.Entry entry) {
        return keys.getOrDefault(entry, Integer.MAX_VALUE);
    }

    /** Names by number, so that no two columns have the same. */
    static List<String> names(List<String> headers) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            names.add(String.valueOf(i));
        }
        return names;
    }
}
