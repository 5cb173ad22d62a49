package org.waymark.io.student;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Population;
import org.waymark.core.population.RosterBuilder;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Unit;
import org.waymark.io.internal.FieldIndex;
import org.waymark.io.internal.LongMap;
import org.waymark.io.internal.SafeText;
import org.waymark.io.internal.SourceRows;
import org.waymark.io.internal.StrictText;

/** Puts the fields of rows where the mapping says: into the students' roster, or into one whose rows have a student. */
final class StudentRows implements SourceRows {
    private final Mapping mapping;
    private final Map<String, String> crosswalk;
    private final RosterBuilder roster;
    private final Targets made;
    private final boolean own;
    private final MissingTexts missing;
    private final Wanted wanted;
    private final Set<String> understood = new LinkedHashSet<>();
    private final RowDays days = new RowDays();
    private final int earliest = (int) RowDays.EARLIEST.toEpochDay();
    private FindingLog findings;
    private boolean saysHeaders = true;
    private boolean whole;
    private @Nullable Conflicts conflicts;
    private @Nullable LongMap births;
    private @Nullable SeenIds seen;
    private LocalDate latest = LocalDate.MAX;
    private @Nullable Target[] targets = new Target[0];
    private Target.EventRow[] events = new Target.EventRow[0];
    private @Nullable RowsAtOnce atOnce;
    private int idColumn = -1;
    private boolean hasId;
    private long idHash;
    private long idNumber;
    private boolean lostId;
    private boolean bad;
    private boolean empty;
    private boolean broken;
    private String source = "";
    private long line;
    private long rowsSeen;
    private long emptyRows;
    private int batch = Integer.MAX_VALUE;
    private Runnable whenFull = () -> {};
    private LongConsumer atBlockEnd = number -> {};

    StudentRows(
            Unit unit,
            Mapping mapping,
            Map<String, String> crosswalk,
            Population.Builder builder,
            Wanted wanted,
            FindingLog findings) {
        this.mapping = mapping;
        this.wanted = wanted;
        this.missing = new MissingTexts(mapping.missing());
        this.crosswalk = crosswalk;
        this.findings = findings;
        this.roster = builder.roster(unit);
        this.own = unit.equals(Unit.STUDENT);
        this.made = new Targets(mapping, builder, roster, wanted, this::understood);
        if (!own) {
            roster.owners();
        } else {
            made.ownIds();
        }
    }

    /** Says once how something under a header was understood. */
    private void understood(String header, String how) {
        if (understood.add(header + ": " + how)) {
            findings.add(Finding.note(Reason.UNDERSTOOD_AS, source, line, header, how));
        }
    }

    /** How many rows stand that nobody has taken yet. */
    int size() {
        return roster.size();
    }

    /** What is said from now on goes here. */
    void log(FindingLog log) {
        findings = log;
    }

    /** Takes over what another has seen of the same source. */
    void absorb(StudentRows other) {
        rowsSeen += other.rowsSeen;
        emptyRows += other.emptyRows;
    }

    /** Calls somebody whenever so many students stand, who takes them out of the builder. */
    void inBatches(int size, Runnable full) {
        batch = size;
        whenFull = full;
    }

    /** Tells somebody whenever the rows of a block of a file have come, by its number: of several threads each has some blocks. */
    void inBlocks(LongConsumer blockEnd) {
        atBlockEnd = blockEnd;
    }

    @Override
    public void endBlock(long number) {
        atBlockEnd.accept(number);
    }

    /** Leaves out every row in which something is wrong, and those of ids whose rows contradict each other. */
    void wholeRows(Conflicts known) {
        whole = true;
        conflicts = known;
    }

    /** Nobody is born after this day. */
    void latest(LocalDate day) {
        latest = day;
    }

    /** Keeps the students' birth dates here, or looks them up if these are not students. */
    void births(LongMap known) {
        births = known;
    }

    /** Notes the ids of all rows that stand. */
    void seen(@Nullable SeenIds ids) {
        seen = ids;
    }

    /** Whether one of the sources was not what it should be. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void source(String name) {
        source = name;
        roster.source(name);
        targets = new Target[0];
        atOnce = null;
        understood.clear();
        rowsSeen = 0;
        emptyRows = 0;
    }

    /** Says so if the source had headers and nothing below them. */
    @Override
    public void finish() {
        if (targets.length > 0 && rowsSeen == 0 && !broken) {
            findings.add(Finding.warning(Reason.WRONG_SOURCE, source, line, "", "rows below the headers"));
        }
        if (emptyRows > 0) {
            findings.add(Finding.note(
                    Reason.UNDERSTOOD_AS, source, 0, "", emptyRows + " rows of empty fields were passed over"));
        }
    }

    @Override
    public void broken() {
        broken = true;
    }

    @Override
    public List<String> declared() {
        return mapping.columns().stream().map(ColumnMapping::primaryHeader).toList();
    }

    @Override
    public int declared(String name) {
        return mapping.indexOf(name);
    }

    /** Another, who reads other rows of the same sources, says what is to be said of their headers. */
    void leaveHeadersTo(StudentRows other) {
        saysHeaders = other == this;
    }

    @Override
    public void headers(List<String> headers, long headerLine) {
        FindingLog log = findings;
        findings = saysHeaders ? log : new FindingLog();
        match(headers, headerLine);
        findings = log;
        boolean plain = own && births == null && conflicts == null && crosswalk.isEmpty();
        atOnce = plain ? RowsAtOnce.of(roster, targets, idColumn, missing, seen, latest) : null;
    }

    @Override
    public boolean readsAtOnce() {
        return atOnce != null;
    }

    @Override
    public void read(FieldIndex index, int from, int to) {
        requireNonNull(atOnce).read(index, from, to);
    }

    @Override
    public void take(int from, int to) {
        requireNonNull(atOnce).take(from, to);
        rowsSeen += to - from;
        if (roster.size() >= batch) {
            whenFull.run();
        }
    }

    private void match(List<String> headers, long headerLine) {
        line = headerLine;
        targets = new Target[headers.size()];
        idColumn = -1;
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String normal = ColumnMapping.normal(headers.get(i));
            if (places.putIfAbsent(normal, i) != null && !normal.isEmpty()) {
                repeated(headers.get(i), i);
            }
        }
        Set<Integer> read = new LinkedHashSet<>();
        for (ColumnMapping column : mapping.columns()) {
            Integer place = column.normalHeaders().stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (place == null) {
                error(Reason.MISSING_COLUMN, column.header(), "a column with this header");
                broken = true;
                continue;
            }
            read.add(place);
            targets[place] = wanted.columns().test(column) ? made.target(column) : null;
            if (column.role() == ColumnMapping.Role.ID) {
                idColumn = place;
            }
        }
        events = made.events().toArray(new Target.EventRow[0]);
        int unread = headers.size() - read.size();
        if (unread > 0) {
            findings.add(Finding.note(
                    Reason.UNREAD_COLUMNS, source, line, "", unread + " columns that the mapping does not name"));
        }
    }

    private void repeated(String header, int place) {
        boolean mapped = mapping.indexOf(header) >= 0;
        broken |= mapped;
        findings.add(
                mapped
                        ? Finding.error(
                                Reason.REPEATED_COLUMN,
                                source,
                                line,
                                SafeText.name(header),
                                "each header once; the first of these columns is read")
                        : Finding.warning(
                                Reason.REPEATED_COLUMN, source, line, SafeText.place(place), "each header once"));
    }

    @Override
    public boolean wants(int column) {
        return targets[column] != null;
    }

    @Override
    public void passedOver() {
        empty = false;
    }

    @Override
    public void begin(long rowLine) {
        line = rowLine;
        hasId = false;
        lostId = false;
        bad = false;
        empty = true;
        days.clear();
        rowsSeen++;
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && StrictText.isSpace(text[start])) {
            start++;
        }
        while (end > start && StrictText.isSpace(text[end - 1])) {
            end--;
        }
        if (start == end) {
            return;
        }
        empty = false;
        Target target = targets[column];
        if (target == null) {
            return;
        }
        if (end - start < to - from && (target.isLabel() || column == idColumn)) {
            trimmed(target);
        }
        if (column == idColumn) {
            id(target, text, start, end, from, to);
        } else {
            put(target, text, start, end);
        }
    }

    private void trimmed(Target target) {
        if (!target.saidTrimmed) {
            target.saidTrimmed = true;
            understood(target.header, "white space around texts was passed over");
        }
    }

    private void id(Target target, char[] text, int start, int end, int from, int to) {
        hasId = true;
        if (target.form != null
                && !target.form.matcher(new String(text, from, to - from)).matches()) {
            wrong(target, text, start, end);
        }
        String known = crosswalk.isEmpty() ? null : crosswalk.get(new String(text, start, end - start));
        char[] written = known == null ? text : known.toCharArray();
        int first = known == null ? start : 0;
        int last = known == null ? end : written.length;
        if (seen != null) {
            idNumber = SeenIds.number(written, first, last);
        }
        if (births != null || conflicts != null) {
            idHash = LongMap.hash(written, first, last);
        }
        target.sink.put(written, first, last);
    }

    private void put(Target target, char[] text, int from, int to) {
        if (target.leavesMissing() && missing.has(text, from, to)) {
            return;
        }
        if (target.event != null) {
            target.event.isThere = true;
        }
        boolean understood =
                target.decimalComma ? target.sink.put(withPoint(text, from, to)) : target.sink.put(text, from, to);
        if (!understood) {
            wrong(target, text, from, to);
        } else if (target.day != Target.Day.NONE) {
            days.add(target);
        }
    }

    /** A number with a decimal comma as one with a point; what has a point already is no such number. */
    private static String withPoint(char[] text, int from, int to) {
        String written = new String(text, from, to - from);
        return written.indexOf('.') >= 0 ? "?" : written.replace(',', '.');
    }

    private void wrong(Target target, char[] text, int from, int to) {
        String raw = new String(text, from, to - from);
        boolean serial = target.isDay() && raw.matches("[0-9]{5}(\\.[0-9]+)?");
        bad = true;
        findings.add(Finding.error(
                        target.reason,
                        source,
                        line,
                        target.header,
                        target.expected + (serial ? ", not the day number of a spreadsheet" : ""))
                .withRaw(raw));
    }

    @Override
    public void bare(int column, char[] text, int from, int to) {
        Target target = targets[column];
        if (target != null && column == idColumn && !isExact(text, from, to)) {
            error(target.reason, target.header, "an id as text; a number of this size has lost digits");
            lostId = true;
        } else if (target != null && whole && !target.isNumber()) {
            error(target.reason, target.header, "text, no number and no truth value");
            bad = true;
            hasId |= column == idColumn;
        } else if (target != null && column == idColumn && !target.saidBare) {
            target.saidBare = true;
            findings.add(Finding.warning(
                    Reason.UNDERSTOOD_AS,
                    source,
                    line,
                    target.header,
                    "ids held as text; these are held as numbers, so zeros in front are lost"));
        }
        field(column, text, from, to);
    }

    private static boolean isExact(char[] text, int from, int to) {
        boolean digits = to - from <= 15;
        for (int i = from; i < to; i++) {
            digits &= text[i] >= '0' && text[i] <= '9';
        }
        return digits;
    }

    @Override
    public void unfit(int column) {
        lostId |= column == idColumn;
        bad = true;
        empty = false;
    }

    @Override
    public void end(long rowLine, int fields) {
        if (fields != targets.length) {
            error(Reason.RAGGED_ROW, "", "as many fields as headers; the row was left out");
            drop();
            return;
        }
        if (empty && fields > 1) {
            emptyRows++;
            drop();
            return;
        }
        if (!hasId || lostId) {
            if (idColumn >= 0 && !lostId) {
                error(Reason.MISSING_VALUE, header(idColumn), "an id; the row was left out");
            }
            drop();
            return;
        }
        compareDays();
        if (conflicts != null && own && conflicts.has(idHash)) {
            bad = true;
            error(
                    Reason.CONTRADICTION,
                    header(idColumn),
                    "an id whose rows all say the same; every row with it was left out");
        }
        if (whole && bad) {
            drop();
            return;
        }
        stand();
    }

    private void stand() {
        for (Target.EventRow event : events) {
            if (event.isThere) {
                event.isThere = false;
                Optional<Reason> withdrawn = event.roster.endRow(line);
                if (withdrawn.isPresent()) {
                    withdrawn(withdrawn.get(), "");
                }
            }
        }
        if (seen != null) {
            seen.add(idNumber);
        }
        Optional<Reason> withdrawn = roster.endRow(line);
        if (withdrawn.isEmpty() && own && births != null && days.birth() != RowDays.NONE) {
            births.putIfAbsent(idHash, days.birth());
        }
        if (roster.size() >= batch) {
            whenFull.run();
        }
        if (withdrawn.isPresent()) {
            withdrawn(withdrawn.get(), header(idColumn));
        }
    }

    private void withdrawn(Reason why, String column) {
        if (why == Reason.CONTRADICTION) {
            error(why, header(Target.Day.END), "a spell that does not end before it starts; the spell was left out");
        } else if (whole) {
            findings.add(Finding.warning(
                    why,
                    source,
                    line,
                    column,
                    "an id that no row before has; this row says the same and is counted once"));
        } else {
            error(why, column, "an id that no row before has; the row was left out");
        }
    }

    /** A day that cannot be is an error where rows are left out for it, and a doubt where they are kept. */
    private void compareDays() {
        int birth = days.birth();
        if (birth != RowDays.NONE && (birth < earliest || birth > latest.toEpochDay())) {
            doubt(
                    Reason.OUT_OF_RANGE,
                    header(Target.Day.BIRTH),
                    "a day from " + RowDays.EARLIEST + " to the as-of day");
        }
        if (!own && births != null) {
            long known = births.get(idHash);
            birth = known == LongMap.NOTHING ? RowDays.NONE : (int) known;
        }
        for (int i = 0; i < days.size() && birth != RowDays.NONE; i++) {
            if (days.day(i) < birth) {
                doubt(Reason.CONTRADICTION, days.target(i).header, "a day not before the birth date");
            }
        }
        int start = days.find(Target.Day.START);
        int end = days.find(Target.Day.END);
        // Where rows are kept, the roster itself withdraws a spell that ends before it starts.
        if (whole && start != RowDays.NONE && end != RowDays.NONE && end < start) {
            doubt(Reason.CONTRADICTION, header(Target.Day.END), "a day not before the one on which it began");
        }
    }

    private void doubt(Reason reason, String header, String expected) {
        Severity severity = whole ? Severity.ERROR : Severity.WARNING;
        findings.add(
                severity == Severity.ERROR
                        ? Finding.error(reason, source, line, header, expected)
                        : Finding.warning(reason, source, line, header, expected));
        bad = true;
    }

    private void error(Reason reason, String header, String expected) {
        findings.add(Finding.error(reason, source, line, header, expected));
    }

    @Override
    public void refused(long rowLine) {
        drop();
    }

    private String header(int column) {
        Target target = targets[column];
        return target == null ? "" : target.header;
    }

    private String header(Target.Day day) {
        for (Target target : targets) {
            if (target != null && target.day == day) {
                return target.header;
            }
        }
        return "";
    }

    private void drop() {
        for (Target.EventRow event : events) {
            event.isThere = false;
        }
        roster.dropRow();
    }
}
