package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers different texts from 0 in the order in which they are first seen, straight off a slice of characters. */
final class TextDictionary {
    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[64];

    TextDictionary() {
        Arrays.fill(slots, -1);
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }

    /** The number of the text, or -1 - if it is new - after adding it as {@code size() - 1}. */
    int find(char[] text, int from, int to) {
        int slot = slotOf(text, from, to);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        slots[slot] = texts.size();
        texts.add(new String(text, from, to - from));
        if (texts.size() * 2 > slots.length) {
            rehash();
        }
        return -1;
    }

    private int slotOf(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = slots.length - 1;
        int slot = mix(hash) & mask;
        while (slots[slot] >= 0 && !same(texts.get(slots[slot]), text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean same(String known, char[] text, int from, int to) {
        int length = known.length();
        if (length != to - from) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int mix(int hash) {
        return (hash ^ (hash >>> 15)) * 0x9E3779B1 >>> 7;
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int number = 0; number < texts.size(); number++) {
            int slot = mix(texts.get(number).hashCode()) & mask;
            while (larger[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = number;
        }
        slots = larger;
    }
}
