package org.waymark.io.published;

import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.tally.Tally;
import org.waymark.io.internal.AnyFile;
import org.waymark.io.internal.DelimitedText;
import org.waymark.io.internal.FileDay;
import org.waymark.io.internal.HeadedRows;
import org.waymark.io.progress.Progress;

/**
 * Published tables, read into tallies by a {@link Profile}: what measures of one's own can be held against.
 *
 * <p>A masked cell is an interval, never 0: a count below ten lies between 1 and 9, a rate above 95 % of a cohort that is
 * hidden between what that allows of the fewest and the most members that the place has. The identities of a table are looked
 * for: that printed rates are those of printed counts, that groups of which nobody stands in two add up to everybody, and the
 * sums that the profile names; one that is broken is told by its name, the numbers stay as they were printed, and {@link
 * PublishedTables#checks()} says how often each held. Estimates of surveys are taken as counts, with their margins of error beside them in the cells.
 *
 * <pre>{@code
 * Loaded<PublishedTables> ospi = Published.reader(Profile.OSPI_GRADUATION).asOf(day).read(path);
 * Tally four = ospi.value().tally("2019 Four Year");
 * }</pre>
 */
public final class Published {
    private Published() {}

    /** Starts a reader of tables laid out as a profile says. */
    public static Reader reader(Profile profile) {
        return new Reader(profile);
    }

    /** Collects what is to be known beforehand, then reads. */
    public static final class Reader {
        private final Profile profile;
        private @Nullable LocalDate asOf;
        private Progress progress = Progress.NONE;

        private Reader(Profile profile) {
            this.profile = Objects.requireNonNull(profile, "profile");
        }

        /** The day of which the data speaks. Without it, the day on which the file was last changed, with a finding. */
        public Reader asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /** Tells a listener how far the reading has come. */
        public Reader progress(Progress listener) {
            progress = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Reads a table; what is wrong is told, and the rest loads.
         *
         * @throws IOException if the file cannot be read at all
         */
        public Loaded<PublishedTables> read(Path path) throws IOException {
            FindingLog findings = new FindingLog();
            String source = String.valueOf(path.getFileName());
            LocalDate day = FileDay.of(asOf, findings, path);
            Identities identities = new Identities(source, findings);
            TableRows rows = new TableRows(profile, source, findings, identities);
            read(path, source, rows, findings);
            List<PublishedCell> cells = new ArrayList<>();
            Map<String, Tally> tallies = new LinkedHashMap<>();
            Map<String, List<DraftCell>> slices = new LinkedHashMap<>();
            rows.cells()
                    .forEach(cell -> slices.computeIfAbsent(cell.slice(), s -> new ArrayList<>())
                            .add(cell));
            slices.forEach((slice, drafts) -> {
                Map<Map<String, String>, Long> mostAt = new LinkedHashMap<>();
                long most = 0;
                for (DraftCell draft : drafts) {
                    most = Math.max(most, draft.shownMembers().orElse(0L));
                    if (draft.isTotal() && draft.shownMembers().isPresent()) {
                        mostAt.put(draft.place(), draft.shownMembers().get());
                    }
                }
                List<PublishedCell> own = cells(drafts, mostAt, most, source, findings, identities);
                GroupSums.look(own, places(), axes(), identities);
                cells.addAll(own);
                tallies.put(slice, new Tallies(profile, day).of(slice, own, mostAt, most));
            });
            String citation = profile.means("citation").orElse("");
            return new Loaded<>(
                    new PublishedTables(profile.name(), citation, cells, tallies, identities.checks()),
                    findings.findings());
        }

        private Set<String> places() {
            return profile.all("place").stream()
                    .map(Profile.Entry::means)
                    .filter(axis -> !axis.isEmpty())
                    .collect(Collectors.toSet());
        }

        private List<String> axes() {
            return profile.all("disjoint").stream().map(Profile.Entry::means).toList();
        }

        private List<PublishedCell> cells(
                List<DraftCell> drafts,
                Map<Map<String, String>, Long> mostAt,
                long most,
                String source,
                FindingLog findings,
                Identities identities) {
            Optional<Profile.Entry> rounding = profile.first("rounding");
            int places = rounding.map(entry -> Integer.parseInt(entry.value())).orElse(4);
            RoundingMode mode =
                    rounding.filter(entry -> entry.means().equals("half up")).isPresent()
                            ? RoundingMode.HALF_UP
                            : RoundingMode.HALF_EVEN;
            Set<Map<String, String>> seen = new LinkedHashSet<>();
            List<PublishedCell> cells = new ArrayList<>();
            for (DraftCell draft : drafts) {
                if (!seen.add(draft.labels())) {
                    findings.add(Finding.error(
                            Reason.DUPLICATE_ID,
                            source,
                            draft.line(),
                            "",
                            "each place and group once in a table; the row was left out"));
                } else if (draft.isContradictory()) {
                    findings.add(Finding.error(
                            Reason.CONTRADICTION,
                            source,
                            draft.line(),
                            "",
                            "the identity \"part\" to hold: successes <= members; the row was left out"));
                } else {
                    draft.agrees(places, mode)
                            .ifPresent(agrees -> identities.looked(
                                    "rate",
                                    "rate = successes / members, rounded to " + places + " places, "
                                            + mode.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', ' '),
                                    agrees,
                                    draft.line(),
                                    "rate",
                                    "the counts were taken"));
                    cells.add(draft.cell(mostAt.getOrDefault(draft.place(), most), places));
                }
            }
            return cells;
        }

        /**
         * Reads a directory: schools with their districts, counties, locales and levels.
         *
         * @throws IOException if the file cannot be read at all
         */
        public Loaded<Population> readPlaces(Path path) throws IOException {
            FindingLog findings = new FindingLog();
            String source = String.valueOf(path.getFileName());
            Population.Builder builder = Population.builder().checked().asOf(FileDay.of(asOf, findings, path));
            DirectoryRows rows = new DirectoryRows(profile, source, findings);
            read(path, source, rows, findings);
            rows.addTo(builder);
            Loaded<Population> loaded = builder.load();
            findings.addAll(loaded.findings());
            return new Loaded<>(loaded.value(), findings.findings());
        }

        private void read(Path path, String source, HeadedRows.Reading reading, FindingLog findings)
                throws IOException {
            try (InputStream in = new AnyFile(Optional.empty(), progress).open(path)) {
                DelimitedText.read(in, source, new HeadedRows(source, findings, reading), findings);
            }
        }
    }
}
