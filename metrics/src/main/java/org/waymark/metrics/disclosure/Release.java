package org.waymark.metrics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.waymark.core.indicator.Question;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.SavedRelease;
import org.waymark.core.publication.Statement;
import org.waymark.core.publication.door.Door;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;

/**
 * Counts made fit for everyone: unsafe cells are hidden first, with as many others as it takes, then measures are run on what
 * is left, so that no gap, ratio, interval or verdict tells more than what is printed.
 *
 * <p><b>What is promised:</b> take everything printed, how groups, places, years, states and indicators of these tallies add
 * up, what marks mean, and what the ledger holds. Of all whole numbers that fit, a protected cell can be as small and as large
 * as the policy's level says. A {@link Certificate} proves it, and it is checked again whenever a table is issued.
 *
 * <p><b>What is not:</b> what others have published or know in person, how probable numbers within the interval are, and what
 * can be found by running this very program on every table that fits; nor how few changed their state between two days for the
 * same question. Of two questions of which the one contains the other, such as graduation within four years and within five, those
 * who succeeded in the wider sense alone are protected like any outcome. A corrected release is safe by itself; that it differs
 * from the one before is known.
 *
 * <p><b>Source:</b> 34 CFR 99.3 and 99.31(b); M. Fischetti and J. J. Salazar-González (2000), JASA 95: 916-928.
 */
public final class Release {
    private final ReleasePolicy policy;
    private final Ledger ledger;
    private final String instead;
    private final Clearing.Safe safe;
    private final Certificate certificate;
    private final List<Tally> tallies;
    private int expected;
    private boolean told;

    private Release(ReleasePolicy policy, Ledger ledger, String instead, int expected, Clearing.Safe safe) {
        this.policy = policy;
        this.instead = instead;
        this.ledger = ledger;
        this.expected = expected;
        this.safe = safe;
        certificate = new Certificate(
                safe.problem(), safe.pattern(), Promise.of(safe.system(), policy), Totals.of(safe.system()));
        List<Tally> all = new ArrayList<>();
        for (int t = 0; t < safe.system().tallies().size(); t++) {
            all.add(ProtectedTally.of(safe, t, policy, (block, group) -> true));
        }
        tallies = List.copyOf(all);
    }

    /** Protects the counts, or says why they may not be published. */
    public static ReleaseOutcome of(ReleasePolicy policy, Ledger ledger, List<Tally> tallies) {
        return of(policy, ledger, tallies, done -> {});
    }

    /**
     * Protects the counts, or says why they may not be published. It ends with {@link java.util.concurrent.CancellationException}
     * soon after its thread is interrupted.
     *
     * @param progress is told how many cells are protected so far
     */
    public static ReleaseOutcome of(ReleasePolicy policy, Ledger ledger, List<Tally> tallies, LongConsumer progress) {
        return of(policy, ledger, tallies, "", progress);
    }

    /**
     * Protects corrected counts, whose tables take the place of one that was published. What earlier releases told with the same
     * number stays, what they hid stays hidden; numbers that have changed are told anew.
     *
     * @param superseded the id of the entry of the ledger whose place is taken
     * @throws IllegalArgumentException if no publication of that id stands
     */
    public static ReleaseOutcome superseding(
            String superseded, ReleasePolicy policy, Ledger ledger, List<Tally> tallies) {
        if (!ledger.stands(superseded)) {
            throw new IllegalArgumentException(
                    "superseded: must be the id of a publication that stands, was " + superseded);
        }
        return of(policy, ledger, tallies, superseded, done -> {});
    }

    private static ReleaseOutcome of(
            ReleasePolicy policy, Ledger ledger, List<Tally> tallies, String instead, LongConsumer progress) {
        if (tallies.isEmpty()) {
            throw new IllegalArgumentException("tallies: must hold one at least");
        }
        List<Ledger.Entry> earlier = ledger.entries();
        Clearing clearing = new Clearing(policy, earlier, !instead.isEmpty(), List.copyOf(tallies), progress);
        Optional<Clearing.Safe> safe = clearing.run();
        if (safe.isEmpty()) {
            return new ReleaseOutcome.Refused(clearing.reasons(), clearing.merges());
        }
        return checked(new Release(policy, ledger, instead, earlier.size(), safe.get()));
    }

    /**
     * Tries a release and tells of each group which share of its students would vanish; {@link ReleasePlan#or} tries other ways
     * beside it. Nothing is published and no ledger is touched.
     */
    public static ReleasePlan plan(ReleasePolicy policy, String name, List<Tally> grid) {
        return ReleasePlan.of(policy, name, grid);
    }

    /**
     * The same with all poolings that can be made of the tallies: of two and more of them that answer the same question, such as
     * those of several years, and by larger places in place of the smaller ones that lie in them. What needs the students
     * themselves, such as races alone or in combination, is added by {@link ReleasePlan#or}.
     */
    public static ReleasePlan plan(ReleasePolicy policy, List<Tally> grid) {
        ReleasePlan plan = ReleasePlan.of(policy, "as asked", grid);
        for (Map.Entry<String, List<Tally>> way : Poolings.of(grid).entrySet()) {
            plan = plan.or(way.getKey(), way.getValue());
        }
        return plan;
    }

    private static ReleaseOutcome checked(Release release) {
        Optional<String> doubt = Verifier.problem(release.certificate);
        return doubt.<ReleaseOutcome>map(
                        why -> new ReleaseOutcome.Refused(List.of("the proof does not hold: " + why), List.of()))
                .orElseGet(() -> new ReleaseOutcome.Cleared(release));
    }

    /**
     * Takes up a release that was kept in a file. Nothing in the file is believed: the system is read off the counts anew, the
     * proof is checked, and what is hidden must still be in keeping with the ledger.
     */
    public static ReleaseOutcome reloaded(SavedRelease saved, Ledger ledger) {
        Clearing.Safe safe;
        List<Ledger.Entry> earlier = ledger.entries();
        try {
            ReleasePolicy policy = ReleasePolicy.of(saved.rules());
            Taken taken = Taken.up(saved, policy, earlier);
            if (!taken.reasons().isEmpty()) {
                return new ReleaseOutcome.Refused(taken.reasons(), List.of());
            }
            safe = taken.safe().orElseThrow();
            return checked(new Release(policy, ledger, "", earlier.size(), safe));
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException broken) {
            return new ReleaseOutcome.Refused(
                    List.of("the file holds no release that can be read: "
                            + broken.getClass().getSimpleName()),
                    List.of());
        }
    }

    /** The release as it can be kept in a file. It is secret. */
    public SavedRelease saved() {
        return Taken.down(policy, safe);
    }

    /** Runs a measure on the first of the protected tallies and issues its table. */
    public PublicTable table(Measure<Tally, ? extends Tabular> measure) {
        return table(measure, 0);
    }

    /**
     * Runs a measure on one of the protected tallies and issues its table.
     *
     * @throws IllegalStateException if somebody else has published to the ledger since, or the proof does not hold
     */
    public PublicTable table(Measure<Tally, ? extends Tabular> measure, int tally) {
        if (measure instanceof CodedRate rate) {
            return table(rate.by(), tally);
        }
        return measure instanceof CodedRate.Grouped coded
                ? issue(coded.sizes(policy.sizes()).over(sized(tally)))
                : issue(measure.over(tallies.get(tally)));
    }

    /** The protected counts with the sizes that are told in classes: for rates in bands alone, which tell them so. */
    private Tally sized(int tally) {
        return ProtectedTally.of(safe, tally, policy.sizes(SizeCoding.PRINTED), (block, group) -> true);
    }

    /**
     * Compares two of the protected tallies, such as those of two years, and issues the table. Of groups with fewer members than the
     * policy's minimum of change, in the one or the other, nothing is compared.
     *
     * @param before the number of the tally of the earlier date
     * @param after that of the later one
     * @param comparison what is compared, given both
     * @throws IllegalStateException if somebody else has published to the ledger since, or the proof does not hold
     */
    public PublicTable change(int before, int after, BiFunction<Tally, Tally, ? extends Tabular> comparison) {
        return issue(comparison.apply(largeEnough(before, after), largeEnough(after, before)));
    }

    private Tally largeEnough(int tally, int other) {
        return ProtectedTally.of(
                safe,
                tally,
                policy,
                (block, group) -> block.value(group, TallyBlock.KNOWN) >= policy.minimumOfChange()
                        && there(block, group, other) >= policy.minimumOfChange());
    }

    /** How large a group is in another tally; 0 if it is not there. */
    private long there(TallyBlock block, int group, int other) {
        for (TallyBlock one : safe.system().blocks()) {
            boolean same = one.asked()
                    && one.tally() == other
                    && one.indicator().equals(block.indicator())
                    && one.axes().equals(block.axes());
            if (same) {
                int at = one.group(block.labelsOf(group));
                return at < 0 ? 0 : one.value(at, TallyBlock.KNOWN);
            }
        }
        return 0;
    }

    /** What can be found out of each hidden number. It says more than what is published: it is for analysts. */
    public ReleaseAudit audit() {
        return new ReleaseAudit(safe);
    }

    /** The protected counts as measures see them: what is hidden may be anything. */
    public List<Tally> tallies() {
        return tallies;
    }

    /** The proof. It is secret: for an analysts' file of its own. */
    public Certificate certificate() {
        return certificate;
    }

    /** The rules it was made under. */
    public ReleasePolicy policy() {
        return policy;
    }

    /** How many outcomes of groups are hidden, those printed never left aside. */
    public long hiddenGroups() {
        return outcomes(true);
    }

    /** How many outcomes of groups are printed. */
    public long printedGroups() {
        return outcomes(false);
    }

    private long outcomes(boolean hidden) {
        long count = 0;
        for (TallyBlock block : safe.system().blocks()) {
            for (int group = 0; block.asked() && group < block.groups(); group++) {
                count += safe.pattern().hidden(block.unit(group, TallyBlock.KNOWN)) == hidden ? 1 : 0;
            }
        }
        return count;
    }

    private PublicTable issue(Tabular result) {
        return issue(
                new Printing(policy).of(result.toTable()),
                instead.isEmpty() ? Statement.Status.PUBLISHED : Statement.Status.SUPERSEDES);
    }

    private synchronized PublicTable issue(Table table, Statement.Status status) {
        Optional<String> doubt = Verifier.problem(certificate);
        if (doubt.isPresent()) {
            throw new IllegalStateException("certificate: does not hold: " + doubt.get());
        }
        String digest = PublicTable.digest(table);
        boolean single = ledger.equals(Ledger.none());
        String id = digest.substring(0, 12);
        List<String> about = safe.system().tallies().stream()
                .flatMap(tally -> CellKeys.about(tally.question()).stream())
                .distinct()
                .toList();
        List<Ledger.Fact> facts = told || single ? List.of() : facts();
        Ledger.Entry entry = new Ledger.Entry(
                id,
                digest,
                TallyProblem.policyText(policy),
                status,
                instead,
                about,
                toldBefore(facts) ? List.of() : facts);
        if (!ledger.append(entry, expected)) {
            throw new IllegalStateException("ledger: somebody else has published meanwhile; make the release anew");
        }
        told = true;
        expected++;
        return Door.issue(
                table,
                new Statement(
                        policy.name(),
                        policy.level().toString() + (single ? "; single release" : ""),
                        policy.minimumSize(),
                        single ? "" : id,
                        digest,
                        status));
    }

    private boolean toldBefore(List<Ledger.Fact> facts) {
        return ledger.entries().stream().anyMatch(entry -> entry.facts().equals(facts));
    }

    /** Everything that this release may print, and what it hides, cell by cell. */
    private List<Ledger.Fact> facts() {
        List<Ledger.Fact> facts = new ArrayList<>();
        for (TallyBlock block : safe.system().blocks()) {
            if (!block.asked()) {
                continue;
            }
            Question question = safe.system().tallies().get(block.tally()).question();
            String begin = CellKeys.of(question, block);
            for (int group = 0; group < block.groups(); group++) {
                for (int place = 0; place < block.width(); place++) {
                    boolean hidden = safe.pattern().hidden(block.unit(group, place));
                    facts.add(new Ledger.Fact(
                            begin + "|" + CellKeys.of(block, group, place),
                            hidden ? OptionalLong.empty() : OptionalLong.of(block.value(group, place))));
                }
            }
        }
        return facts;
    }

    /** How much is printed and how much is hidden. */
    @Override
    public String toString() {
        return "release under " + policy.name() + ": " + printedGroups() + " groups printed, " + hiddenGroups()
                + " hidden, " + certificate.size() + " cells protected";
    }
}
