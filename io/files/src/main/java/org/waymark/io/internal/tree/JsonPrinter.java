package org.waymark.io.internal.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** Lays a document out for people: what fits into a line stands on one, everything else is indented by two. */
public final class JsonPrinter {
    private static final int WIDTH = 100;

    private final Appendable out;

    private JsonPrinter(Appendable out) {
        this.out = out;
    }

    /**
     * Prints with a line end after it.
     *
     * @throws IllegalArgumentException if the document is nested deeper, or is larger, than can be read again
     */
    public static void print(Node node, Appendable out) throws IOException {
        checkSize(node);
        new JsonPrinter(out).print(node, 0, 0);
        out.append('\n');
    }

    /** The printed text, with a line end after it. */
    public static String print(Node node) {
        StringBuilder text = new StringBuilder();
        try {
            print(node, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Prints on one line, without a line end after it. */
    public static void line(Node node, Appendable out) throws IOException {
        new JsonPrinter(out).line(node);
    }

    private static void checkSize(Node node) {
        long[] left = {JsonTree.MOST_NODES, JsonTree.MOST_NUMBERS};
        count(node, 1, left);
        if (left[0] < 0 || left[1] < 0) {
            throw new IllegalArgumentException("value: must be at most " + JsonTree.MOST_NODES + " parts and "
                    + JsonTree.MOST_NUMBERS + " counts to be kept in a file");
        }
    }

    private static void count(Node node, int depth, long[] left) {
        if (depth > JsonTree.DEEPEST) {
            throw new IllegalArgumentException(
                    "value: must be nested at most " + JsonTree.DEEPEST + " deep to be kept in a file");
        }
        left[0]--;
        if (node instanceof Node.Obj object) {
            object.fields().values().forEach(value -> count(value, depth + 1, left));
        } else if (node instanceof Node.Arr array) {
            array.items().forEach(item -> count(item, depth + 1, left));
        } else if (node instanceof Node.Numbers numbers) {
            left[1] -= numbers.values().length;
        }
    }

    private void print(Node node, int indent, int used) throws IOException {
        if (width(node, WIDTH - used) <= WIDTH - used) {
            line(node);
        } else if (node instanceof Node.Obj object) {
            out.append("{");
            Iterator<Map.Entry<String, Node>> entries =
                    object.fields().entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<String, Node> entry = entries.next();
                breakLine(indent + 2);
                String name = quoted(entry.getKey());
                out.append(name).append(": ");
                print(entry.getValue(), indent + 2, indent + 5 + name.length());
                out.append(entries.hasNext() ? "," : "");
            }
            breakLine(indent);
            out.append('}');
        } else if (node instanceof Node.Arr array) {
            out.append("[");
            List<Node> items = array.items();
            for (int i = 0; i < items.size(); i++) {
                breakLine(indent + 2);
                print(items.get(i), indent + 2, indent + 3);
                out.append(i + 1 < items.size() ? "," : "");
            }
            breakLine(indent);
            out.append(']');
        } else if (node instanceof Node.Numbers numbers) {
            wrapped(numbers.values(), indent);
        } else {
            line(node);
        }
    }

    private void wrapped(long[] values, int indent) throws IOException {
        out.append('[');
        int used = WIDTH;
        for (int i = 0; i < values.length; i++) {
            String number = values[i] + (i + 1 < values.length ? "," : "");
            if (used + number.length() > WIDTH) {
                breakLine(indent + 2);
                used = indent + 2;
            }
            out.append(number);
            used += number.length();
        }
        breakLine(indent);
        out.append(']');
    }

    private void breakLine(int indent) throws IOException {
        out.append('\n').append(" ".repeat(indent));
    }

    private void line(Node node) throws IOException {
        if (node instanceof Node.Obj object) {
            String before = "{";
            for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
                out.append(before).append(quoted(entry.getKey())).append(':');
                line(entry.getValue());
                before = ",";
            }
            out.append(object.fields().isEmpty() ? "{}" : "}");
        } else if (node instanceof Node.Arr array) {
            String before = "[";
            for (Node item : array.items()) {
                out.append(before);
                line(item);
                before = ",";
            }
            out.append(array.items().isEmpty() ? "[]" : "]");
        } else if (node instanceof Node.Numbers numbers) {
            out.append(Arrays.toString(numbers.values()).replace(" ", ""));
        } else {
            out.append(scalar(node));
        }
    }

    private static String scalar(Node node) {
        if (node instanceof Node.Text text) {
            return quoted(text.value());
        } else if (node instanceof Node.Num number) {
            return number.literal();
        } else if (node instanceof Node.Word word) {
            return word.literal();
        }
        throw new IllegalArgumentException("node: must be no container");
    }

    /** How much room the node takes on one line; something above {@code most} as soon as it is more than that. */
    private static int width(Node node, int most) {
        int used = 2;
        if (node instanceof Node.Obj object) {
            for (Map.Entry<String, Node> entry : object.fields().entrySet()) {
                used += quoted(entry.getKey()).length() + 2;
                used += used > most ? 0 : width(entry.getValue(), most - used);
                if (used > most) {
                    break;
                }
            }
        } else if (node instanceof Node.Arr array) {
            for (Node item : array.items()) {
                used += 1 + width(item, most - used);
                if (used > most) {
                    break;
                }
            }
        } else if (node instanceof Node.Numbers numbers) {
            for (int i = 0; i < numbers.values().length && used <= most; i++) {
                used += Long.toString(numbers.values()[i]).length() + 1;
            }
        } else {
            used = scalar(node).length();
        }
        return used;
    }

    private static String quoted(String text) {
        if (!JsonTree.isWhole(text)) {
            throw new IllegalArgumentException("text: must be whole characters, had half of a surrogate pair");
        }
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
