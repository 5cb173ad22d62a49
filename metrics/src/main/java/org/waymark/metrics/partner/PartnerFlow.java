package org.waymark.metrics.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.schema.Bound;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Window;
import org.waymark.core.table.Table;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Tally;
import org.waymark.metrics.measure.Figure;
import org.waymark.metrics.measure.Inference;
import org.waymark.metrics.measure.Measure;
import org.waymark.metrics.measure.Tabular;
import org.waymark.metrics.measure.Undefined;
import org.waymark.metrics.rate.Rate;
import org.waymark.metrics.rate.Share;

/**
 * Which partners stay, come, return and are lost from one school year to the next.
 *
 * <p><b>Formula:</b> retained are active in the year before and in the year asked about; new in the year asked about and
 * never before; returning in the year asked about and not in the one before, but earlier; lapsed in the year before and not
 * in the year asked about. Retention = retained / (retained + lapsed). <b>Unit:</b> partners; retention a share in [0, 1].
 * <b>How to read it:</b> retained + new + returning are the partners of the year. <b>When it applies:</b> one partner with
 * many sites counts once; active is a spell that began in the year. <b>Edge cases:</b> nobody active in the year before has
 * no retention. <b>Source:</b> field practice, Massachusetts Connecting Activities.
 *
 * @param retained active in both years
 * @param added active now and never before
 * @param returning active now and earlier, but not in the year before
 * @param lapsed active in the year before and no longer
 * @param retention the share retained
 */
public record PartnerFlow(Cell retained, Cell added, Cell returning, Cell lapsed, Figure retention) implements Tabular {
    private static final EventKind SPELL = EventKind.of("partner_spells");
    private static final Condition NOW = SPELL.taken().within(Window.PERIOD);
    private static final Condition BEFORE = SPELL.taken().within(Window.PREVIOUS_PERIOD);
    private static final Condition EARLIER =
            SPELL.taken().within(Window.before(Window.PREVIOUS_PERIOD.fromInclusive()));

    private static final Indicator RETAINED = indicator("C3-retained", "Retained", NOW.and(BEFORE));
    private static final Indicator NEW = indicator(
            "C3-new",
            "New",
            NOW.and(SPELL.taken().within(Window.before(Bound.PERIOD_START)).not()));
    private static final Indicator RETURNING =
            indicator("C3-returning", "Returning", NOW.and(BEFORE.not()).and(EARLIER));
    private static final Indicator LAPSED = indicator("C3-lapsed", "Lapsed", BEFORE.and(NOW.not()));

    private static Indicator indicator(String id, String name, Condition condition) {
        return Indicator.builder(id)
                .name(name + " partner")
                .unit(Unit.of("partners"))
                .success(condition)
                .citation("Career Connect Southwest, sustained engagement with business partners")
                .build();
    }

    /** What a question about partners must ask for, with the school year as its period. */
    public static List<Indicator> indicators() {
        return List.of(RETAINED, NEW, RETURNING, LAPSED);
    }

    /** The recipe, over a tally of {@link #indicators()}. */
    public static Measure<Tally, PartnerFlow> measure() {
        return tally -> new PartnerFlow(
                tally.total(RETAINED), tally.total(NEW), tally.total(RETURNING), tally.total(LAPSED), retention(tally));
    }

    private static Figure retention(Tally tally) {
        Cell kept = tally.total(RETAINED);
        Cell lost = tally.total(LAPSED);
        if (!kept.isExact() || !lost.isExact()) {
            return Figure.undefined("Retention", Undefined.MASKED).build();
        }
        long both = kept.yes().exact() + lost.yes().exact();
        if (both == 0) {
            return Figure.undefined("Retention", Undefined.NO_OBSERVATIONS).build();
        }
        Rate rate = Rate.of(RETAINED);
        Share share = new Share(kept.yes().exact(), both);
        return Figure.of("Retention", share.value())
                .interval(rate.method().of(share, rate.confidence()))
                .count("yes", share.yes())
                .count("n", share.n())
                .build();
    }

    @Override
    public Table toTable() {
        List<Figure> figures = new ArrayList<>();
        add(figures, "Retained", retained);
        add(figures, "New", added);
        add(figures, "Returning", returning);
        add(figures, "Lapsed", lapsed);
        figures.add(retention);
        return Figure.table("Partners from year to year", figures);
    }

    private static void add(List<Figure> figures, String name, Cell cell) {
        figures.add(count(name, cell)
                .orElseGet(() -> Figure.undefined(name, Undefined.MASKED).build()));
    }

    private static Optional<Figure> count(String name, Cell cell) {
        return cell.yes().isExact()
                ? Optional.of(Figure.of(name, cell.yes().exact())
                        .inference(Inference.DESCRIPTIVE)
                        .method("count of partners")
                        .build())
                : Optional.empty();
    }

    /** The table. */
    @Override
    public String toString() {
        return toTable().toString();
    }
}
