package org.waymark.core.population;

import java.util.List;
import org.waymark.core.tally.Categories;

/** For each row the number of its category along an axis: that of the row's code, by a table. */
final class AxisColumn {
    private final Codes codes;
    private final int[] categoryOfCode;
    private final Categories categories;

    AxisColumn(Codes codes, int[] categoryOfCode, Categories categories) {
        this.codes = codes;
        this.categoryOfCode = categoryOfCode;
        this.categories = categories;
    }

    /** What the numbers stand for. */
    Categories categories() {
        return categories;
    }

    int get(int row) {
        return categoryOfCode[codes.get(row)];
    }

    /** For each code {@code scale} times the number of its category. */
    private int[] scaled(int scale) {
        int[] scaled = categoryOfCode.clone();
        for (int code = 0; code < scaled.length; code++) {
            scaled[code] *= scale;
        }
        return scaled;
    }

    /** Adds up the numbers of some axes, each times its stride, for blocks of rows. */
    static Keys keys(List<AxisColumn> axes, int[] strides) {
        int[][] tables = new int[strides.length][];
        for (int i = 0; i < strides.length; i++) {
            tables[i] = axes.get(i).scaled(strides[i]);
        }
        return (from, count, out) -> {
            for (int i = 0; i < tables.length; i++) {
                axes.get(i).codes.addMapped(from, count, tables[i], out);
            }
        };
    }

    /** The places of rows in a table of several axes. */
    interface Keys {
        /** Adds them to {@code out}. */
        void addTo(int from, int count, int[] out);
    }

    /** For each code what a table says of its category. */
    Node node(byte[] ofCategory) {
        byte[] ofCode = new byte[categoryOfCode.length];
        for (int code = 0; code < ofCode.length; code++) {
            ofCode[code] = ofCategory.length == 0 ? 0 : ofCategory[categoryOfCode[code]];
        }
        return (from, count, out) -> codes.map(from, count, ofCode, out);
    }
}
