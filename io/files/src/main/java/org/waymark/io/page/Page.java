package org.waymark.io.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.core.publication.AuditSink;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.table.Table;
import org.waymark.io.chart.Charts;
import org.waymark.io.internal.AtomicFile;
import org.waymark.io.internal.Purpose;
import org.waymark.io.internal.Shown;
import org.waymark.io.language.Language;

/**
 * A report as one HTML file.
 *
 * <p>A page for everyone takes public tables and nothing else; a page for analysts takes tables and says at its top that it is not
 * for publication. Which of the two is decided when it is begun, and the compiler keeps it.
 *
 * @param <T> what it takes: {@link PublicTable} or {@link Table}
 */
public final class Page<T> {
    /** A table with what stands around it. */
    record Part(Section section, Shown shown, Charts charts) {}

    /** The page in another language. */
    record Other(Language language, String address) {}

    private final String title;
    private final Optional<Purpose> purpose;
    private final Function<T, Shown> seen;
    private final Function<T, Charts> drawn;
    private final Language language;
    private final List<String> introduction;
    private final List<Shown> goals;
    private final List<Part> parts;
    private final List<Other> others;

    private Page(
            String title,
            Optional<Purpose> purpose,
            Function<T, Shown> seen,
            Function<T, Charts> drawn,
            Language language,
            List<String> introduction,
            List<Shown> goals,
            List<Part> parts,
            List<Other> others) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: must not be blank");
        }
        this.title = title;
        this.purpose = purpose;
        this.seen = seen;
        this.drawn = drawn;
        this.language = language;
        this.introduction = List.copyOf(introduction);
        this.goals = List.copyOf(goals);
        this.parts = List.copyOf(parts);
        this.others = List.copyOf(others);
    }

    /** Begins a page for everyone. */
    public static Page<PublicTable> of(String title) {
        return begun(title, Optional.empty(), Shown::of, Charts::of);
    }

    /**
     * Begins a page that is not for publication.
     *
     * @param purpose what it is for, in a few words; the page says it
     */
    public static Page<Table> forAnalysts(String purpose, String title) {
        return begun(
                title,
                Optional.of(Purpose.of(purpose)),
                table -> Shown.forAnalysts(purpose, table),
                table -> Charts.forAnalysts(purpose, table));
    }

    private static <T> Page<T> begun(
            String title, Optional<Purpose> purpose, Function<T, Shown> seen, Function<T, Charts> drawn) {
        return new Page<>(title, purpose, seen, drawn, Language.ENGLISH, List.of(), List.of(), List.of(), List.of());
    }

    private static <E> List<E> with(List<E> list, E one) {
        List<E> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    /** The same, telling somebody else than {@link AuditSink#standard} before a page that is not for publication is written. */
    public Page<T> telling(AuditSink sink) {
        return new Page<>(
                title,
                purpose.map(own -> own.telling(sink)),
                seen,
                drawn,
                language,
                introduction,
                goals,
                parts,
                others);
    }

    /**
     * The same in another language: its labels, headings of columns and words of status, and what tables say as
     * far as {@link Language#said} knows it; what it does not know is marked as English.
     */
    public Page<T> in(Language words) {
        return new Page<>(title, purpose, seen, drawn, words, introduction, goals, parts, others);
    }

    /** The same with one more paragraph below the title. */
    public Page<T> introduced(String paragraph) {
        return new Page<>(title, purpose, seen, drawn, language, with(introduction, paragraph), goals, parts, others);
    }

    /**
     * The same with goals at its head, one row each: columns {@code goal}, {@code group}, {@code observed}, {@code target},
     * {@code status}, {@code needed} and {@code due}, of which the first and the status must be there.
     */
    public Page<T> goals(T table) {
        Shown shown = seen.apply(table);
        for (String needed : new String[] {"goal", "status"}) {
            if (shown.columns().stream().noneMatch(column -> column.name().equals(needed))) {
                throw new IllegalArgumentException("table: must have a column " + needed);
            }
        }
        return new Page<>(title, purpose, seen, drawn, language, introduction, with(goals, shown), parts, others);
    }

    /** The same with one more table and its pictures. */
    public Page<T> section(Section section, T table) {
        Part part = new Part(section, seen.apply(table), drawn.apply(table));
        return new Page<>(title, purpose, seen, drawn, language, introduction, goals, with(parts, part), others);
    }

    /**
     * The same with a way to the page in another language.
     *
     * @param address where it is, such as the name of a file beside this one
     */
    public Page<T> alsoIn(Language other, String address) {
        return new Page<>(
                title,
                purpose,
                seen,
                drawn,
                language,
                introduction,
                goals,
                parts,
                with(others, new Other(other, address)));
    }

    String title() {
        return title;
    }

    Optional<String> purpose() {
        return purpose.map(Purpose::words);
    }

    Language language() {
        return language;
    }

    List<String> introduction() {
        return introduction;
    }

    List<Shown> goals() {
        return goals;
    }

    List<Part> parts() {
        return parts;
    }

    List<Other> others() {
        return others;
    }

    /** The page as HTML, whole: style, pictures, script and data are in it. */
    public String toHtml() {
        return new PageText(this).text();
    }

    /** Writes the page. A file that is there is not replaced. */
    public void write(Path path) throws IOException {
        write(path, false);
    }

    /** Writes the page, in place of a file that is there. */
    public void replace(Path path) throws IOException {
        write(path, true);
    }

    private void write(Path path, boolean replace) throws IOException {
        purpose.ifPresent(own -> own.tell("page", path));
        String html = toHtml();
        if (purpose.isPresent()) {
            AtomicFile.writeText(path, replace, html);
        } else {
            AtomicFile.publishText(path, replace, html);
        }
    }

    /** What it is, in a line. */
    @Override
    public String toString() {
        return "page " + title + ": " + parts.size() + " sections, " + language.tag()
                + purpose.map(words -> ", for analysts: " + words.words()).orElse(", public");
    }
}
