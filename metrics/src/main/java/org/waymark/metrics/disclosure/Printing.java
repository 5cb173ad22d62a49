package org.waymark.metrics.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.metrics.measure.Undefined;

/** A table as everyone sees it: one mark for all that is hidden, and as many decimals of shares as the policy says. */
record Printing(ReleasePolicy policy) {
    private static final Datum HIDDEN = Datum.missing(Undefined.MASKED.toString());

    Table of(Table table) {
        Optional<Integer> size = table.indexOf("n");
        List<List<Datum>> rows = new ArrayList<>();
        for (List<Datum> row : table.rows()) {
            int decimals = decimals(size.map(row::get));
            List<Datum> printed = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                printed.add(printed(row.get(i), table.columns().get(i).kind(), decimals));
            }
            rows.add(printed);
        }
        return new Table(table.title(), table.columns(), rows, table.notes());
    }

    /** How many decimals a share has in a row; a row that tells no size has whole percents. */
    private int decimals(Optional<Datum> size) {
        boolean large = size.filter(
                        one -> one instanceof Datum.Whole whole && whole.value() >= policy.wholePercentsBelow())
                .isPresent();
        return large ? 3 : 2;
    }

    private Datum printed(Datum datum, Column.Kind kind, int decimals) {
        if (datum.equals(HIDDEN)) {
            return Datum.missing(policy.mark());
        }
        boolean share = kind == Column.Kind.SHARE || kind == Column.Kind.POINTS;
        return share && policy.wholePercentsBelow() > 0 && datum instanceof Datum.Real real
                ? Datum.exact(rounded(real.value(), kind, decimals))
                : datum;
    }

    /** Rounded half up; what is not everybody, or somebody, is not rounded to everybody, or nobody. */
    private static BigDecimal rounded(double value, Column.Kind kind, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        if (kind == Column.Kind.SHARE && value > 0 && rounded.signum() == 0) {
            return step;
        }
        if (kind == Column.Kind.SHARE && value < 1 && rounded.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ONE.subtract(step);
        }
        return rounded;
    }
}
