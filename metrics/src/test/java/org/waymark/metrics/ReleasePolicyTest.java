package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.publication.Ledger;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.disclosure.CodedRate;
import org.waymark.metrics.disclosure.Practice;
import org.waymark.metrics.disclosure.RateCoding;
import org.waymark.metrics.disclosure.Release;
import org.waymark.metrics.disclosure.ReleaseOutcome;
import org.waymark.metrics.disclosure.ReleasePolicy;
import org.waymark.metrics.disclosure.SizeCoding;
import org.waymark.metrics.gap.Gap;
import org.waymark.metrics.gap.GapChanges;
import org.waymark.metrics.gap.Reference;
import org.waymark.metrics.rate.Rate;

class ReleasePolicyTest {
    private static final Datum MARK = Datum.missing("*");

    private static Release cleared(ReleasePolicy policy, Tally... tallies) {
        ReleaseOutcome outcome = Release.of(policy, Ledger.none(), List.of(tallies));
        return assertInstanceOf(ReleaseOutcome.Cleared.class, outcome, outcome::toString)
                .release();
    }

    private static PublicTable told(ReleasePolicy policy, Tally tally) {
        Release release = cleared(policy, tally);
        return policy.coding() == RateCoding.NONE
                ? release.table(Rate.of(Tallies.ASKED).by(Tallies.GROUP))
                : release.table(
                        CodedRate.of(Tallies.ASKED).coding(policy.coding()).by(Tallies.GROUP));
    }

    private static List<String> column(PublicTable table, String name) {
        return table.column(name).stream().map(Datum::toString).toList();
    }

    /** The sizes at which agencies part, each twice, so that no group is hidden for another's sake; the first succeed by half. */
    private static final long[] SIZES = {2, 2, 4, 4, 5, 5, 8, 8, 9, 9, 10, 10, 15, 15, 16, 16, 40, 40, 400, 400};

    @Test
    void everyPracticeHidesTheGroupsOfItsRule() {
        Map<Practice, Long> least = new LinkedHashMap<>();
        least.put(Practice.FERPA, 10L);
        least.put(Practice.NCES, 10L);
        least.put(Practice.EDFACTS, 8L);
        least.put(Practice.EDFACTS_HOMELESS, 4L);
        least.put(Practice.WASHINGTON, 10L);
        least.put(Practice.WASHINGTON_ERDC, 10L);
        least.put(Practice.CALIFORNIA_LAUNCHBOARD, 10L);
        least.put(Practice.CALIFORNIA_LAUNCHBOARD_SURVEYS, 4L);
        least.put(Practice.CALIFORNIA_DASHBOARD, 15L);
        least.put(Practice.DELAWARE, 16L);
        least.put(Practice.WISCONSIN, 8L);
        least.put(Practice.NEW_YORK, 5L);
        least.put(Practice.TENNESSEE, 10L);
        least.put(Practice.DISTRICT_OF_COLUMBIA, 10L);
        assertEquals(List.of(Practice.values()), List.copyOf(least.keySet()));
        long[] counts = new long[2 * SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            counts[2 * i] = SIZES[i] / 2;
            counts[2 * i + 1] = SIZES[i];
        }
        assertAll(least.entrySet().stream().map(entry -> () -> {
            List<Datum> rates =
                    told(entry.getKey().policy(), Tallies.of(counts)).column("rate");
            long shown = 0;
            for (int i = 0; i < SIZES.length; i++) {
                boolean hidden = rates.get(i).equals(MARK);
                assertTrue(hidden || SIZES[i] >= entry.getValue(), entry.getKey() + " prints " + SIZES[i]);
                shown = hidden || shown > 0 ? shown : SIZES[i];
            }
            // Where few are hidden the next smallest are hidden with them.
            assertTrue(shown <= 2 * entry.getValue() + 1, entry.getKey() + " prints from " + shown + " on");
            assertFalse(rates.subList(SIZES.length - 2, SIZES.length).contains(MARK), "large groups are printed");
        }));
    }

    @Test
    void emptyGroupsArePrintedWhereTheRuleIsAboutOneAndMore() {
        for (Practice practice : Practice.values()) {
            Release release = cleared(practice.policy(), Tallies.of(0, 0, 5, 11, 6, 12, 200, 400, 200, 400));
            String n = column(release.table(Rate.of(Tallies.ASKED).by(Tallies.GROUP)), "n")
                    .get(0);
            assertEquals(practice.policy().zerosPublished() ? "0" : "*", n, practice.toString());
        }
    }

    @Test
    void practicesTellRatesInTheirWay() {
        Tally tally = Tallies.of(39, 40, 20, 40, 397, 400, 350, 400);
        assertEquals(
                List.of("39/40", "20/40"),
                rates(tally, RateCoding.NONE, ReleasePolicy.minimum(2).minimumOutcome(1)));
        assertEquals(List.of("GE90", "50-59", "GE99", "88"), rates(tally, Practice.EDFACTS));
        assertEquals(List.of(">92 %", "20/40", ">99 %", "350/400"), rates(tally, Practice.WASHINGTON));
        assertEquals(List.of(">90 %", "20/40", ">95 %", "350/400"), rates(tally, Practice.DELAWARE));
        assertEquals(List.of("90-100 %", "50-60 %", "99-100 %", "87-88 %"), rates(tally, Practice.NCES));
    }

    private static List<String> rates(Tally tally, Practice practice) {
        return column(told(practice.policy(), tally), "rate");
    }

    private static List<String> rates(Tally tally, RateCoding coding, ReleasePolicy policy) {
        PublicTable table = told(policy.coding(coding), tally);
        return Stream.of(0, 1)
                .map(row ->
                        column(table, "yes").get(row) + "/" + column(table, "n").get(row))
                .toList();
    }

    @Test
    void presetsAreListedWithRuleAndSource() {
        Table presets = ReleasePolicy.presets();
        assertEquals(Practice.values().length, presets.rows().size());
        for (String column : List.of("practice", "rule", "source", "rates", "sizes", "level")) {
            assertFalse(presets.column(column).contains(Datum.text("")), column);
        }
    }

    @Test
    void sizesInClassesAreToldByNoMeasure() {
        ReleasePolicy policy =
                ReleasePolicy.standard().coding(RateCoding.EQUAL_BANDS).sizes(SizeCoding.CLASSES);
        Tally tally = Tallies.of(3, 5, 4, 8, 11, 23, 300, 600, 77, 81);
        Release release = cleared(policy, tally);
        PublicTable bands = release.table(CodedRate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertEquals(List.of("*", "*", "20-49", "500-999", "50-99"), column(bands, "n"));
        assertEquals(List.of("*", "*", "40-60 %", "50-51 %", "95-100 %"), column(bands, "rate"));
        for (PublicTable table : List.of(
                bands,
                release.table(Rate.of(Tallies.ASKED).by(Tallies.GROUP)),
                release.table(Gap.of(Tallies.ASKED).to(Reference.overall()).by(Tallies.GROUP)))) {
            for (String told : List.of("23", "11", "600", "300", "77", "81")) {
                assertTrue(
                        table.rows().stream()
                                .flatMap(List::stream)
                                .noneMatch(d -> d.toString().equals(told)),
                        table.toString());
            }
        }
        // The same classes and bands of other sizes are the same table.
        Release other = cleared(policy, Tallies.of(3, 5, 4, 8, 12, 25, 302, 601, 79, 82));
        assertEquals(
                column(bands, "gap_from"),
                column(other.table(CodedRate.of(Tallies.ASKED).by(Tallies.GROUP)), "gap_from"));
        PublicTable hidden = cleared(policy.sizes(SizeCoding.HIDDEN), tally)
                .table(CodedRate.of(Tallies.ASKED).by(Tallies.GROUP));
        assertEquals(List.of("*", "*", "*", "*", "*"), column(hidden, "n"));
        assertEquals(column(bands, "rate"), column(hidden, "rate"));
        assertThrows(IllegalArgumentException.class, () -> policy.coding(RateCoding.ENDS_ONLY));
        assertThrows(
                IllegalArgumentException.class, () -> ReleasePolicy.standard().sizes(SizeCoding.HIDDEN));
    }

    @Test
    void classesOfSizesFollowOneAnother() {
        assertEquals(Optional.of("0"), SizeCoding.CLASSES.of(0));
        assertEquals(Optional.of("1-9"), SizeCoding.CLASSES.of(9));
        assertEquals(Optional.of("10-19"), SizeCoding.CLASSES.of(10));
        assertEquals(Optional.of("20-49"), SizeCoding.CLASSES.of(49));
        assertEquals(Optional.of("50-99"), SizeCoding.CLASSES.of(50));
        assertEquals(Optional.of("100-199"), SizeCoding.CLASSES.of(199));
        assertEquals(Optional.of("2000-4999"), SizeCoding.CLASSES.of(4_999));
        assertEquals(Optional.empty(), SizeCoding.HIDDEN.of(5));
        long last = -1;
        for (long n = 0; n < 3_000; n++) {
            String[] ends = SizeCoding.CLASSES.of(n).orElseThrow().split("-", -1);
            assertTrue(Long.parseLong(ends[0]) <= n && n <= Long.parseLong(ends[ends.length - 1]));
            assertTrue(Long.parseLong(ends[0]) == last + 1 || n <= last);
            last = Long.parseLong(ends[ends.length - 1]);
        }
    }

    @Test
    void sharesHaveAsManyDecimalsAsTheGroupIsLarge() {
        PublicTable table = told(ReleasePolicy.standard(), Tallies.of(332, 999, 333, 1_000, 997, 1_000));
        assertEquals(List.of("0.33", "0.333", "0.997"), column(table, "rate"));
        // Neither everybody nor nobody is said where somebody differs.
        assertEquals(
                List.of("0.99", "0.01"), column(told(ReleasePolicy.standard(), Tallies.of(896, 899, 4, 999)), "rate"));
        PublicTable all = told(ReleasePolicy.standard().wholePercentsBelow(0), Tallies.of(332, 999, 333, 1_000));
        assertEquals(Datum.real(332 / 999.0), all.column("rate").get(0));
        PublicTable gaps = cleared(ReleasePolicy.standard(), Tallies.of(332, 999, 333, 1_000))
                .table(Gap.of(Tallies.ASKED).to(Reference.overall()).by(Tallies.GROUP));
        assertEquals(new BigDecimal("0.00"), gaps.number(0, "gap").orElseThrow());
        assertEquals(new BigDecimal("0.000"), gaps.number(1, "gap").orElseThrow());
    }

    @Test
    void changesAreToldOfGroupsLargeEnoughAtBothDates() {
        Tally before = of(2019, 6, 12, 9, 18, 30, 60);
        Tally after = of(2020, 8, 14, 12, 24, 35, 60);
        Gap gap = Gap.of(Tallies.ASKED).to(Reference.overall());
        PublicTable standard = cleared(ReleasePolicy.standard(), before, after)
                .change(0, 1, (then, now) -> GapChanges.between(then, now, gap, Tallies.GROUP));
        assertFalse(standard.column("change").contains(MARK), standard.toString());
        PublicTable california = cleared(Practice.CALIFORNIA_DASHBOARD.policy(), before, after)
                .change(0, 1, (then, now) -> GapChanges.between(then, now, gap, Tallies.GROUP));
        assertEquals(MARK, california.column("change").get(0));
        assertEquals(MARK, california.column("change").get(1));
        assertFalse(california.column("change").get(2).equals(MARK), california.toString());
        assertThrows(
                IllegalArgumentException.class, () -> ReleasePolicy.standard().minimumOfChange(9));
    }

    private static Tally of(int year, long... yesThenSize) {
        Tally tally = Tallies.of(yesThenSize);
        Question question = tally.question();
        CohortDefinition cohort = CohortDefinition.all(Unit.STUDENT);
        return Tally.of(
                Question.of(cohort, question.indicators(), question.faces(), LocalDate.of(year, 6, 30)),
                CohortLog.EMPTY,
                tally.faces(),
                List.of());
    }

    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension GENDER = Dimension.of("gender");

    /** A school of both, and one of boys, with so many girls. */
    private static Tally schools(long girlsAmongBoys) {
        long[][] sizes = {{60, 80}, {girlsAmongBoys, 40}, {50, 50}};
        String[] schools = {"Both", "Boys", "Third"};
        String[] genders = {"F", "M"};
        List<Face> faces = new ArrayList<>();
        for (List<Axis> axes : List.of(List.<Axis>of(), List.<Axis>of(SCHOOL, GENDER))) {
            Face.Builder face = Face.builder(axes, 1);
            for (int s = 0; s < sizes.length; s++) {
                for (int g = 0; g < sizes[s].length; g++) {
                    List<Category> labels =
                            axes.isEmpty() ? List.of() : List.of(Category.of(schools[s]), Category.of(genders[g]));
                    face.add(labels, 0, State.YES, Count.of(sizes[s][g] / 2));
                    face.add(labels, 0, State.NO, Count.of(sizes[s][g] - sizes[s][g] / 2));
                }
            }
            faces.add(face.build());
        }
        return Tally.of(
                Question.of(
                        CohortDefinition.all(Unit.STUDENT),
                        List.of(Tallies.ASKED),
                        Faces.pairs(SCHOOL, GENDER),
                        LocalDate.of(2026, 6, 30)),
                CohortLog.EMPTY,
                faces,
                List.of());
    }

    @Test
    void everyCellOfTheGridHasItsRow() {
        Tally tally = new Students(60, 5)
                .tally(List.of(Students.GRADUATED), List.of(2019), List.of(List.of(Students.SCHOOL, Students.RACE)));
        long schools = labels(tally, 0);
        long races = labels(tally, 1);
        assertTrue(
                tally.by(Students.GRADUATED, Students.SCHOOL, Students.RACE).stream()
                        .anyMatch(cell -> cell.members().exact() == 0),
                "some schools have none of some races");
        PublicTable table = cleared(ReleasePolicy.standard(), tally)
                .table(Rate.of(Students.GRADUATED).by(Students.SCHOOL, Students.RACE));
        assertEquals(schools * races, table.size());
        assertFalse(column(table, "n").contains("0"), "an empty group has the mark of a hidden one");
    }

    private static long labels(Tally tally, int axis) {
        return tally.by(Students.GRADUATED, Students.SCHOOL, Students.RACE).stream()
                .map(cell -> cell.labels().get(axis))
                .distinct()
                .count();
    }

    @Test
    void groupsThatCannotHaveMembersArePrintedAndCostNothing() {
        PublicTable cautious = cleared(ReleasePolicy.standard(), schools(0))
                .table(Rate.of(Tallies.ASKED).by(SCHOOL, GENDER));
        assertTrue(column(cautious, "n").stream().filter("*"::equals).count() > 1, "an empty group hides others");
        ReleasePolicy declared = ReleasePolicy.standard().impossible(SCHOOL, "Boys", GENDER, "F");
        PublicTable told =
                cleared(declared, schools(0)).table(Rate.of(Tallies.ASKED).by(SCHOOL, GENDER));
        assertEquals(List.of("60", "80", "0", "40", "50", "50"), column(told, "n"));
        ReleaseOutcome.Refused refused = assertInstanceOf(
                ReleaseOutcome.Refused.class, Release.of(declared, Ledger.none(), List.of(schools(1))));
        assertTrue(refused.reasons().get(0).contains("declared impossible"), refused.toString());
    }

    @Test
    void policyOfASavedReleaseIsTheOneItWasMadeUnder() {
        ReleasePolicy policy = Practice.NCES
                .policy()
                .minimumOfChange(30)
                .wholePercentsBelow(500)
                .impossible(SCHOOL, "Boys", GENDER, "F");
        Release release = cleared(policy, Tallies.of(30, 60, 50, 100));
        Release again = assertInstanceOf(ReleaseOutcome.Cleared.class, Release.reloaded(release.saved(), Ledger.none()))
                .release();
        assertEquals(policy, again.policy());
    }
}
