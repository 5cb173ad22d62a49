package org.waymark.io.internal.tree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;
import org.waymark.core.result.Reason;
import org.waymark.io.internal.Limits;
import org.waymark.io.internal.OverLimitException;
import org.waymark.io.internal.StrictText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a whole document within limits; what is no JSON, or too much of it, is one finding. */
public final class JsonTree {
    /** The deepest nesting of objects and arrays. */
    public static final int DEEPEST = 200;

    /** The most objects, arrays, texts and single values. */
    public static final int MOST_NODES = 2_000_000;

    /** The most numbers in lists of whole numbers. */
    public static final int MOST_NUMBERS = 8_000_000;

    /** The most characters of a number. */
    public static final int LONGEST_NUMBER = 100;

    private static final long LARGEST = 256L << 20;

    private static final JsonFactory FACTORY = factory(Limits.STANDARD.field());

    private final JsonParser parser;
    private int nodes;
    private int numbers;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    private static JsonFactory factory(int longestText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longestText)
                        .maxNameLength(Limits.STANDARD.field())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                // Names are labels of the data here: a table of them would only be filled.
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .build();
    }

    /** Ends the reading: what is wrong where the parser stands. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;
        private final String expected;

        Wrong(Reason reason, String expected) {
            super(expected, null, false, false);
            this.reason = reason;
            this.expected = expected;
        }
    }

    /** The document, unpacked if it is packed by gzip; empty after a finding. */
    public static Optional<Node> read(InputStream in, String source, FindingLog findings) throws IOException {
        return read(in, source, FACTORY, Limits.STANDARD.field(), findings);
    }

    /** The same with texts of up to so many characters, such as pictures. */
    public static Optional<Node> read(InputStream in, String source, int longestText, FindingLog findings)
            throws IOException {
        return read(in, source, factory(longestText), longestText, findings);
    }

    private static Optional<Node> read(
            InputStream in, String source, JsonFactory factory, int longestText, FindingLog findings)
            throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        JsonParser parser = null;
        try {
            parser = factory.createParser(ObjectReadContext.empty(), new StrictText(unpacked(bytes), LARGEST));
            return Optional.of(new JsonTree(parser).document());
        } catch (Wrong wrong) {
            findings.add(at(parser, wrong.reason, source, wrong.expected));
        } catch (StreamConstraintsException over) {
            findings.add(at(
                    parser,
                    Reason.OVER_LIMIT,
                    source,
                    "at most " + DEEPEST + " levels, " + longestText + " characters a text, " + LONGEST_NUMBER
                            + " a number"));
        } catch (JacksonIOException failed) {
            IOException cause = failed.getCause();
            findings.add(ofFailure(cause == null ? new IOException(failed) : cause, parser, source));
        } catch (JacksonException broken) {
            findings.add(at(parser, Reason.BROKEN_SOURCE, source, "whole JSON"));
        } catch (IOException failed) {
            findings.add(ofFailure(failed, parser, source));
        }
        return Optional.empty();
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static Finding ofFailure(IOException failed, @Nullable JsonParser parser, String source)
            throws IOException {
        if (failed instanceof CharacterCodingException) {
            return at(parser, Reason.BROKEN_ENCODING, source, "text in UTF-8");
        } else if (failed instanceof OverLimitException) {
            return at(parser, Reason.OVER_LIMIT, source, String.valueOf(failed.getMessage()));
        } else if (failed instanceof ZipException || failed instanceof java.io.EOFException) {
            return at(parser, Reason.BROKEN_SOURCE, source, "a whole gzip file");
        }
        throw failed;
    }

    private static Finding at(@Nullable JsonParser parser, Reason reason, String source, String expected) {
        TokenStreamLocation at = parser == null ? TokenStreamLocation.NA : parser.currentLocation();
        return Finding.error(
                reason,
                source,
                Math.max(0, at.getLineNr()),
                at.getColumnNr() > 0 ? "character " + at.getColumnNr() : "",
                expected + "; nothing was read");
    }

    private Node document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Wrong(Reason.BROKEN_SOURCE, "one JSON value");
        }
        Node node = node(first);
        if (parser.nextToken() != null) {
            throw new Wrong(Reason.BROKEN_SOURCE, "nothing behind the JSON value");
        }
        return node;
    }

    private Node node(JsonToken token) {
        if (++nodes > MOST_NODES) {
            throw new Wrong(Reason.OVER_LIMIT, "at most " + MOST_NODES + " parts");
        }
        TokenStreamLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int character = at.getColumnNr();
        return switch (token) {
            case START_OBJECT -> object(line, character);
            case START_ARRAY -> array(line, character);
            case VALUE_STRING -> new Node.Text(whole(parser.getString()), line, character);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Num(parser.getString(), line, character);
            default -> new Node.Word(parser.getString(), line, character);
        };
    }

    private Node object(int line, int character) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(parser.currentName());
            if (fields.containsKey(name)) {
                throw new Wrong(Reason.CONTRADICTION, "each name once in an object");
            }
            fields.put(name, node(parser.nextToken()));
        }
        return new Node.Obj(fields, line, character);
    }

    private Node array(int line, int character) {
        JsonToken token = parser.nextToken();
        long[] values = new long[8];
        int size = 0;
        while (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            if (++numbers > MOST_NUMBERS) {
                throw new Wrong(Reason.OVER_LIMIT, "at most " + MOST_NUMBERS + " counts");
            }
            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = parser.getLongValue();
            token = parser.nextToken();
        }
        if (token == JsonToken.END_ARRAY && size > 0) {
            return new Node.Numbers(Arrays.copyOf(values, size), line, character);
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(new Node.Num(Long.toString(values[i]), line, character));
        }
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new Node.Arr(items, line, character);
    }

    private static String whole(String text) {
        if (!isWhole(text)) {
            throw new Wrong(Reason.BROKEN_ENCODING, "whole characters, no half of a surrogate pair");
        }
        return text;
    }

    /** Whether every surrogate has its other half. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
