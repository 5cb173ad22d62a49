package org.waymark.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.indicator.State;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Category;
import org.waymark.core.tally.CohortLog;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Face;
import org.waymark.core.tally.Tally;

/** Tallies made by hand. */
public final class Tallies {
    /** Along what the groups stand. */
    public static final Dimension GROUP = Dimension.of("group");

    /** What is asked. */
    public static final Indicator ASKED = Indicator.builder("x").name("Success").build();

    private Tallies() {}

    /** Groups a, b, c ... with these successes and sizes. */
    public static Tally of(long... yesThenSize) {
        List<Count> yes = new ArrayList<>();
        List<Count> no = new ArrayList<>();
        for (int i = 0; i < yesThenSize.length; i += 2) {
            yes.add(Count.of(yesThenSize[i]));
            no.add(Count.of(yesThenSize[i + 1] - yesThenSize[i]));
        }
        return of(ASKED, yes, no, Count.ZERO);
    }

    /** Groups a, b, c ... with these counts; the first has so many unknown outcomes as well. */
    public static Tally of(Indicator asked, List<Count> yes, List<Count> no, Count unknownOfFirst) {
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT), List.of(asked), Faces.each(GROUP), LocalDate.of(2026, 6, 30));
        Face.Builder groups = Face.builder(List.<Axis>of(GROUP), 1);
        Face.Builder total = Face.builder(List.of(), 1);
        long size = 0;
        State unknown = State.unknown(org.waymark.core.schema.Unknown.NOT_REPORTED);
        for (int i = 0; i < yes.size(); i++) {
            List<Category> category = List.of(Category.of(Character.toString((char) ('a' + i))));
            groups.add(category, 0, State.YES, yes.get(i)).add(category, 0, State.NO, no.get(i));
            total.add(List.of(), 0, State.YES, yes.get(i)).add(List.of(), 0, State.NO, no.get(i));
            if (i == 0) {
                groups.add(category, 0, unknown, unknownOfFirst);
                total.add(List.of(), 0, unknown, unknownOfFirst);
            }
            size += yes.get(i).high() + no.get(i).high();
        }
        CohortLog log = new CohortLog(size, new LinkedHashMap<>(), new LinkedHashMap<>(), 0);
        return Tally.of(question, log, List.of(total.build(), groups.build()), List.of());
    }
}
