package org.waymark.core.indicator;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;

/** A definition written out to the last part of its records, whatever words its parts print. */
final class CanonicalText {
    private CanonicalText() {}

    static String of(Object part) {
        if (part instanceof Record record) {
            return record(record);
        } else if (part instanceof Collection<?> parts) {
            StringJoiner text = new StringJoiner(",", "[", "]");
            parts.forEach(one -> text.add(of(one)));
            return text.toString();
        } else if (part instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : "-";
        } else if (part instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        } else if (part instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (part instanceof Enum<?> constant) {
            return constant.name();
        }
        return part.toString();
    }

    private static String record(Record record) {
        StringJoiner text = new StringJoiner(",", record.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                text.add(component.getName() + "=" + of(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException closed) {
                throw new IllegalStateException("part: must be open to reading, was " + component, closed);
            }
        }
        return text.toString();
    }
}
