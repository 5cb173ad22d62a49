package org.waymark.io.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text that stands where a number would, and what it says of the number. In the text {@code {p}} and {@code {q}} are
 * numbers. Of the meaning, parts are joined by semicolons:
 *
 * <ul>
 *   <li>{@code shown}: the counts are there, and those that are not are 0;
 *   <li>{@code members 1..9}, {@code members 10..}: how many members there are, from and to;
 *   <li>{@code rate > {p}}, and so {@code >=}, {@code <}, {@code <=}, {@code rate {p}..{q}}: the rate, in percent;
 *   <li>{@code hidden}: nothing more is said; {@code none}: there is no such group here.
 * </ul>
 */
final class Mark {
    static final String GRAMMAR =
            "shown, hidden, none, members 1..9, rate > {p}, rate {p}..{q}, or several of them joined by semicolons";

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern MEMBERS = Pattern.compile("members (\\d+)\\.\\.(\\d*)");
    private static final Pattern COMPARED = Pattern.compile("rate (>=?|<=?) (\\S+)");
    private static final Pattern BETWEEN = Pattern.compile("rate (\\S+?)\\.\\.(\\S+)");

    private final String form;
    private final Pattern text;
    private final List<String> meaning;

    private Mark(String form, Pattern text, List<String> meaning) {
        this.form = form;
        this.text = text;
        this.meaning = meaning;
    }

    static Optional<Mark> parse(String text, String means) {
        StringBuilder pattern = new StringBuilder();
        String rest = text;
        for (int at = rest.indexOf('{'); at >= 0 && rest.length() > at + 2; at = rest.indexOf('{')) {
            pattern.append(Pattern.quote(rest.substring(0, at)))
                    .append("(?<")
                    .append(rest.charAt(at + 1))
                    .append(">\\d+(?:\\.\\d+)?)");
            rest = rest.substring(at + 3);
        }
        pattern.append(Pattern.quote(rest));
        List<String> parts = new ArrayList<>();
        for (String part : means.split(";", -1)) {
            String one = part.strip();
            boolean known = one.equals("shown")
                    || one.equals("hidden")
                    || one.equals("none")
                    || MEMBERS.matcher(one).matches()
                    || COMPARED.matcher(one).matches()
                    || BETWEEN.matcher(one).matches();
            if (!known) {
                return Optional.empty();
            }
            parts.add(one);
        }
        return Optional.of(new Mark(text, Pattern.compile(pattern.toString()), parts));
    }

    /** What a text says; empty if it is not this mark, or speaks of more than a hundred percent. */
    Optional<Said> read(String written) {
        Matcher found = text.matcher(written);
        return found.matches() && percents(found) ? Optional.of(said(found)) : Optional.empty();
    }

    private static boolean percents(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .allMatch(number -> new BigDecimal(number).compareTo(HUNDRED) <= 0);
    }

    private Said said(Matcher found) {
        Said said = Said.NOTHING.by(form);
        for (String part : meaning) {
            Matcher members = MEMBERS.matcher(part);
            Matcher compared = COMPARED.matcher(part);
            Matcher between = BETWEEN.matcher(part);
            if (members.matches()) {
                said = said.members(
                        Long.parseLong(members.group(1)),
                        members.group(2).isEmpty()
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(members.group(2))));
            } else if (compared.matches()) {
                BigDecimal bound = number(compared.group(2), found);
                said = compared.group(1).startsWith(">")
                        ? said.rate(RateBounds.from(bound, compared.group(1).length() == 2))
                        : said.rate(RateBounds.to(bound, compared.group(1).length() == 2));
            } else if (between.matches()) {
                said = said.rate(RateBounds.between(number(between.group(1), found), number(between.group(2), found)));
            } else {
                said = said.word(part);
            }
        }
        return said;
    }

    private static BigDecimal number(String written, Matcher found) {
        boolean named = written.startsWith("{") && written.endsWith("}");
        return new BigDecimal(named ? found.group(written.substring(1, written.length() - 1)) : written);
    }

    /**
     * What a mark says.
     *
     * @param mark the mark as the profile writes it; empty for a text that no mark of the profile is
     * @param shown whether the counts are there
     * @param none whether there is no such group
     * @param least the fewest members
     * @param most the most members
     * @param rate between what the rate lies
     */
    record Said(String mark, boolean shown, boolean none, long least, OptionalLong most, Optional<RateBounds> rate) {
        static final Said NOTHING = new Said("", false, false, 0, OptionalLong.empty(), Optional.empty());

        private Said by(String form) {
            return new Said(form, shown, none, least, most, rate);
        }

        private Said members(long from, OptionalLong to) {
            return new Said(mark, shown, none, from, to, rate);
        }

        private Said rate(RateBounds bounds) {
            return new Said(mark, shown, none, least, most, Optional.of(bounds));
        }

        private Said word(String word) {
            return new Said(mark, shown || word.equals("shown"), none || word.equals("none"), least, most, rate);
        }
    }
}
