package org.waymark.io.internal.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A piece of a JSON document, and where it stood if it was read. */
public sealed interface Node {
    /** The line, from 1; 0 if it was not read. */
    int line();

    /** The character of the line, from 1; 0 if it was not read. */
    int character();

    /** Names and values, in their order. */
    record Obj(Map<String, Node> fields, int line, int character) implements Node {
        /** The same with one more. */
        public Obj with(String name, Node value) {
            fields.put(name, value);
            return this;
        }

        /** The same with a text more. */
        public Obj with(String name, String value) {
            return with(name, text(value));
        }

        /** The same with a whole number more. */
        public Obj with(String name, long value) {
            return with(name, number(value));
        }
    }

    /** Values in their order. */
    record Arr(List<Node> items, int line, int character) implements Node {}

    /** Whole numbers and nothing else: faces hold many of them. */
    @SuppressWarnings("ArrayRecordComponent") // Made here, read here.
    record Numbers(long[] values, int line, int character) implements Node {}

    /** A text. */
    record Text(String value, int line, int character) implements Node {}

    /** A number as it is written. */
    record Num(String literal, int line, int character) implements Node {}

    /** True, false or null, as it is written. */
    record Word(String literal, int line, int character) implements Node {}

    /** An empty object. */
    static Obj object() {
        return new Obj(new LinkedHashMap<>(), 0, 0);
    }

    /** An object that says first what it is. */
    static Obj object(String type) {
        return object().with("type", type);
    }

    /** A text. */
    static Node text(String value) {
        return new Text(value, 0, 0);
    }

    /** A whole number. */
    static Node number(long value) {
        return new Num(Long.toString(value), 0, 0);
    }

    /** An exact number. */
    static Node number(BigDecimal value) {
        return new Num(value.toString(), 0, 0);
    }

    /** True or false. */
    static Node truth(boolean value) {
        return new Word(Boolean.toString(value), 0, 0);
    }

    /** Whole numbers. */
    static Node numbers(long[] values) {
        return new Numbers(values, 0, 0);
    }

    /** Texts in their order. */
    static Node texts(List<String> values) {
        return list(values, Node::text);
    }

    /** A node for each value. */
    static <T> Node list(List<T> values, Function<? super T, ? extends Node> each) {
        List<Node> items = new ArrayList<>(values.size());
        values.forEach(value -> items.add(each.apply(value)));
        return new Arr(items, 0, 0);
    }
}
