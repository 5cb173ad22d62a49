package org.waymark.io.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.waymark.io.chart.Chart;
import org.waymark.io.chart.Charts;

/**
 * What stands around one table on a page.
 *
 * @param heading what the section is about
 * @param definition what the figures are; empty if the table says it
 * @param citation where the definition comes from; empty if it is one's own
 * @param pictures how the table is drawn, in order
 */
public record Section(
        String heading, String definition, String citation, List<Function<? super Charts, Chart>> pictures) {
    /** Copies the pictures; refuses a section without a heading. */
    public Section {
        if (heading.isBlank()) {
            throw new IllegalArgumentException("heading: must not be blank");
        }
        pictures = List.copyOf(pictures);
    }

    /** A section with its table and nothing more. */
    public static Section of(String heading) {
        return new Section(heading, "", "", List.of());
    }

    /** The same with what the figures are. */
    public Section defined(String sentence) {
        return new Section(heading, sentence, citation, pictures);
    }

    /** The same with where the definition comes from. */
    public Section cited(String source) {
        return new Section(heading, definition, source, pictures);
    }

    /** The same with one more picture, such as {@code Charts::dotPlot}. */
    public Section drawn(Function<? super Charts, Chart> picture) {
        List<Function<? super Charts, Chart>> more = new ArrayList<>(pictures);
        more.add(picture);
        return new Section(heading, definition, citation, more);
    }
}
