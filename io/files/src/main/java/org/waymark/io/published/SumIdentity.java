package org.waymark.io.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * One column that must be the sum and difference of others in every row: written in a profile as the column, a name, and the
 * others joined by {@code " + "} and {@code " - "}, each with its other headers behind {@code |}, and a {@code ?} behind one that a
 * file may lack.
 */
final class SumIdentity {
    static final String GRAMMAR = "headers joined by \" + \" and \" - \", a ? behind one that a file may lack";

    private record Term(String header, int column, boolean minus) {}

    private final String name;
    private final Term total;
    private final List<Term> terms;

    private SumIdentity(String name, Term total, List<Term> terms) {
        this.name = name;
        this.total = total;
        this.terms = terms;
    }

    static boolean isWellFormed(String header, String means) {
        return !header.isBlank() && !means.isBlank() && parts(means).stream().noneMatch(String::isBlank);
    }

    private static List<String> parts(String means) {
        return List.of(means.strip().split(" [+-] ", -1));
    }

    /** The identity in the columns of a file; empty if the file lacks one of them. */
    static Optional<SumIdentity> in(List<String> headers, Profile.Entry entry) {
        OptionalInt left = column(headers, entry.header());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String means = entry.means().strip();
        List<Term> terms = new ArrayList<>();
        int at = 0;
        for (String part : parts(means)) {
            boolean minus = at > 0 && means.charAt(at - 2) == '-';
            at += part.length() + 3;
            boolean optional = part.endsWith("?");
            OptionalInt column = column(headers, optional ? part.substring(0, part.length() - 1) : part);
            if (column.isPresent()) {
                terms.add(new Term(headers.get(column.getAsInt()).strip(), column.getAsInt(), minus));
            } else if (!optional) {
                return Optional.empty();
            }
        }
        return Optional.of(new SumIdentity(
                entry.value(),
                new Term(headers.get(left.getAsInt()).strip(), left.getAsInt(), false),
                List.copyOf(terms)));
    }

    private static OptionalInt column(List<String> headers, String forms) {
        for (String form : forms.split("\\|", -1)) {
            for (int i = 0; i < headers.size(); i++) {
                if (headers.get(i)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(form.strip().toLowerCase(Locale.ROOT))) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Looks for the identity in a row; where one of the numbers is not there it cannot be looked for. */
    void look(IntFunction<OptionalLong> number, Identities identities, long line) {
        OptionalLong whole = number.apply(total.column());
        if (whole.isEmpty()) {
            return;
        }
        long sum = 0;
        for (Term term : terms) {
            OptionalLong one = number.apply(term.column());
            if (one.isEmpty()) {
                return;
            }
            sum += term.minus() ? -one.getAsLong() : one.getAsLong();
        }
        identities.looked(
                name, toString(), whole.getAsLong() == sum, line, total.header(), "the row was taken as it is");
    }

    /** The identity in the headers of the file. */
    @Override
    public String toString() {
        return total.header() + " = "
                + terms.stream()
                        .map(term -> (term.minus() ? "- " : "+ ") + term.header())
                        .collect(Collectors.joining(" "))
                        .substring(2);
    }
}
