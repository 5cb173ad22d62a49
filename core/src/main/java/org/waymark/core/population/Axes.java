package org.waymark.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Groups;
import org.waymark.core.schema.Labels;
import org.waymark.core.schema.Schemed;
import org.waymark.core.schema.Unknown;
import org.waymark.core.tally.Categories;
import org.waymark.core.tally.Category;

/** Makes axes ready for a roster: thousands of different label sets become a few categories before anything is counted. */
final class Axes {
    private final Scope scope;

    Axes(Scope scope) {
        this.scope = scope;
    }

    AxisColumn column(Axis axis) {
        if (axis instanceof Dimension dimension) {
            return ofLabels(axis, scope.labels(dimension), Function.identity());
        } else if (axis instanceof Schemed schemed) {
            return ofLabels(axis, scope.labels(schemed.of()), schemed.scheme()::groupsOf);
        }
        return ofGroups((Groups) axis);
    }

    private static AxisColumn ofLabels(Axis axis, LabelColumn labels, Function<List<String>, List<String>> groupsOf) {
        List<Category> categoryOfAtom = new ArrayList<>();
        for (Labels atom : labels.atoms()) {
            categoryOfAtom.add(
                    atom.unknown().map(Category::unknown).orElseGet(() -> Category.of(groupsOf.apply(atom.labels()))));
        }
        return recoded(axis, labels.codes(), categoryOfAtom);
    }

    /** Keeps the categories that occur, in their order. */
    private static AxisColumn recoded(Axis axis, Codes from, List<Category> categoryOfCode) {
        boolean[] occurs = new boolean[categoryOfCode.size()];
        from.mark(occurs);
        List<Category> occurring = new ArrayList<>();
        for (int code = 0; code < occurs.length; code++) {
            if (occurs[code]) {
                occurring.add(categoryOfCode.get(code));
            }
        }
        Categories categories = Categories.of(axis, occurring);
        int[] to = new int[categoryOfCode.size()];
        for (int code = 0; code < to.length; code++) {
            to[code] = Math.max(0, categories.indexOf(categoryOfCode.get(code)));
        }
        return new AxisColumn(from, to, categories);
    }

    private AxisColumn ofGroups(Groups groups) {
        Conditions conditions = new Conditions(scope);
        int size = scope.roster().size();
        Node[] nodes = groups.members().stream()
                .map(group -> conditions.node(group.condition()))
                .toArray(Node[]::new);
        Map<Category, Integer> numbers = new LinkedHashMap<>();
        Map<List<Byte>, Integer> known = new LinkedHashMap<>();
        Codes codes = new Codes();
        byte[][] answers = new byte[nodes.length][Node.BLOCK];
        for (int from = 0; from < size; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, size - from);
            for (int g = 0; g < nodes.length; g++) {
                nodes[g].fill(from, count, answers[g]);
            }
            for (int i = 0; i < count; i++) {
                Byte[] answer = new Byte[nodes.length];
                for (int g = 0; g < nodes.length; g++) {
                    answer[g] = Truth.answer(answers[g][i]);
                }
                codes.add(known.computeIfAbsent(Arrays.asList(answer), a -> {
                    Category category = category(groups, a);
                    return numbers.computeIfAbsent(category, c -> numbers.size());
                }));
            }
        }
        return recoded(groups, codes, new ArrayList<>(numbers.keySet()));
    }

    private static Category category(Groups groups, List<Byte> answers) {
        List<String> of = new ArrayList<>();
        Unknown reason = null;
        for (int g = 0; g < answers.size(); g++) {
            byte answer = answers.get(g);
            if (Truth.isYes(answer)) {
                of.add(groups.members().get(g).name());
            } else if (!Truth.isNo(answer)) {
                Unknown own = Truth.reason(answer);
                reason = reason == null || own.compareTo(reason) < 0 ? own : reason;
            }
        }
        return of.isEmpty() && reason != null ? Category.unknown(reason) : Category.of(of);
    }
}
