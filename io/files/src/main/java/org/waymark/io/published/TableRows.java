package org.waymark.io.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.HeadedRows;

/** Takes the rows of a published table apart into cells, as its profile says. */
final class TableRows implements HeadedRows.Reading {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}(\\.0+)?");

    private final Profile profile;
    private final String source;
    private final FindingLog findings;
    private final List<Mark> marks;
    private final Map<String, String> axes;
    private final Map<String, String> labels;
    private final List<String> totals;
    private final List<String> missing;
    private final List<DraftCell> cells = new ArrayList<>();
    private final Indents indents = new Indents();
    private final boolean indented;
    private final boolean counts;
    private final boolean percent;
    private final Identities identities;
    private @Nullable TableColumns columns;
    private List<SumIdentity> sums = List.of();
    private long line;

    TableRows(Profile profile, String source, FindingLog findings, Identities identities) {
        this.profile = profile;
        this.identities = identities;
        this.source = source;
        this.findings = findings;
        this.marks = profile.marks();
        this.axes = profile.meanings("axis");
        this.labels = profile.meanings("label");
        this.totals = profile.all("total").stream().map(Profile.Entry::value).toList();
        this.missing = profile.all("missing").stream().map(Profile.Entry::value).toList();
        this.indented = !profile.all("indent").isEmpty();
        this.counts = profile.all("yes").isEmpty() && profile.all("rate").isEmpty();
        this.percent =
                profile.first("rate").filter(e -> e.value().equals("percent")).isPresent();
    }

    List<DraftCell> cells() {
        return cells;
    }

    @Override
    public List<String> names(List<String> headers, long headerLine) {
        columns = new TableColumns(profile, headers, source, headerLine, findings);
        sums = profile.all("identity").stream()
                .flatMap(entry -> SumIdentity.in(headers, entry).stream())
                .toList();
        return TableColumns.names(headers);
    }

    @Override
    public void row(HeadedRows.Row row) {
        TableColumns there = columns;
        if (there == null) {
            return;
        }
        line = row.line();
        if (indented) {
            boolean heading = there.blocks().values().stream()
                    .allMatch(block -> block.values().stream()
                            .allMatch(column -> text(row, column).isEmpty()));
            indents.row(there.there("group").isEmpty() ? "" : key(row, there, "group"), heading);
            if (heading) {
                return;
            }
        }
        look(row, there);
        there.blocks().forEach((block, measures) -> {
            Optional<Map<String, String>> place = place(row, there, block);
            if (place.isPresent()) {
                cell(row, there, block, measures, place.get());
            }
        });
    }

    /** Looks for what the columns of a row must add up to; in a row that shows its counts one that is not there is 0. */
    private void look(HeadedRows.Row row, TableColumns there) {
        String written = key(row, there, "mark");
        boolean shown = marks.stream()
                .anyMatch(mark -> mark.read(written).filter(Mark.Said::shown).isPresent());
        for (SumIdentity sum : sums) {
            sum.look(column -> number(text(row, column).strip(), shown), identities, line);
        }
    }

    private OptionalLong number(String text, boolean shown) {
        String digits = text.replace(",", "");
        if (WHOLE.matcher(digits).matches()) {
            return OptionalLong.of(new BigDecimal(digits).longValueExact());
        }
        boolean nothing = text.isEmpty() || missing.contains(text);
        return nothing && shown ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static String text(HeadedRows.Row row, int column) {
        return row.get(String.valueOf(column));
    }

    private static String key(HeadedRows.Row row, TableColumns there, String as) {
        List<Profile.Entry> entries = there.there(as);
        return entries.isEmpty() ? "" : text(row, there.column(entries.get(0)));
    }

    private String slice(HeadedRows.Row row, TableColumns there, TableColumns.Block block) {
        StringBuilder slice = new StringBuilder(block.slice());
        for (Profile.Entry entry : there.there("slice")) {
            slice.append(slice.length() == 0 ? "" : " ").append(text(row, there.column(entry)));
        }
        return slice.toString();
    }

    /** The axis and id of the place; empty if the row is of a level that the profile does not know. */
    private Optional<Map<String, String>> place(HeadedRows.Row row, TableColumns there, TableColumns.Block block) {
        String level = key(row, there, "level");
        for (Profile.Entry entry : profile.all("place")) {
            if (entry.value().equalsIgnoreCase(level)) {
                Map<String, String> place = new LinkedHashMap<>();
                if (!entry.means().isEmpty()) {
                    String id = entry.header().isEmpty() ? block.place() : text(row, there.column(entry));
                    if (id.isEmpty()) {
                        findings.add(Finding.error(
                                Reason.MISSING_VALUE,
                                source,
                                line,
                                entry.header(),
                                "the id of a place; the row was left out"));
                        return Optional.empty();
                    }
                    place.put(entry.means(), id);
                }
                return Optional.of(place);
            }
        }
        if (profile.all("place").isEmpty()) {
            return Optional.of(new LinkedHashMap<>());
        }
        List<String> known =
                profile.all("place").stream().map(Profile.Entry::value).toList();
        findings.add(Finding.error(
                Reason.UNKNOWN_LABEL,
                source,
                line,
                "",
                "a level of places, one of " + known + "; the row was left out"));
        return Optional.empty();
    }

    private void cell(
            HeadedRows.Row row,
            TableColumns there,
            TableColumns.Block block,
            Map<String, Integer> measures,
            Map<String, String> place) {
        Map<String, String> where = new LinkedHashMap<>(place);
        if (indented) {
            if (!indents.axis().isEmpty()) {
                where.put(indents.axis(), indents.label());
            }
        } else {
            String group = block.group().isEmpty() ? key(row, there, "group") : block.group();
            group(key(row, there, "group-type"), group, where);
        }
        Reading reading = new Reading();
        Optional<Long> members = reading.count(row, measures, "members");
        Optional<Long> yes = counts ? members : reading.count(row, measures, "yes");
        Optional<BigDecimal> rate = reading.rate(row, measures);
        String mark = key(row, there, "mark");
        if (!mark.isEmpty()) {
            reading.mark(mark, "");
        }
        boolean empty = members.isEmpty() && yes.isEmpty() && rate.isEmpty() && reading.said.isEmpty();
        if (!empty && reading.said.stream().noneMatch(Mark.Said::none)) {
            cells.add(new DraftCell(
                    slice(row, there, block),
                    place,
                    where,
                    members,
                    yes,
                    rate,
                    reading.said,
                    new PublishedCell.Margins(
                            reading.margin(row, measures, "members-margin"),
                            reading.margin(row, measures, "yes-margin")),
                    line));
        }
    }

    private void group(String type, String group, Map<String, String> where) {
        if (group.isEmpty() || totals.contains(group)) {
            return;
        }
        // The profile may say "axis=label"; what stands in the file is a label and nothing else.
        String means = labels.getOrDefault(group, "");
        int equals = means.indexOf('=');
        String axis = equals > 0 ? means.substring(0, equals) : axes.getOrDefault(type, Indents.slug(type));
        where.put(axis, means.isEmpty() ? group : means.substring(equals + 1));
    }

    /** Reads the measures of one cell, and collects what marks among them say. */
    private final class Reading {
        private final List<Mark.Said> said = new ArrayList<>();

        private String measure(HeadedRows.Row row, Map<String, Integer> measures, String as) {
            Integer column = measures.get(as);
            String text = column == null ? "" : text(row, column).strip();
            return missing.contains(text) ? "" : text;
        }

        Optional<Long> count(HeadedRows.Row row, Map<String, Integer> measures, String as) {
            String text = measure(row, measures, as);
            OptionalLong number = number(text, false);
            if (number.isPresent()) {
                return Optional.of(number.getAsLong());
            }
            if (!text.isEmpty()) {
                mark(text, as);
            }
            return Optional.empty();
        }

        Optional<BigDecimal> rate(HeadedRows.Row row, Map<String, Integer> measures) {
            String text = measure(row, measures, "rate");
            boolean sign = text.endsWith("%");
            String digits = sign ? text.substring(0, text.length() - 1).strip() : text;
            if (digits.matches("\\d{1,3}(\\.\\d{1,15})?|\\.\\d{1,15}")) {
                BigDecimal number = new BigDecimal(digits).movePointLeft(sign || percent ? 2 : 0);
                if (number.compareTo(BigDecimal.ONE) <= 0) {
                    return Optional.of(number);
                }
            }
            if (!text.isEmpty()) {
                mark(text, "rate");
            }
            return Optional.empty();
        }

        Optional<Long> margin(HeadedRows.Row row, Map<String, Integer> measures, String as) {
            String digits = measure(row, measures, as)
                    .replace("±", "")
                    .replace("+/-", "")
                    .replace(",", "");
            return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
        }

        void mark(String text, String column) {
            for (Mark mark : marks) {
                Optional<Mark.Said> read = mark.read(text);
                if (read.isPresent()) {
                    said.add(read.get());
                    return;
                }
            }
            findings.add(Finding.warning(
                    Reason.UNKNOWN_LABEL,
                    source,
                    line,
                    column.toLowerCase(Locale.ROOT),
                    "a number, or a mark that the profile knows; taken as hidden"));
            said.add(Mark.Said.NOTHING);
        }
    }
}
