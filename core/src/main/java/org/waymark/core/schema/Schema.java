package org.waymark.core.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one list of an entity's fields. Adding an attribute touches the entity and nothing else.
 *
 * @param <E> the entity
 * @param <B> its builder
 * @param unit what one entity is called when counted; also the name of its roster, file and table
 * @param type the entity's class
 * @param fields its attributes in order, the id first
 * @param builder a new builder
 * @param build the entity of a builder; throws if an invariant of the entity does not hold
 * @param start the name of the day field on which an event or spell begins, if the entity is one
 * @param end the name of the day field on which a spell has ended, if the entity is one
 */
public record Schema<E, B>(
        Unit unit,
        Class<E> type,
        List<Field<E, B>> fields,
        Supplier<B> builder,
        Function<B, E> build,
        Optional<String> start,
        Optional<String> end) {
    /** Copies the fields; refuses repeated names and unknown start or end fields. */
    public Schema {
        Objects.requireNonNull(unit, "unit");
        fields = List.copyOf(fields);
        List<String> names = fields.stream().map(Field::name).toList();
        if (Names.distinct("fields", names).size() != names.size()) {
            throw new IllegalArgumentException("fields: names must differ, were " + names);
        }
        for (Optional<String> day : List.of(start, end)) {
            if (day.isPresent() && !names.contains(day.get())) {
                throw new IllegalArgumentException("start, end: must be one of " + names + ", was " + day.get());
            }
        }
    }

    /** Starts a field list. */
    public static <E, B> Builder<E, B> of(Unit unit, Class<E> type, Supplier<B> builder, Function<B, E> build) {
        return new Builder<>(unit, type, builder, build);
    }

    /** The field of that name. */
    public Optional<Field<E, B>> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The field that holds the owner's id, if entities of this kind have one. */
    public Optional<Field<E, B>> owner() {
        return fields.stream().filter(f -> f.kind() == Field.Kind.OWNER).findFirst();
    }

    /** Makes an entity from the values of its fields; {@code values.apply(field)} gives an empty list for none. */
    public E make(Function<Field<E, B>, List<?>> values) {
        B entity = builder.get();
        for (Field<E, B> field : fields) {
            List<?> value = values.apply(field);
            if (!value.isEmpty()) {
                field.setter().accept(entity, value);
            }
        }
        return build.apply(entity);
    }

    /**
     * Whether an entity's builder takes such a value for the field: a class year that is no whole number it does not.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public boolean takes(String name, List<?> values) {
        Field<E, B> field = field(name)
                .orElseThrow(() -> new IllegalArgumentException("name: must be a field of " + unit + ", was " + name));
        try {
            field.setter().accept(builder.get(), values);
            return true;
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return false;
        }
    }

    @Override
    public String toString() {
        return unit + " (" + fields.size() + " fields)";
    }

    /**
     * Collects fields. Each call names the entity's accessor; the field's name in files is the accessor in lower case
     * words joined by underscores, unless {@link #called} says otherwise.
     */
    public static final class Builder<E, B> {
        private final Unit unit;
        private final Class<E> type;
        private final Supplier<B> builder;
        private final Function<B, E> build;
        private final List<Field<E, B>> fields = new ArrayList<>();
        private Optional<String> start = Optional.empty();
        private Optional<String> end = Optional.empty();

        private Builder(Unit unit, Class<E> type, Supplier<B> builder, Function<B, E> build) {
            this.unit = unit;
            this.type = type;
            this.builder = builder;
            this.build = build;
        }

        /** The entity's id, always given. */
        public Builder<E, B> id(
                String accessor, Function<E, String> getter, BiConsumer<B, String> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.ID,
                    Field.Presence.REQUIRED,
                    List.of(),
                    e -> List.of(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** The id of the entity's owner, always given. */
        public Builder<E, B> owner(
                String accessor, Function<E, String> getter, BiConsumer<B, String> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.OWNER,
                    Field.Presence.REQUIRED,
                    List.of(),
                    e -> List.of(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** The id of another entity, always given. */
        public Builder<E, B> link(
                String accessor, Function<E, String> getter, BiConsumer<B, String> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.LINK,
                    Field.Presence.REQUIRED,
                    List.of(),
                    e -> List.of(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** The id of another entity, if there is one. */
        public Builder<E, B> linkIfAny(
                String accessor, Function<E, Optional<String>> getter, BiConsumer<B, String> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.LINK,
                    Field.Presence.NONE_IF_ABSENT,
                    List.of(),
                    e -> listOf(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** The ids of other entities. */
        public Builder<E, B> links(
                String accessor,
                Function<E, Collection<String>> getter,
                BiConsumer<B, List<String>> setter,
                String meaning) {
            return several(
                    accessor, Field.Kind.LINKS, Field.Presence.NONE_IF_ABSENT, List.of(), getter, setter, meaning);
        }

        /** A label that is always given. */
        public Builder<E, B> label(
                String accessor,
                List<String> labels,
                Function<E, String> getter,
                BiConsumer<B, String> setter,
                String meaning) {
            return one(
                    accessor,
                    Field.Kind.LABEL,
                    Field.Presence.REQUIRED,
                    labels,
                    e -> List.of(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** A label; if it is not given, nobody knows. */
        public Builder<E, B> labelIfKnown(
                String accessor,
                List<String> labels,
                Function<E, Optional<String>> getter,
                BiConsumer<B, String> setter,
                String meaning) {
            return one(
                    accessor,
                    Field.Kind.LABEL,
                    Field.Presence.UNKNOWN_IF_ABSENT,
                    labels,
                    e -> listOf(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** Labels of an enumeration, its constants' names; if not given, nobody knows. */
        public <T extends Enum<T>> Builder<E, B> enumIfKnown(
                String accessor,
                Class<T> labels,
                Function<E, Optional<T>> getter,
                BiConsumer<B, T> setter,
                String meaning) {
            return labelIfKnown(
                    accessor,
                    namesOf(labels),
                    e -> getter.apply(e).map(Enum::name),
                    (b, v) -> setter.accept(b, Enum.valueOf(labels, v)),
                    meaning);
        }

        /** A label of an enumeration, its constants' names, always given. */
        public <T extends Enum<T>> Builder<E, B> enumLabel(
                String accessor, Class<T> labels, Function<E, T> getter, BiConsumer<B, T> setter, String meaning) {
            return label(
                    accessor,
                    namesOf(labels),
                    e -> getter.apply(e).name(),
                    (b, v) -> setter.accept(b, Enum.valueOf(labels, v)),
                    meaning);
        }

        /** Several labels; none means that nobody knows. */
        public Builder<E, B> labelsIfKnown(
                String accessor,
                List<String> labels,
                Function<E, Collection<String>> getter,
                BiConsumer<B, List<String>> setter,
                String meaning) {
            return several(
                    accessor, Field.Kind.LABELS, Field.Presence.UNKNOWN_IF_ABSENT, labels, getter, setter, meaning);
        }

        /** Several labels; none means that there are none. */
        public Builder<E, B> labelsIfAny(
                String accessor,
                List<String> labels,
                Function<E, Collection<String>> getter,
                BiConsumer<B, List<String>> setter,
                String meaning) {
            return several(accessor, Field.Kind.LABELS, Field.Presence.NONE_IF_ABSENT, labels, getter, setter, meaning);
        }

        /** Yes or no; if it is not given, nobody knows. */
        public Builder<E, B> yesNo(
                String accessor, Function<E, Optional<Boolean>> getter, BiConsumer<B, Boolean> setter, String meaning) {
            return labelIfKnown(
                    accessor,
                    List.of("yes", "no"),
                    e -> getter.apply(e).map(v -> v ? "yes" : "no"),
                    (b, v) -> setter.accept(b, v.equals("yes")),
                    meaning);
        }

        /** Free text; if it is not given, there is none. */
        public Builder<E, B> text(
                String accessor, Function<E, Optional<String>> getter, BiConsumer<B, String> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.TEXT,
                    Field.Presence.NONE_IF_ABSENT,
                    List.of(),
                    e -> listOf(getter.apply(e)),
                    setter,
                    String.class,
                    meaning);
        }

        /** A day that is always given. */
        public Builder<E, B> day(
                String accessor, Function<E, LocalDate> getter, BiConsumer<B, LocalDate> setter, String meaning) {
            return one(
                    accessor,
                    Field.Kind.DAY,
                    Field.Presence.REQUIRED,
                    List.of(),
                    e -> List.of(getter.apply(e)),
                    setter,
                    LocalDate.class,
                    meaning);
        }

        /** A day; if it is not given, nobody knows when. */
        public Builder<E, B> dayIfKnown(
                String accessor,
                Function<E, Optional<LocalDate>> getter,
                BiConsumer<B, LocalDate> setter,
                String meaning) {
            return one(
                    accessor,
                    Field.Kind.DAY,
                    Field.Presence.UNKNOWN_IF_ABSENT,
                    List.of(),
                    e -> listOf(getter.apply(e)),
                    setter,
                    LocalDate.class,
                    meaning);
        }

        /** A day; if it is not given, it has not come. */
        public Builder<E, B> dayIfAny(
                String accessor,
                Function<E, Optional<LocalDate>> getter,
                BiConsumer<B, LocalDate> setter,
                String meaning) {
            return one(
                    accessor,
                    Field.Kind.DAY,
                    Field.Presence.NONE_IF_ABSENT,
                    List.of(),
                    e -> listOf(getter.apply(e)),
                    setter,
                    LocalDate.class,
                    meaning);
        }

        /** A number; if it is not given, nobody knows. */
        public Builder<E, B> numberIfKnown(
                String accessor,
                Function<E, Optional<BigDecimal>> getter,
                BiConsumer<B, BigDecimal> setter,
                String meaning) {
            return one(
                    accessor,
                    Field.Kind.NUMBER,
                    Field.Presence.UNKNOWN_IF_ABSENT,
                    List.of(),
                    e -> listOf(getter.apply(e)),
                    setter,
                    BigDecimal.class,
                    meaning);
        }

        /** A whole number; if it is not given, nobody knows. */
        public Builder<E, B> wholeIfKnown(
                String accessor, Function<E, Optional<Integer>> getter, BiConsumer<B, Integer> setter, String meaning) {
            return numberIfKnown(
                    accessor,
                    e -> getter.apply(e).map(BigDecimal::valueOf),
                    (b, v) -> setter.accept(b, v.intValueExact()),
                    meaning);
        }

        /** Gives the field added last another name in files than its accessor's. */
        public Builder<E, B> called(String name) {
            Field<E, B> last = fields.remove(fields.size() - 1);
            fields.add(new Field<>(
                    last.accessor(),
                    name,
                    last.kind(),
                    last.presence(),
                    last.labels(),
                    last.getter(),
                    last.setter(),
                    last.meaning()));
            return this;
        }

        /** Says that the field added last is the day on which the event or spell begins. */
        public Builder<E, B> starts() {
            start = Optional.of(fields.get(fields.size() - 1).name());
            return this;
        }

        /** Says that the field added last is the first day on which the spell is over. */
        public Builder<E, B> ends() {
            end = Optional.of(fields.get(fields.size() - 1).name());
            return this;
        }

        /** The field list. */
        public Schema<E, B> build() {
            return new Schema<>(unit, type, fields, builder, build, start, end);
        }

        private <V> Builder<E, B> one(
                String accessor,
                Field.Kind kind,
                Field.Presence presence,
                List<String> labels,
                Function<E, List<?>> getter,
                BiConsumer<B, V> setter,
                Class<V> type,
                String meaning) {
            fields.add(new Field<>(
                    accessor,
                    snake(accessor),
                    kind,
                    presence,
                    labels,
                    getter,
                    (b, v) -> setter.accept(b, type.cast(v.get(0))),
                    meaning));
            return this;
        }

        private Builder<E, B> several(
                String accessor,
                Field.Kind kind,
                Field.Presence presence,
                List<String> labels,
                Function<E, Collection<String>> getter,
                BiConsumer<B, List<String>> setter,
                String meaning) {
            fields.add(new Field<>(
                    accessor,
                    snake(accessor),
                    kind,
                    presence,
                    labels,
                    e -> List.copyOf(getter.apply(e)),
                    (b, v) ->
                            setter.accept(b, v.stream().map(String.class::cast).toList()),
                    meaning));
            return this;
        }

        private static <V> List<V> listOf(Optional<V> value) {
            return value.map(List::of).orElse(List.of());
        }

        private static <T extends Enum<T>> List<String> namesOf(Class<T> labels) {
            List<String> names = new ArrayList<>();
            for (T label : labels.getEnumConstants()) {
                names.add(label.name());
            }
            return names;
        }

        private static String snake(String accessor) {
            return accessor.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        }
    }
}
