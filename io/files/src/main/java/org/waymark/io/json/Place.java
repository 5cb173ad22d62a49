package org.waymark.io.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.tree.Node;

/**
 * A place of a document from which a value is taken. What is wrong there becomes a finding, and a stand-in is given so
 * that everything else that is wrong is told as well; whoever asked drops the whole if there was any error.
 */
final class Place {
    /** Lists of labels, conditions, rules: longer ones are no definition, and comparing all with all takes long. */
    static final int LONGEST_LIST = 10_000;

    private static final int MOST_PLACES = 400;

    private final @Nullable Node node;
    private final Node within;
    private final String path;
    private final String source;
    private final FindingLog findings;

    private Place(@Nullable Node node, Node within, String path, String source, FindingLog findings) {
        this.node = node;
        this.within = within;
        this.path = path;
        this.source = source;
        this.findings = findings;
    }

    /** The document itself. */
    static Place root(Node node, String source, FindingLog findings) {
        return new Place(node, node, "", source, findings);
    }

    /** Tells what was expected here. Nothing of the document itself is told. */
    void wrong(Reason reason, String expected) {
        Node at = node == null ? within : node;
        String where = "character " + at.character() + (path.isEmpty() ? "" : ", " + path);
        findings.add(Finding.error(reason, source, at.line(), where, expected));
    }

    /** Whether it is there. */
    boolean isThere() {
        return node != null;
    }

    boolean isObject() {
        return node instanceof Node.Obj;
    }

    boolean isText() {
        return node instanceof Node.Text;
    }

    /** A number as it is written; empty if it is none. */
    String literal() {
        return node instanceof Node.Num number ? number.literal() : "";
    }

    /** Whether it is just this whole number. */
    boolean isWhole(long value) {
        return node instanceof Node.Num number && number.literal().equals(Long.toString(value));
    }

    /** The object here, of which only these names may be used; unknown ones are findings. */
    Place object(String... names) {
        if (!(node instanceof Node.Obj object)) {
            wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "an object");
            return this;
        }
        List<String> known = List.of(names);
        int number = 0;
        for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
            number++;
            if (!known.contains(entry.getKey())) {
                new Place(entry.getValue(), object, join(path, "[" + number + ". name]"), source, findings)
                        .wrong(Reason.UNREAD_COLUMNS, known.isEmpty() ? "no names" : "none but the names " + known);
            }
        }
        return this;
    }

    /** What stands under a name of the object here. */
    Place at(String name) {
        Node value = node instanceof Node.Obj object ? object.fields().get(name) : null;
        return new Place(value, node == null ? within : node, join(path, name), source, findings);
    }

    private static String join(String path, String name) {
        return path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name;
    }

    /** The type that the object here names, one of these; none of them after a finding. */
    String type(String... types) {
        Place at = at("type");
        if (at.node instanceof Node.Text text && List.of(types).contains(text.value())) {
            return text.value();
        }
        at.word(types);
        return "";
    }

    /** One of these words; the first of them after a finding. */
    String word(String... words) {
        if (node instanceof Node.Text text) {
            for (String word : words) {
                if (word.equals(text.value())) {
                    return word;
                }
            }
        }
        wrong(
                node == null ? Reason.MISSING_VALUE : Reason.UNKNOWN_LABEL,
                words.length == 1 ? words[0] : "one of " + List.of(words));
        return words[0];
    }

    /** One of an enum's constants, written in lower case; the first of them after a finding. */
    <E extends Enum<E>> E oneOf(E[] constants) {
        String[] words = new String[constants.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Words.of(constants[i]);
        }
        return constants[List.of(words).indexOf(word(words))];
    }

    /** One of an enum's constants, written as it is named; the first of them after a finding. */
    <E extends Enum<E>> E named(E[] constants) {
        String[] words = new String[constants.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = constants[i].name();
        }
        return constants[List.of(words).indexOf(word(words))];
    }

    /** A text. */
    String text() {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "a text");
        return "";
    }

    /** A text that a reader understands; the stand-in after a finding. */
    <T> T text(Function<String, T> reading, String expected, T standIn) {
        if (!(node instanceof Node.Text)) {
            text();
            return standIn;
        }
        String text = text();
        return make(() -> reading.apply(text), Reason.WRONG_SOURCE, expected, standIn);
    }

    /** A whole number within bounds, both inclusive. */
    long whole(long least, long most) {
        if (node instanceof Node.Num number) {
            try {
                long value = Long.parseLong(number.literal());
                if (value >= least && value <= most) {
                    return value;
                }
                wrong(Reason.OUT_OF_RANGE, "a whole number from " + least + " to " + most);
                return least;
            } catch (NumberFormatException notWhole) {
                wrong(Reason.UNREADABLE_NUMBER, "a whole number from " + least + " to " + most);
                return least;
            }
        }
        wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "a whole number");
        return least;
    }

    /** An exact decimal of ordinary size. */
    BigDecimal decimal() {
        if (node instanceof Node.Num number) {
            BigDecimal value =
                    make(() -> new BigDecimal(number.literal()), Reason.UNREADABLE_NUMBER, "a number", BigDecimal.ONE);
            if (Math.abs((long) value.scale()) <= MOST_PLACES) {
                return value;
            }
            wrong(Reason.OUT_OF_RANGE, "a number of at most " + MOST_PLACES + " places");
            return BigDecimal.ONE;
        }
        wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "a number");
        return BigDecimal.ONE;
    }

    /** True or false. */
    boolean truth() {
        if (node instanceof Node.Word word && !word.literal().equals("null")) {
            return word.literal().equals("true");
        }
        wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "true or false");
        return false;
    }

    /** The values of the list here, of which there may be {@value #LONGEST_LIST}. */
    <T> List<T> list(Function<Place, T> each) {
        return list(LONGEST_LIST, each);
    }

    /** The values of the list here, of which there may be so many. */
    <T> List<T> list(int most, Function<Place, T> each) {
        List<T> values = new ArrayList<>();
        int size = node instanceof Node.Arr array
                ? array.items().size()
                : node instanceof Node.Numbers numbers ? numbers.values().length : 0;
        if (size > most) {
            wrong(Reason.OVER_LIMIT, "a list of at most " + most);
        } else if (node instanceof Node.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                values.add(each.apply(new Place(array.items().get(i), array, path + "[" + i + "]", source, findings)));
            }
        } else if (node instanceof Node.Numbers numbers) {
            for (int i = 0; i < numbers.values().length; i++) {
                Node number = new Node.Num(Long.toString(numbers.values()[i]), numbers.line(), numbers.character());
                values.add(each.apply(new Place(number, numbers, path + "[" + i + "]", source, findings)));
            }
        } else {
            wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "a list");
        }
        return values;
    }

    /** The texts of the list here. */
    List<String> texts() {
        return list(Place::text);
    }

    /** A list of just so many whole numbers within bounds, both inclusive; empty after a finding. */
    long[] wholes(int size, long least, long most) {
        long[] values = node instanceof Node.Numbers numbers ? numbers.values() : new long[0];
        boolean none = node instanceof Node.Arr array && array.items().isEmpty();
        if (values.length != size || size == 0 && !none) {
            wrong(node == null ? Reason.MISSING_VALUE : Reason.CONTRADICTION, "a list of " + size + " whole numbers");
            return new long[0];
        }
        for (long value : values) {
            if (value < least || value > most) {
                wrong(Reason.OUT_OF_RANGE, "whole numbers from " + least + " to " + most);
                return new long[0];
            }
        }
        return values;
    }

    /** Names of the document's own and what stands under each. */
    <T> Map<String, T> map(Function<Place, T> each) {
        Map<String, T> values = new LinkedHashMap<>();
        if (node instanceof Node.Obj object) {
            int number = 0;
            for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
                number++;
                values.put(
                        entry.getKey(),
                        each.apply(new Place(
                                entry.getValue(), object, path + "[" + number + ". name]", source, findings)));
            }
        } else {
            wrong(node == null ? Reason.MISSING_VALUE : Reason.WRONG_SOURCE, "an object");
        }
        return Collections.unmodifiableMap(values);
    }

    /** What a constructor makes; the stand-in after a finding if it refuses. Its own message is not told. */
    <T> T make(Supplier<T> maker, String expected, T standIn) {
        return make(maker, Reason.CONSTRAINT, expected, standIn);
    }

    private <T> T make(Supplier<T> maker, Reason reason, String expected, T standIn) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
            wrong(reason, expected);
            return standIn;
        }
    }
}
