package org.waymark.io.badge;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.tree.Node;

/**
 * A place of a credential from which a value is taken. What is wrong becomes a finding, and a stand-in is given so that
 * everything else is looked at as well; whoever reads drops the whole if there was any error.
 */
final class Claim {
    private static final int LONGEST_TIME = 40;
    private static final int LONGEST_LIST = 10_000;

    /** The first second of the year 10000. */
    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_800L);

    private final @Nullable Node node;
    private final Node within;
    private final String path;
    private final Report report;
    private final Set<String> asked = new LinkedHashSet<>();

    private Claim(@Nullable Node node, Node within, String path, Report report) {
        this.node = node;
        this.within = within;
        this.path = path;
        this.report = report;
    }

    static Claim root(Node node, Report report) {
        return new Claim(node, node, "", report);
    }

    Report report() {
        return report;
    }

    boolean isThere() {
        return node != null
                && !(node instanceof Node.Word word && word.literal().equals("null"));
    }

    boolean isObject() {
        return node instanceof Node.Obj;
    }

    boolean isText() {
        return node instanceof Node.Text;
    }

    /** What stands under a name of the object here. */
    Claim at(String name) {
        asked.add(name);
        Node value = node instanceof Node.Obj object ? object.fields().get(name) : null;
        return new Claim(value, node == null ? within : node, path.isEmpty() ? name : path + "." + name, report);
    }

    /** Tells of the members that nobody asked for. */
    void done() {
        if (node instanceof Node.Obj object) {
            object.fields().keySet().stream()
                    .filter(name -> !asked.contains(name))
                    .forEach(report::unread);
        }
    }

    long line() {
        return node == null ? within.line() : node.line();
    }

    String where() {
        int character = node == null ? within.character() : node.character();
        return "character " + character + (path.isEmpty() ? "" : ", " + path);
    }

    void wrong(Reason reason, String expected) {
        report.error(reason, line(), where(), expected);
    }

    private void missingOrWrong(String expected) {
        wrong(isThere() ? Reason.WRONG_TYPE : Reason.MISSING_VALUE, expected);
    }

    /** An object, an error otherwise. */
    Claim object() {
        if (!isObject()) {
            missingOrWrong("an object");
        }
        return this;
    }

    /** A text that is not blank. */
    String text() {
        String text = node instanceof Node.Text found ? found.value() : "";
        if (text.isBlank()) {
            missingOrWrong("a text");
            return "?";
        }
        return text;
    }

    /** A text that may lack or be empty. */
    Optional<String> textIfAny() {
        if (node instanceof Node.Text found) {
            return found.value().isBlank() ? Optional.empty() : Optional.of(found.value());
        }
        if (isThere()) {
            wrong(Reason.WRONG_TYPE, "a text");
        }
        return Optional.empty();
    }

    boolean truth() {
        boolean word = node instanceof Node.Word found && !found.literal().equals("null");
        if (!word) {
            missingOrWrong("true or false");
        }
        return node instanceof Node.Word found && found.literal().equals("true");
    }

    /** A number that may lack. */
    Optional<BigDecimal> numberIfAny() {
        if (node instanceof Node.Num number) {
            BigDecimal value = new BigDecimal(number.literal());
            if (value.precision() <= 18 && Math.abs((long) value.scale()) <= 18) {
                return Optional.of(value);
            }
            wrong(Reason.OUT_OF_RANGE, "a number of at most 18 digits");
        } else if (isThere()) {
            wrong(Reason.WRONG_TYPE, "a number");
        }
        return Optional.empty();
    }

    /** A moment with its zone. */
    Instant time() {
        return isThere() ? timeIfAny().orElse(Instant.EPOCH) : missingTime();
    }

    private Instant missingTime() {
        wrong(Reason.MISSING_VALUE, "a date and time with its zone");
        return Instant.EPOCH;
    }

    Optional<Instant> timeIfAny() {
        if (node instanceof Node.Text text) {
            try {
                if (text.value().length() <= LONGEST_TIME) {
                    OffsetDateTime time = OffsetDateTime.parse(text.value());
                    if (time.getYear() >= 1900 && time.getYear() < 10_000) {
                        return Optional.of(time.toInstant());
                    }
                }
            } catch (DateTimeException unreadable) {
                // Told below.
            }
            wrong(Reason.UNREADABLE_DATE, "a date and time with its zone, like 2024-06-14T00:00:00Z");
        } else if (isThere()) {
            wrong(Reason.WRONG_TYPE, "a date and time with its zone, as text");
        }
        return Optional.empty();
    }

    /** A moment in seconds since 1970, as tokens have it. */
    Optional<Instant> epochIfAny() {
        Optional<BigDecimal> number = numberIfAny();
        boolean known = number.filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LAST) < 0)
                .isPresent();
        if (number.isPresent() && !known) {
            wrong(Reason.OUT_OF_RANGE, "seconds since 1970");
        }
        return known ? number.map(seconds -> Instant.ofEpochSecond(seconds.longValue())) : Optional.empty();
    }

    /** The items of the list here; an object that stands alone is taken for a list of one. */
    List<Claim> items() {
        List<Node> items = List.of();
        if (node instanceof Node.Arr array) {
            items = array.items();
        } else if (node instanceof Node.Obj object) {
            report.note(path + ": one object where a list belongs; taken for a list of one");
            items = List.of(object);
        } else if (isThere()) {
            wrong(Reason.WRONG_TYPE, "a list");
        }
        if (items.size() > LONGEST_LIST) {
            wrong(Reason.OVER_LIMIT, "a list of at most " + LONGEST_LIST);
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            claims.add(new Claim(items.get(i), items.get(i), path + "[" + i + "]", report));
        }
        return claims;
    }

    /** The texts of the list here, or the one text. */
    List<String> texts() {
        if (node instanceof Node.Text text) {
            return List.of(text.value());
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof Node.Arr array) {
            for (Node item : array.items()) {
                if (item instanceof Node.Text text) {
                    texts.add(text.value());
                }
            }
        }
        return texts;
    }

    /** Holds the {@code type} of the object here against the standard, one of whose words must be among it. */
    void type(String... words) {
        Claim type = at("type");
        if (type.node instanceof Node.Text) {
            report.scalarType(type.line(), type.where());
        }
        boolean among = type.texts().stream().anyMatch(List.of(words)::contains);
        if (!among) {
            type.missingOrWrong(words.length == 1 ? "the type " + words[0] : "one of the types " + List.of(words));
        }
    }

    /** The same of objects whose type is one text by the standard. */
    void onlyType(String word) {
        Claim type = at("type");
        if (!type.texts().contains(word)) {
            type.missingOrWrong("the type " + word);
        }
    }
}
