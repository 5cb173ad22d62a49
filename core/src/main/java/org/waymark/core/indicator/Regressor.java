package org.waymark.core.indicator;

import java.util.Objects;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Quantity;

/** Something of each member that may go with an outcome, as a number. */
public sealed interface Regressor {
    /** What it is called among the variables. */
    String name();

    /** A number that each member has. */
    static Regressor of(Quantity quantity) {
        return new Amount(quantity);
    }

    /** 1 where a condition holds and 0 where it does not. */
    static Regressor of(String name, Condition condition) {
        return new YesNo(name, condition);
    }

    /**
     * A number that each member has.
     *
     * @param quantity which
     */
    record Amount(Quantity quantity) implements Regressor {
        /** Refuses null. */
        public Amount {
            Objects.requireNonNull(quantity, "quantity");
        }

        @Override
        public String name() {
            return quantity.name();
        }
    }

    /**
     * 1 where a condition holds and 0 where it does not.
     *
     * @param name what it is called
     * @param condition the condition
     */
    record YesNo(String name, Condition condition) implements Regressor {
        /** Refuses null. */
        public YesNo {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(condition, "condition");
        }
    }
}
