package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers different texts from 0 in the order in which they are first seen, straight off a slice of characters. */
final class TextDictionary {
    private static final int ONE_CHARACTER = 128;

    private final List<String> texts = new ArrayList<>();
    /** The number of a text of one plain character: flags and genders need no hash. */
    private final int[] single = new int[ONE_CHARACTER];

    private int[] slots = new int[64];
    private int[] hashes = new int[32];
    /** All texts behind each other; text i ends at {@code ends[i]}. */
    private char[] pool = new char[256];

    private int[] ends = new int[32];

    TextDictionary() {
        Arrays.fill(slots, -1);
        Arrays.fill(single, -1);
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }

    /** The number of the text, or -1 if it is new, after adding it as {@code size() - 1}. */
    int find(char[] text, int from, int to) {
        boolean one = to - from == 1 && text[from] < ONE_CHARACTER;
        if (one && single[text[from]] >= 0) {
            return single[text[from]];
        }
        int hash = hash(text, from, to);
        int mask = slots.length - 1;
        int slot = mix(hash) & mask;
        while (slots[slot] >= 0) {
            int number = slots[slot];
            if (hashes[number] == hash && same(number, text, from, to)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        add(text, from, to, hash, slot);
        if (one) {
            single[text[from]] = texts.size() - 1;
        }
        return -1;
    }

    /** The number of a text that was found before; -1 if it was not. */
    int known(String text) {
        char[] chars = text.toCharArray();
        int hash = hash(chars, 0, chars.length);
        int mask = slots.length - 1;
        for (int slot = mix(hash) & mask; slots[slot] >= 0; slot = (slot + 1) & mask) {
            if (hashes[slots[slot]] == hash && same(slots[slot], chars, 0, chars.length)) {
                return slots[slot];
            }
        }
        return -1;
    }

    private void add(char[] text, int from, int to, int hash, int slot) {
        int number = texts.size();
        int start = start(number);
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * number);
            hashes = Arrays.copyOf(hashes, 2 * number);
        }
        if (start + to - from > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(start + to - from, 2 * pool.length));
        }
        System.arraycopy(text, from, pool, start, to - from);
        ends[number] = start + to - from;
        hashes[number] = hash;
        slots[slot] = number;
        texts.add(new String(text, from, to - from));
        if (texts.size() * 2 > slots.length) {
            rehash();
        }
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private boolean same(int number, char[] text, int from, int to) {
        return Arrays.equals(pool, start(number), ends[number], text, from, to);
    }

    private static int mix(int hash) {
        return (hash ^ (hash >>> 15)) * 0x9E3779B1 >>> 7;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        for (int number = 0; number < texts.size(); number++) {
            int slot = mix(hashes[number]) & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number;
        }
    }
}
